#include "store/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <tuple>

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

TEST_F(SearchTest, FormsOfBareWordsCountAsTheWord) {
  const Result<Record> record = Record::open(path_);
  const auto found_with = [&](const std::string& query, const std::string& word, const std::string& form) {
    SearchNode node = parse_search(query).value();
    EXPECT_TRUE(node.bare) << query;
    node.forms[word] = {form, "nosuchform"};
    std::vector<std::string> words;
    EXPECT_TRUE(search(*record, node, -1, [&](const SearchHit& hit) {
      for (const Span span : hit.words) words.push_back(hit.text.substr(span.begin, span.size()));
    }).has_value());
    return words;
  };
  EXPECT_THAT(found_with("roads", "roads", "road"), ElementsAre("road"));
  EXPECT_THAT(found_with("\"roads trade\"~5", "roads", "road"), ElementsAre("trade", "road"));
  EXPECT_THAT(found_with("\"roads railway\"~2", "roads", "road"), IsEmpty());
  for (const char* query : {"\"roads\"", "roads*", "=roads", "act:roads"}) {
    EXPECT_FALSE(parse_search(query).value().bare) << query;
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
  ASSERT_THAT(hits[0].entries, SizeIs(2));  // the statement and its commitment
  EXPECT_EQ(hits[0].entries[0].layer, Layer::Statement);
  EXPECT_EQ(hits[0].entries[1].layer, Layer::Commitment);
  EXPECT_FALSE(hits[0].entries[0].act.empty());
  EXPECT_FALSE(hits[0].entries[1].kind.empty());
  ASSERT_THAT(hits[0].entries[0].actors, SizeIs(1));
  EXPECT_FALSE(hits[0].entries[0].actors[0].second.empty());
}

TEST_F(SearchTest, Nearness) {
  EXPECT_THAT(found("\"lam railway\"~3"), ElementsAre("lam"));
  EXPECT_THAT(found("\"railway lam\"~3"), ElementsAre("lam"));
  EXPECT_THAT(found("\"lam railway\"~2"), IsEmpty());
  EXPECT_THAT(found("\"lam opening railway\"~2"), ElementsAre("lam"));
  EXPECT_THAT(found("\"lam opening railway\"~1"), IsEmpty());
  std::vector<SearchHit> hits;
  found("\"railway lam\"~3", &hits);
  ASSERT_THAT(hits, SizeIs(1));
  EXPECT_THAT(hits[0].words, SizeIs(2));
}

TEST_F(SearchTest, TheseVeryDiacritics) {
  EXPECT_THAT(found("=\"Tô Lâm\""), ElementsAre("lam"));
  EXPECT_THAT(found("=\"To Lam\""), IsEmpty());
  EXPECT_THAT(found("=tô"), ElementsAre("lam"));
  EXPECT_THAT(found("=mườ*"), ElementsAre("lam"));
  EXPECT_THAT(found("railway -=\"Tô Lâm\""), ElementsAre("trade"));
  EXPECT_THAT(found("=\"To Lam\" OR railway"), ElementsAre("lam", "trade"));
}

TEST_F(SearchTest, FieldsOfSeveralValues) {
  EXPECT_THAT(found("speaker:(nobody OR lam)"), ElementsAre("lam"));
  EXPECT_THAT(found("speaker:\"to l*\""), IsEmpty());
  EXPECT_THAT(found("speaker:la*"), ElementsAre("lam"));
  EXPECT_THAT(found("by:lam act:(expressive OR directive)"), ElementsAre("lam"));
  EXPECT_THAT(found("act:expressive kind:(proposed OR agreed)"), IsEmpty());
  EXPECT_THAT(found("date:(2023 OR [2024-08 TO 2024-09])"), ElementsAre("lam"));
  EXPECT_THAT(found("date:2024 OR named"), ElementsAre("lam", "trade"));
  EXPECT_THAT(found("+railway +date:2025"), ElementsAre("trade"));
  EXPECT_THAT(found("railway -speaker:lam"), ElementsAre("trade"));
  EXPECT_THAT(found("railway -(act:expressive kind:proposed)"), ElementsAre("lam", "trade"));
}

TEST_F(SearchTest, CountsByWhatIsKnown) {
  const Result<Record> record = Record::open(path_);
  const Result<SearchAnswer> answer = answer_search(*record, *parse_search("railway"), {1, 1, SearchOrder::Oldest});
  ASSERT_TRUE(answer.has_value()) << answer.error().message();
  EXPECT_EQ(answer->total, 2);
  EXPECT_TRUE(answer->exact);
  ASSERT_THAT(answer->hits, SizeIs(1));
  EXPECT_EQ(answer->hits[0].document, "trade");
  std::string counts;
  for (const SearchFacet& facet : answer->facets) {
    for (const FacetValue& value : facet.values) {
      counts += facet.field + ':' + value.value + '=' + std::to_string(value.count) + ' ';
    }
  }
  EXPECT_EQ(counts, "side:VNM=1 outlet:Courier=1 year:2024=1 year:2025=1 act:directive=1 act:expressive=1 "
                    "speaker:to-lam=1 kind:indirect=1 kind:proposed=1 ");
}

TEST_F(SearchTest, NewestAndClosestFirst) {
  const Result<Record> record = Record::open(path_);
  for (const auto& [query, order, first] : {std::tuple{"railway", SearchOrder::Newest, "trade"},
                                            std::tuple{"railway OR opening", SearchOrder::Closest, "lam"}}) {
    const Result<SearchAnswer> answer = answer_search(*record, *parse_search(query), {1, 0, order});
    ASSERT_TRUE(answer.has_value()) << answer.error().message();
    ASSERT_THAT(answer->hits, SizeIs(1));
    EXPECT_EQ(answer->hits[0].document, first) << query;
    EXPECT_EQ(answer->total, 2);
  }
}

TEST_F(SearchTest, NamesWhatTheRecordDoesNotHave) {
  const Result<Record> record = Record::open(path_);
  const Result<SearchAnswer> answer = answer_search(*record, *parse_search("speaker:nobody railway"), {});
  ASSERT_TRUE(answer.has_value());
  EXPECT_THAT(answer->unknown, ElementsAre("speaker:nobody"));
  EXPECT_EQ(answer->total, 0);
}

// A record of the format before this index, as its tables were.
TEST_F(SearchTest, OlderRecordsAreIndexedWhenTheyAreOpened) {
  {
    const Database database(path_, Database::Mode::ReadWrite);
    database.execute("DROP TABLE passage_words; DROP TABLE passage_sample; DROP TABLE passages; DROP TABLE facts;"
                     "DROP TABLE fact_names; DROP TABLE fact_name_words; DROP TABLE stale_texts; DROP TABLE searches;"
                     "DROP TRIGGER entry_comes; DROP TRIGGER entry_changes; DROP TRIGGER entry_goes;"
                     "DROP TRIGGER publication_comes; DROP TRIGGER publication_changes; DROP TRIGGER publication_goes;"
                     "DROP TRIGGER text_changes; DROP INDEX entries_by_rank; DROP TABLE undecided_entries; ALTER TABLE texts DROP COLUMN decided; DROP TABLE decisions; ALTER TABLE entries DROP COLUMN doubt;"
                     "ALTER TABLE entries DROP COLUMN importance; ALTER TABLE entries DROP COLUMN reasons; CREATE TABLE passages (row INTEGER PRIMARY KEY);"
                     "CREATE VIRTUAL TABLE passage_words USING fts5(words); PRAGMA user_version = 3");
  }
  EXPECT_FALSE(Record::open(path_).has_value());
  ASSERT_TRUE(Store::open(path_, "1").has_value());
  EXPECT_THAT(found("\"to lam\" act:directive"), ElementsAre("lam"));
  EXPECT_THAT(found("railway"), ElementsAre("lam", "trade"));
}

TEST_F(SearchTest, WhatChangesIsIndexedAnew) {
  Result<Store> store = Store::open(path_, "2");
  Document lam = load("lam", kText);
  lam.source.given.date = "2026-01-02";
  lam.source.given.side = "CHN";
  ASSERT_TRUE(add_document(*store, std::move(lam), read).has_value());
  EXPECT_THAT(found("railway"), ElementsAre("trade", "lam"));
  EXPECT_THAT(found("side:CHN date:2026-01"), ElementsAre("lam"));
  EXPECT_THAT(found("side:VNM"), IsEmpty());
  ASSERT_TRUE(store->remove(*store->find_document("lam")).has_value());
  EXPECT_THAT(found("railway"), ElementsAre("trade"));
  EXPECT_THAT(found("speaker:lam"), IsEmpty());
}

TEST(SearchQuery, SaysWhatIsWrong) {
  const std::pair<const char*, const char*> kWrong[] = {
      {"(a", "a bracket is not closed"},
      {"a)", "closed that was not opened, at character 2"},
      {"tô \"a", "a quotation mark is not closed, at character 4"},
      {"foo:bar", "there is no field `foo`"},
      {"date:[2023]", "a range is"},
      {"act:[2023 TO 2024]", "only `date` takes a range"},
      {"date:soon", "not `soon`"},
      {"date:[2023 TO x]", "not `x`"},
      {"a OR", "something to look for is missing"},
      {"OR a", "something to look for is missing"},
      {"a AND", "something to look for is missing"},
      {"NOT", "something to look for is missing"},
      {"()", "something to look for is missing"},
      {"speaker:", "has no value"},
      {"speaker: lam", "has no value"},
      {"speaker:(a to:b)", "`to:` stands within `speaker:`"},
      {"speaker:=\"a\"", "has no value"},
      {"=(a b)", "= stands before words"},
      {"visa~", "spelt alike"},
      {"visa~2", "spelt alike"},
      {"\"a b\"~", "takes a number"},
      {"\"a b\"~101", "goes up to"},
      {"speaker:\"a b\"~2", "words of the text"},
      {"r*l", "end of a word only"},
      {"wom?n", "any letter"},
      {"visa^2", "weights"},
      {"*", "takes two letters"},
      {"a*", "takes two letters"},
      {"&&", "holds no word"},
      {"\"\"", "holds no word"},
      {"", "missing"},
      {"\xff", "UTF-8"}};
  for (const auto& [query, what] : kWrong) {
    const Result<SearchNode> node = parse_search(query);
    ASSERT_FALSE(node.has_value()) << query;
    EXPECT_THAT(node.error().message(), HasSubstr(what)) << query;
  }
}

std::string spelt(const SearchNode& node) {
  std::string own = node.field.empty() ? "" : node.field + ':';
  if (node.kind == SearchNode::Kind::Range) return own + '[' + node.text + ' ' + node.to + ']';
  if (node.kind == SearchNode::Kind::Words || node.kind == SearchNode::Kind::Field) {
    own += (node.strict ? "=<" : "<") + node.text + (node.prefix ? "*>" : ">");
    return node.near < 0 ? own : own + '~' + std::to_string(node.near);
  }
  own = node.kind == SearchNode::Kind::And ? "and(" : node.kind == SearchNode::Kind::Or ? "or(" : "not(";
  for (const SearchNode& child : node.children) own += spelt(child);
  return own + ')';
}

TEST(SearchQuery, ReadsEachOperator) {
  const std::pair<const char*, const char*> kRead[] = {
      {"a", "<a>"},
      {" a\tb ", "and(<a><b>)"},
      {"a AND b OR c", "or(and(<a><b>)<c>)"},
      {"a (b OR c)", "and(<a>or(<b><c>))"},
      {"-a", "not(<a>)"},
      {"a NOT b", "and(<a>not(<b>))"},
      {"+a -b", "and(<a>not(<b>))"},
      {"a - b", ""},
      {"\"a b\"", "<a b>"},
      {"\u201ca b\u201d", "<a b>"},
      {"\"a b\"~5", "<a b>~5"},
      {"rail*", "<rail*>"},
      {"=\"Tô Lâm\"", "=<Tô Lâm>"},
      {"=rail*", "=<rail*>"},
      {"\\(a\\)", "<(a)>"},
      {"rail\\*", "<rail*>"},
      {"\\AND", "<AND>"},
      {"\"a \\\"b\\\"\"", "<a \"b\">"},
      {"speaker\\:a", "<speaker:a>"},
      {"\\-a", "<-a>"},
      {"12:30", "<12:30>"},
      {"speaker:lam", "speaker:<lam>"},
      {"speaker:\"to lam\"", "speaker:<to lam>"},
      {"speaker:(a OR \"b c\")", "or(speaker:<a>speaker:<b c>)"},
      {"speaker:(a OR b) c", "and(or(speaker:<a>speaker:<b>)<c>)"},
      {"date:[2023 TO *]", "date:[2023 ]"},
      {"date:(2021 OR [2023 TO 2025-04])", "or(date:<2021>date:[2023 2025-04])"},
      {"what?", "<what?>"}};
  for (const auto& [query, tree] : kRead) {
    const Result<SearchNode> node = parse_search(query);
    EXPECT_EQ(node ? spelt(*node) : "", tree) << query << (node ? "" : ": " + node.error().what);
  }
}

TEST(SearchQuery, WhatCannotBeReadIsAPhrase) {
  const SearchRequest request = read_search("trade) visa~");
  EXPECT_TRUE(request.as_phrase);
  EXPECT_EQ(spelt(request.node), "<trade) visa~>");
  EXPECT_THAT(request.note, HasSubstr("as a phrase"));
  EXPECT_FALSE(read_search("trade visa").as_phrase);
}

TEST(SearchQuery, BearsAnything) {
  parse_search(std::string(5000, '('));
  parse_search(std::string(5000, '-') + "a");
  parse_search(std::string(100000, 'a'));
  parse_search("\xff\xfe\"\"");
}

}  // namespace
}  // namespace verbale
