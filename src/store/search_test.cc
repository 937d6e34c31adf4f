#include "store/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/test_documents.h"

namespace verbale {
namespace {

using namespace testing_store;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string kTrade = "The ministers spoke of trade, and of a road.\nNo railway was named by them.\n";

class SearchTest : public testing::Test {
 protected:
  void SetUp() override {
    Result<Store> store = Store::open(path_, "1");
    ASSERT_TRUE(store.has_value());
    Document lam = load("lam", kText);
    lam.source.given.date = "2024-08-19";
    lam.source.given.outlet = "Courier";
    lam.source.given.side = "VNM";
    ASSERT_TRUE(add_document(*store, std::move(lam), read).has_value());
    Document trade = load("trade", kTrade);
    trade.source.given.date = "2025-04-14";
    ASSERT_TRUE(add_document(*store, std::move(trade), [](Document& document) {
      document.publication.published.value = document.source.given.date;
    }).has_value());
  }

  // The documents of the passages found.
  std::vector<std::string> found(const std::string& query, std::vector<SearchHit>* hits = nullptr) {
    const Result<SearchNode> node = parse_search(query);
    EXPECT_TRUE(node.has_value()) << query << ": " << (node ? "" : node.error().message());
    const Result<Record> record = Record::open(path_);
    std::vector<std::string> documents;
    const Result<void> done = search(*record, *node, -1, [&](const SearchHit& hit) {
      documents.push_back(hit.document);
      if (hits != nullptr) hits->push_back(hit);
    });
    EXPECT_TRUE(done.has_value()) << query << ": " << (done ? "" : done.error().message());
    return documents;
  }

  TemporaryFolder folder_;
  std::string path_ = folder_.file("record.db");
};

TEST_F(SearchTest, WordsInAnyWriting) {
  for (const char* query : {"To Lam", "tô lâm", "TÔ", "muong", "\"Mường Thanh\"", "\"muong thanh\""}) {
    EXPECT_THAT(found(query), ElementsAre("lam")) << query;
  }
}

TEST_F(SearchTest, Operators) {
  EXPECT_THAT(found("railway"), ElementsAre("lam", "trade"));
  EXPECT_THAT(found("railway AND named"), ElementsAre("trade"));
  EXPECT_THAT(found("railway -named"), ElementsAre("lam"));
  EXPECT_THAT(found("railway NOT named"), ElementsAre("lam"));
  EXPECT_THAT(found("road OR thanked"), ElementsAre("lam", "trade"));
  EXPECT_THAT(found("(road OR thanked) trade"), ElementsAre("trade"));
  EXPECT_THAT(found("rail*"), ElementsAre("lam", "trade"));
  EXPECT_THAT(found("rail"), IsEmpty());
  EXPECT_THAT(found("\"railway a\""), IsEmpty());
}

TEST_F(SearchTest, FieldsOfOneEntry) {
  EXPECT_THAT(found("speaker:lam"), ElementsAre("lam"));
  EXPECT_THAT(found("speaker:\"To Lam\" act:directive state:VNM"), ElementsAre("lam"));
  EXPECT_THAT(found("act:commissive"), IsEmpty());
  EXPECT_THAT(found("kind:proposed"), ElementsAre("lam"));
  // The directive is not the expressive one: no one entry is both.
  EXPECT_THAT(found("act:expressive kind:proposed"), IsEmpty());
}

TEST_F(SearchTest, FieldsOfTheDocument) {
  EXPECT_THAT(found("date:2024-08"), ElementsAre("lam"));
  EXPECT_THAT(found("railway date:[2025 TO *]"), ElementsAre("trade"));
  EXPECT_THAT(found("date:[2024-08-19 TO 2024]"), ElementsAre("lam"));
  EXPECT_THAT(found("outlet:courier"), ElementsAre("lam"));
  EXPECT_THAT(found("side:vnm"), ElementsAre("lam"));
  EXPECT_THAT(found("document:trade road"), ElementsAre("trade"));
}

TEST_F(SearchTest, SaysWhichWordsAndWhichEntries) {
  std::vector<SearchHit> hits;
  found("muong", &hits);
  ASSERT_THAT(hits, SizeIs(1));
  ASSERT_THAT(hits[0].words, SizeIs(1));
  EXPECT_EQ(hits[0].text.substr(hits[0].words[0].begin, hits[0].words[0].size()), "Mường");
  EXPECT_THAT(hits[0].entries, SizeIs(2));  // the statement and its commitment
}

TEST(SearchQuery, SaysWhatIsWrong) {
  const std::pair<const char*, const char*> kWrong[] = {
      {"(a", "a bracket is not closed"},   {"a)", "closed that was not opened"},
      {"\"a", "a quotation mark is not closed"}, {"foo:bar", "there is no field `foo`"},
      {"date:[2023]", "a range is"},       {"a OR", "something to look for is missing"},
      {"speaker:", "has no value"},        {"&&", "holds no word"}, {"", "missing"}};
  for (const auto& [query, what] : kWrong) {
    const Result<SearchNode> node = parse_search(query);
    ASSERT_FALSE(node.has_value()) << query;
    EXPECT_THAT(node.error().message(), HasSubstr(what)) << query;
  }
}

TEST(SearchQuery, BearsAnything) {
  parse_search(std::string(5000, '('));
  parse_search(std::string(5000, '-') + "a");
  parse_search(std::string(100000, 'a'));
  parse_search("\xff\xfe\"\"");
}

}  // namespace
}  // namespace verbale
