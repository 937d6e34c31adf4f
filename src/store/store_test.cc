#include "store/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/lists.h"
#include "store/test_documents.h"

namespace verbale {
namespace {

using namespace testing_store;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class StoreTest : public testing::Test {
 protected:
  Store open(const std::string& version = "1") {
    Result<Store> store = Store::open(path_, version);
    EXPECT_TRUE(store.has_value()) << (store ? "" : store.error().message());
    return std::move(*store);
  }

  Outcome add(Store& store, Document document) {
    const Result<Outcome> outcome = add_document(store, std::move(document), read);
    EXPECT_TRUE(outcome.has_value()) << (outcome ? "" : outcome.error().message());
    return outcome.value_or(Outcome::Known);
  }

  std::vector<ListedEntry> entries(Layer layer, const EntryFilter& filter = {}) {
    std::vector<ListedEntry> all;
    const Result<Record> record = Record::open(path_);
    EXPECT_TRUE(record.has_value()) << (record ? "" : record.error().message());
    const Result<void> done =
        record->each_entry(layer, filter, [&](const ListedEntry& entry) { all.push_back(entry); });
    EXPECT_TRUE(done.has_value()) << (done ? "" : done.error().message());
    return all;
  }

  std::vector<std::string> names() {
    std::vector<std::string> all;
    const Result<Record> record = Record::open(path_);
    EXPECT_TRUE(record->each_document({}, [&](const ListedDocument& document) {
      all.push_back(document.name);
    }).has_value());
    return all;
  }

  TemporaryFolder folder_;
  std::string path_ = folder_.file("record.db");
};

TEST_F(StoreTest, AddingAgainChangesNothing) {
  Store store = open();
  EXPECT_EQ(add(store, load("a", kText)), Outcome::Added);
  EXPECT_EQ(add(store, load("a", kText)), Outcome::Known);
  EXPECT_THAT(entries(Layer::Statement), SizeIs(2));
}

TEST_F(StoreTest, TwoPublicationsOfOneTextShareItsEntries) {
  Store store = open();
  Document first = load("a", kText);
  first.source.given.outlet = "VNA";
  Document second = load("b", kText);
  second.source.given.outlet = "VOV";
  EXPECT_EQ(add(store, std::move(first)), Outcome::Added);
  EXPECT_EQ(add(store, std::move(second)), Outcome::Added);
  EXPECT_THAT(names(), ElementsAre("a", "b"));
  EXPECT_THAT(entries(Layer::Statement), SizeIs(2));
}

TEST_F(StoreTest, TheEarliestPublicationSpeaksForTheTextInAnyOrder) {
  for (const bool early_first : {true, false}) {
    path_ = folder_.file(early_first ? "one.db" : "two.db");
    Store store = open();
    Document early = load("early", kText);
    early.source.given.date = "2024-08-19";
    Document late = load("late", kText);
    late.source.given.date = "2024-08-21";
    add(store, early_first ? std::move(early) : std::move(late));
    add(store, early_first ? std::move(late) : std::move(early));
    const std::vector<ListedEntry> dates = entries(Layer::Quantity);
    ASSERT_THAT(dates, SizeIs(1));
    EXPECT_EQ(dates[0].document, "early");
    EXPECT_THAT(dates[0].body, testing::HasSubstr("\"value\": \"2024-08-19\""));
  }
}

TEST_F(StoreTest, AClashOfNamesAddsANumber) {
  Store store = open();
  add(store, load("a", kText));
  add(store, load("a", "Another text.\n"));
  EXPECT_THAT(names(), ElementsAre("a", "a-2"));
}

TEST_F(StoreTest, ANewerReaderReplacesEntriesAndKeepsIds) {
  std::string id;
  {
    Store store = open("1");
    add(store, load("a", kText));
    id = entries(Layer::Statement)[0].id;
  }
  Store store = open("2");
  const Result<Outcome> outcome = add_document(store, load("a", kText), [](Document& document) {
    read(document);
    // The cue moves, most of the content stays.
    document.statements[0].cue = span_of(document, "opening");
    document.statements[0].content = {span_of(document, "a railway to Mường Thanh in 2025")};
  });
  ASSERT_TRUE(outcome.has_value());
  EXPECT_EQ(*outcome, Outcome::Renewed);
  const std::vector<ListedEntry> after = entries(Layer::Statement);
  ASSERT_THAT(after, SizeIs(2));
  EXPECT_EQ(after[0].id, id);
  EXPECT_THAT(after[0].body, testing::HasSubstr("\"id\": \"" + id + "\""));
  EXPECT_THAT(entries(Layer::Commitment)[0].body, testing::HasSubstr("\"statement_id\": \"" + id));
}

TEST_F(StoreTest, WhatAPersonSetOutlivesReadingAgain) {
  {
    Store store = open("1");
    add(store, load("a", kText));
    const Result<StoredDocument> document = store.find_document("a");
    ASSERT_TRUE(document.has_value());
    ASSERT_TRUE(store.set(*document, "outlet", "VNA").has_value());
  }
  Store store = open("2");
  EXPECT_EQ(add(store, load("a", kText)), Outcome::Renewed);
  EXPECT_EQ(entries(Layer::Statement)[0].outlet, "VNA");
}

TEST_F(StoreTest, RemovingLeavesNothingBehind) {
  Store store = open();
  add(store, load("a", kText));
  const Result<StoredDocument> document = store.find_document("a");
  ASSERT_TRUE(store.remove(*document).has_value());
  EXPECT_THAT(names(), IsEmpty());
  EXPECT_THAT(entries(Layer::Statement), IsEmpty());
  EXPECT_EQ(add(store, load("a", kText)), Outcome::Added);
}

TEST_F(StoreTest, RemovingWhoSpokeForATextNamesWhoSpeaksNow) {
  Store store = open();
  Document early = load("early", kText);
  early.source.given.date = "2024-08-19";
  Document late = load("late", kText);
  late.source.given.date = "2024-08-21";
  add(store, std::move(early));
  add(store, std::move(late));
  const Result<std::optional<StoredDocument>> next = store.remove(*store.find_document("early"));
  ASSERT_TRUE(next.has_value() && next->has_value());
  EXPECT_EQ((*next)->name, "late");
}

TEST_F(StoreTest, FiltersFindBySpeakerWithAndWithoutDiacritics) {
  Store store = open();
  add(store, load("a", kText));
  EntryFilter filter;
  for (const char* speaker : {"to-lam", "To Lam", "tô lâm", "lam"}) {
    filter.speaker = speaker;
    EXPECT_THAT(entries(Layer::Statement, filter), SizeIs(2)) << speaker;
  }
  filter.speaker = "xi";
  EXPECT_THAT(entries(Layer::Statement, filter), IsEmpty());
}

TEST_F(StoreTest, FiltersByActStateAndDate) {
  Store store = open();
  Document document = load("a", kText);
  document.source.given.date = "2024-08-19";
  add(store, std::move(document));
  EntryFilter filter;
  filter.act = "expressive";
  filter.state = "VNM";
  filter.from = "2024-08";
  filter.to = "2024-08";
  EXPECT_THAT(entries(Layer::Statement, filter), SizeIs(1));
  filter.to = "2024-07";
  EXPECT_THAT(entries(Layer::Statement, filter), IsEmpty());
}

TEST_F(StoreTest, RefusesWhatIsNoRecord) {
  FILE* file = fopen(path_.c_str(), "w");
  fputs("not a database, but long enough to be taken for one by its first hundred bytes ......", file);
  fclose(file);
  const Result<Store> store = Store::open(path_, "1");
  ASSERT_FALSE(store.has_value());
  EXPECT_THAT(store.error().message(), testing::HasSubstr("is no record of verbale"));
}

}  // namespace
}  // namespace verbale
