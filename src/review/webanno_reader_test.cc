#include "review/webanno_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verbale {
namespace {

const std::string kHead =
    "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Claim|claim|kind|layer|who\n\n\n#Text=Lý said "
    "rain "
    "fell.\n";

TsvFile read(const std::string& lines) {
  Result<TsvFile> file = read_webanno_tsv(kHead + lines, "a.tsv");
  if (!file) throw std::runtime_error(file.error().message());
  return std::move(*file);
}

TEST(WebAnnoReader, OneAnnotationOverSeveralTokens) {
  const TsvFile file = read(
      "1-1\t0-2\tLý\t_\t_\t_\t_\t\n"
      "1-2\t3-7\tsaid\ts-1[4]\tassertive[4]\tstatement[4]\tLý\\; Mai[4]\t\n"
      "1-3\t8-12\train\ts-1[4]\tassertive[4]\tstatement[4]\tLý\\; Mai[4]\t\n");
  EXPECT_EQ(file.tokens.size(), 3u);
  ASSERT_EQ(file.annotations.size(), 1u);
  const TsvAnnotation& one = file.annotations[0];
  EXPECT_EQ(one.start, 3u);
  EXPECT_EQ(one.end, 12u);
  EXPECT_EQ(one.claim, "s-1");
  EXPECT_EQ(one.who, "Lý; Mai");
  EXPECT_EQ(one.line, 7u);
}

TEST(WebAnnoReader, StackedAndWithoutNumber) {
  const TsvFile file = read(
      "1-1\t0-2\tLý\tt-1[1]|*[2]\t*[1]|date[2]\ttopic[1]|quantity[2]\t*[1]|*[2]\t\n"
      "1-2\t3-7\tsaid\t*\t*\ttopic\t*\t\n"
      "1-2.1\t4-7\taid\t*\t*\ttopic\t*\t\n");
  ASSERT_EQ(file.annotations.size(), 4u);
  EXPECT_EQ(file.annotations[0].claim, "t-1");
  EXPECT_EQ(file.annotations[1].claim, "");
  EXPECT_EQ(file.annotations[1].kind, "date");
  EXPECT_EQ(file.annotations[2].layer, "topic");
  EXPECT_EQ(file.annotations[3].start, 4u);
  // A part of a token is no token.
  EXPECT_EQ(file.tokens.size(), 2u);
}

// INCEpTION writes its own layers beside, each with its columns; a relation has one more.
TEST(WebAnnoReader, OtherLayersArePassedOver) {
  const std::string text =
      "#FORMAT=WebAnno TSV "
      "3.3\r\n#T_SP=custom.Entity|value\r\n#T_RL=custom.Link|kind|BT_custom.Entity\r\n"
      "#T_SP=webanno.custom.Claim|kind|claim|layer\r\n\r\n"
      "1-1\t0-2\tLý\tPER\t_\t_\t_\tagreed\tc-1\tcommitment\t\r\n";
  const Result<TsvFile> file = read_webanno_tsv(text, "a.tsv");
  ASSERT_TRUE(file) << file.error().message();
  ASSERT_EQ(file->annotations.size(), 1u);
  EXPECT_EQ(file->annotations[0].claim, "c-1");
  EXPECT_EQ(file->annotations[0].kind, "agreed");
  EXPECT_EQ(file->annotations[0].who, "");
}

TEST(WebAnnoReader, RefusalsNameTheLine) {
  for (const char* lines : {"1-1\t2-2\tLý\t_\t_\t_\t_\t\n", "1-1\tx-2\tLý\t_\n", "nonsense\n",
                            "1-1\t0-99999999999\ta\n"}) {
    const Result<TsvFile> file = read_webanno_tsv(kHead + lines, "a.tsv");
    ASSERT_FALSE(file) << lines;
    EXPECT_THAT(file.error().what, testing::StartsWith("line 6"));
    EXPECT_FALSE(file.error().remedy.empty());
  }
  EXPECT_FALSE(read_webanno_tsv("", "a.tsv"));
  EXPECT_FALSE(read_webanno_tsv("#FORMAT=WebAnno TSV 3.3\n1-1\t0-1\ta\n", "a.tsv"));
  EXPECT_FALSE(read_webanno_tsv("\\", "a.tsv"));
}

}  // namespace
}  // namespace verbale
