#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "store/meeting_lists.h"
#include "store/test_documents.h"

namespace verbale {
namespace {

using namespace testing_store;
using testing::ElementsAre;
using testing::SizeIs;
using testing::UnorderedElementsAre;

struct Told {
  std::string name;
  std::string date;   // of the meeting; empty: not told
  std::string side;
  std::string guest = "Petr Korda";
  MeetingKind kind = MeetingKind::Talks;
};

void read_told(Document& document, const Told& told) {
  document.publication.published.value = document.source.given.date;
  document.publication.outlet.value = document.source.given.outlet;
  document.publication.side.value = document.source.given.side;
  const int32_t host = add_person(document, "ann-marlow", "Ann Marlow", "AAA");
  const int32_t guest = add_person(document, told.guest, told.guest, "BBB");
  Meeting meeting;
  meeting.kind = told.kind;
  meeting.text = span_of(document, "received");
  meeting.participants = {{host, "Ann Marlow", {}, "AAA"}, {guest, told.guest, {}, "BBB"}};
  meeting.date = told.date;
  meeting.made_by = "meeting.clause";
  document.meetings = {meeting};
}

class MeetingRowsTest : public testing::Test {
 protected:
  std::string path() const { return folder_.file("record.db"); }

  static void add(Store& store, const Told& told) {
    Document document = load(told.name, told.name + ": Ann Marlow received " + told.guest + ".\n");
    document.source.given.date = told.date;
    document.source.given.side = told.side;
    document.source.given.outlet = "Office of " + told.side;
    const Result<Outcome> outcome = add_document(store, std::move(document), [&](Document& loaded) { read_told(loaded, told); });
    ASSERT_TRUE(outcome.has_value()) << outcome.error().message();
  }

  static void join(Store& store) { ASSERT_TRUE(store.join_meetings().has_value()); }

  // The names of the documents of each meeting, by its id.
  std::map<std::string, std::vector<std::string>> meetings(const EntryFilter& filter = {}) const {
    std::map<std::string, std::vector<std::string>> all;
    const Result<Record> record = Record::open(path());
    const Result<void> done = each_meeting(*record, filter, [&](const ListedMeeting& meeting) {
      for (const ListedAccount& account : meeting.accounts) all[meeting.id].push_back(account.document);
    });
    EXPECT_TRUE(done.has_value());
    return all;
  }

  std::vector<std::vector<std::string>> groups(const EntryFilter& filter = {}) const {
    std::vector<std::vector<std::string>> all;
    for (const auto& [id, documents] : meetings(filter)) all.push_back(documents);
    std::sort(all.begin(), all.end());
    return all;
  }

  std::string found(const std::string& id) const {
    const Result<Record> record = Record::open(path());
    const Result<FoundMeeting> meeting = find_meeting(*record, id);
    return meeting ? meeting->meeting.id : "none";
  }

  std::string id_of(const std::string& document) const {
    for (const auto& [id, documents] : meetings()) {
      if (std::find(documents.begin(), documents.end(), document) != documents.end()) return id;
    }
    return "";
  }

  void remove(Store& store, const std::string& name) {
    ASSERT_TRUE(store.remove(*store.find_document(name)).has_value());
    join(store);
  }

  TemporaryFolder folder_;
};

TEST_F(MeetingRowsTest, AccountsComeTogetherInAnyOrder) {
  std::vector<Told> all = {{"a", "2031-05-02", "AAA"}, {"b", "2031-05-02", "BBB"}, {"c", "2031-06-02", "AAA"},
                           {"d", "2031-06-02", "BBB"}, {"e", "2031-05-02", "BBB", "Lea Novak"}};
  std::vector<std::vector<std::string>> expected = {{"a", "b"}, {"c", "d"}, {"e"}};
  std::mt19937 random(5);
  for (int round = 0; round < 6; ++round) {
    TemporaryFolder folder;
    std::swap(folder.path, folder_.path);
    {
      Store store = std::move(*Store::open(path(), "1"));
      for (const Told& told : all) {
        add(store, told);
        if (round % 2 == 0) join(store);  // after each, or at the end
      }
      join(store);
    }
    EXPECT_EQ(groups(), expected);
    std::swap(folder.path, folder_.path);
    std::shuffle(all.begin(), all.end(), random);
  }
}

TEST_F(MeetingRowsTest, TheIdIsThatOfTheFirstStoredAndIdsLeadOn) {
  Store store = std::move(*Store::open(path(), "1"));
  add(store, {"a", "2031-05-02", "AAA"});
  join(store);
  const std::string id = id_of("a");
  add(store, {"b", "2031-05-02", "BBB"});
  join(store);
  EXPECT_EQ(id_of("b"), id);
  // The first account goes: the meeting has the id of the other, and the old id leads there.
  remove(store, "a");
  const std::string next = id_of("b");
  EXPECT_NE(next, id);
  EXPECT_EQ(found(id), next);
  EXPECT_EQ(found(id.substr(0, 8)), next);
  add(store, {"a", "2031-05-02", "AAA"});
  join(store);
  EXPECT_EQ(id_of("a"), next);
  EXPECT_EQ(found(id), next);
}

// Two days, then a report of the other side that shows them to be one: no; but of one that is set right.
TEST_F(MeetingRowsTest, AMergeLeavesALeadAndASplitTakesItBack) {
  Store store = std::move(*Store::open(path(), "1"));
  add(store, {"a", "2031-05-02", "AAA"});
  add(store, {"b", "2031-05-09", "BBB"});
  join(store);
  const std::string first = id_of("a");
  const std::string second = id_of("b");
  ASSERT_NE(first, second);
  const auto read_again = [&](const std::string& date) {
    Result<StoredReading> again = store.load_again(*store.find_document("b"));
    read_told(again->document, {"b", date, "BBB"});
    ASSERT_TRUE(store.add(make_reading(std::move(again->document), std::move(again->admission), test_reporter())).has_value());
    join(store);
  };
  read_again("2031-05-02");
  EXPECT_EQ(id_of("b"), first);
  EXPECT_EQ(found(second), first);
  read_again("2031-05-09");
  EXPECT_EQ(id_of("b"), second);
  EXPECT_EQ(found(second), second);
}

TEST_F(MeetingRowsTest, FiltersSeeAllAccounts) {
  Store store = std::move(*Store::open(path(), "1"));
  add(store, {"a", "2031-05-02", "AAA"});
  add(store, {"b", "2031-05-02", "BBB"});
  add(store, {"c", "2031-06-02", "AAA", "Lea Novak"});
  join(store);
  EntryFilter filter;
  filter.side = "BBB";
  EXPECT_THAT(groups(filter), ElementsAre(ElementsAre("a", "b")));
  filter = {};
  filter.document = "c";
  EXPECT_THAT(groups(filter), ElementsAre(ElementsAre("c")));
  filter = {};
  filter.from = "2031-06";
  EXPECT_THAT(groups(filter), ElementsAre(ElementsAre("c")));
  filter = {};
  filter.state = "BBB";
  filter.to = "2031-05";
  EXPECT_THAT(groups(filter), SizeIs(1));
  filter = {};
  filter.kind = "call";
  EXPECT_THAT(groups(filter), SizeIs(0));
}

}  // namespace
}  // namespace verbale
