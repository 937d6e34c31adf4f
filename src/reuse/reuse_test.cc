#include "reuse/reuse.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "reuse/test_texts.h"

namespace verbale {
namespace {

struct OwnedText {
  std::string id;
  std::string text;
  std::string outlet;
  std::string date;
  ReuseText view() const { return {id, text, outlet, date, {}}; }
};

Reuse reuse_of(const std::vector<OwnedText>& texts, const ReuseOptions& options = {}) {
  std::vector<ReuseText> views;
  for (const OwnedText& text : texts) views.push_back(text.view());
  return find_reuse(views, options);
}

// All that is said of the texts, by their ids.
std::string account_of(const Reuse& reuse, const std::vector<OwnedText>& texts) {
  const auto id = [&](int32_t text) { return texts[static_cast<size_t>(text)].id; };
  std::string out;
  for (const TextPair& pair : reuse.pairs) {
    out += id(pair.a) + "~" + id(pair.b) + " " + std::string(to_string(pair.relation)) + " " +
           std::to_string(pair.covered_a) + "/" + std::to_string(pair.covered_b);
    for (const PassagePair& passage : pair.passages) {
      out += " " + std::to_string(passage.a.begin) + "-" + std::to_string(passage.a.end) + ":" +
             std::to_string(passage.b.begin) + "-" + std::to_string(passage.b.end) + "/" +
             std::to_string(passage.words) + std::string(to_string(passage.kind));
    }
    out += "\n";
  }
  for (const TextGroup& group : reuse.groups) {
    for (const int32_t member : group.members) out += id(member) + " ";
    out += "\n";
  }
  return out;
}

// Originals, cut and reordered copies, exact copies, an outlet's foot, a much used formula.
std::vector<OwnedText> mixed_texts() {
  InventedProse prose(11);
  const std::string foot = prose.sentence(20);
  const std::string formula = prose.sentence(16);
  std::vector<OwnedText> texts;
  for (int i = 0; i < 90; ++i) {
    std::vector<std::string> sentences = prose.sentences(14);
    const std::string id = "t" + std::to_string(100 + i);
    sentences.insert(sentences.begin() + 3, formula);
    texts.push_back({id, joined(sentences) + (i % 3 == 0 ? " " + foot : ""),
                     i % 3 == 0 ? "Daily" : "Agency", "2024-03-" + std::to_string(10 + i % 20)});
    if (i % 7 == 0) texts.push_back({id + "x", texts.back().text, "Mirror", "2024-04-02"});
    if (i % 5 == 0) {
      std::reverse(sentences.begin(), sentences.begin() + 6);
      sentences.resize(9);
      texts.push_back({id + "c", joined(sentences), "Herald", "2024-04-01"});
    }
  }
  return texts;
}

TEST(Reuse, NothingInNothing) {
  EXPECT_TRUE(reuse_of({}).pairs.empty());
  EXPECT_TRUE(reuse_of({{"a", "", "", ""}, {"b", "", "", ""}}).pairs.empty());
  EXPECT_TRUE(reuse_of({{"a", "short", "", ""}, {"b", "text", "", ""}}).pairs.empty());
}

TEST(Reuse, TheOrderOfTextsChangesNothing) {
  std::vector<OwnedText> texts = mixed_texts();
  const std::string expected = account_of(reuse_of(texts), texts);
  EXPECT_NE(expected.find("wire-copy"), std::string::npos);
  InventedProse random(3);
  for (int round = 0; round < 4; ++round) {
    for (size_t i = texts.size(); i > 1; --i) {
      std::swap(texts[i - 1], texts[random.number(static_cast<uint32_t>(i))]);
    }
    EXPECT_EQ(account_of(reuse_of(texts), texts), expected);
  }
}

TEST(Reuse, TheNumberOfThreadsChangesNothing) {
  const std::vector<OwnedText> texts = mixed_texts();
  ReuseOptions options;
  const std::string expected = account_of(reuse_of(texts, options), texts);
  for (options.threads = 2; options.threads <= 5; ++options.threads) {
    EXPECT_EQ(account_of(reuse_of(texts, options), texts), expected);
  }
}

TEST(Reuse, AddedInPiecesAsAllAtOnce) {
  const std::vector<OwnedText> texts = mixed_texts();
  const std::string expected = account_of(reuse_of(texts), texts);
  for (const size_t piece : {1u, 17u, 60u}) {
    ReuseIndex index({});
    Reuse last;
    for (size_t first = 0; first < texts.size(); first += piece) {
      std::vector<ReuseText> views;
      for (size_t i = first; i < std::min(first + piece, texts.size()); ++i)
        views.push_back(texts[i].view());
      index.add(views);
      last = index.result();
    }
    EXPECT_EQ(account_of(last, texts), expected) << piece;
  }
}

TEST(Reuse, AFormulaInManyTextsProposesNoPairsButItsBearersAreFoundByOtherWords) {
  const std::vector<OwnedText> texts = mixed_texts();
  ReuseOptions options;
  options.max_texts = 8;
  for (const TextPair& pair : reuse_of(texts, options).pairs) {
    if (is_copy(pair.relation)) {
      EXPECT_EQ(texts[static_cast<size_t>(pair.a)].id.substr(0, 4),
                texts[static_cast<size_t>(pair.b)].id.substr(0, 4));
    }
  }
  const auto copies = [&](const Reuse& reuse) {
    return std::count_if(reuse.pairs.begin(), reuse.pairs.end(),
                         [](const TextPair& pair) { return is_copy(pair.relation); });
  };
  EXPECT_EQ(copies(reuse_of(texts, options)), copies(reuse_of(texts)));
}

TEST(Reuse, ATextCarriedByMoreOutletsThanTheBoundIsOneAccount) {
  InventedProse prose(5);
  const std::vector<std::string> wire = prose.sentences(20);
  std::vector<OwnedText> texts{{"wire", joined(wire), "Agency", "2024-01-01"}};
  for (int i = 0; i < 100; ++i) {
    std::vector<std::string> copy = wire;
    copy[static_cast<size_t>(i) % copy.size()] = prose.sentence(20);
    texts.push_back(
        {"copy" + std::to_string(i), joined(copy), "Paper " + std::to_string(i), "2024-01-02"});
  }
  const Reuse reuse = reuse_of(texts);
  ASSERT_EQ(reuse.groups.size(), 1u);
  EXPECT_EQ(reuse.groups[0].members.size(), 101u);
  EXPECT_EQ(reuse.groups[0].members[0], 0);
}

TEST(Reuse, DegenerateTextsTakeNoTime) {
  std::string same_word;
  for (int i = 0; i < 200000; ++i) same_word += "talks ";
  const std::string quotes(100000, '"');
  const std::string line(1 << 20, 'x');
  EXPECT_EQ(reuse_of({{"a", same_word, "", ""},
                      {"b", same_word + "end", "", ""},
                      {"c", quotes, "", ""},
                      {"d", line, "", ""}})
                .pairs.size(),
            1u);
}

}  // namespace
}  // namespace verbale
