#include "reuse/fingerprints.h"

#include <gtest/gtest.h>

#include <set>

#include "reuse/test_texts.h"
#include "reuse/words.h"

namespace verbale {
namespace {

std::vector<Fingerprint> fingerprints(std::string_view text) {
  std::vector<Fingerprint> found;
  FingerprintMaker({}).add(read_words(text).hashes, found);
  return found;
}

bool share_any(std::string_view a, std::string_view b) {
  std::set<uint64_t> hashes;
  for (const Fingerprint& one : fingerprints(a)) hashes.insert(one.hash);
  for (const Fingerprint& one : fingerprints(b)) {
    if (hashes.contains(one.hash)) return true;
  }
  return false;
}

TEST(Fingerprints, EverySharedStretchOfTheSureLengthLeavesOne) {
  const uint32_t sure = FingerprintOptions{}.sure_words();
  for (uint64_t seed = 1; seed <= 300; ++seed) {
    InventedProse prose(seed);
    const std::string shared = prose.sentence(sure);
    const std::string a =
        prose.sentence(prose.number(30)) + " " + shared + " " + prose.sentence(prose.number(30));
    const std::string b =
        prose.sentence(prose.number(30)) + " " + shared + " " + prose.sentence(prose.number(30));
    EXPECT_TRUE(share_any(a, b)) << a << "\n" << b;
  }
}

TEST(Fingerprints, OfChineseTextsToo) {
  EXPECT_TRUE(share_any("记者获悉，双方同意加强铁路互联互通合作。",
                        "会谈后，双方同意加强铁路互联互通合作，并签署文件。"));
  EXPECT_FALSE(share_any("双方同意加强铁路合作", "两国领导人就地区局势交换了意见"));
}

TEST(Fingerprints, AreFewAndInOrder) {
  InventedProse prose(7);
  const std::string text = joined(prose.sentences(60));
  const std::vector<Fingerprint> found = fingerprints(text);
  const double density = static_cast<double>(found.size()) / read_words(text).size();
  EXPECT_GT(density, 0.3);
  EXPECT_LT(density, 0.5);
  for (size_t i = 1; i < found.size(); ++i) EXPECT_LT(found[i - 1].word, found[i].word);
}

TEST(Fingerprints, ShortTexts) {
  EXPECT_TRUE(fingerprints("one two three four").empty());
  EXPECT_EQ(fingerprints("one two three four five").size(), 1u);
  EXPECT_EQ(fingerprints("one two three four five six").size(), 1u);
}

}  // namespace
}  // namespace verbale
