#include "ledger/ledger.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "base/json_value.h"
#include "ledger/ledger_calendar.h"
#include "ledger/ledger_json.h"
#include "ledger/ledger_page.h"
#include "ledger/meetings_of.h"
#include "ledger/names.h"
#include "pipeline/pipeline.h"
#include "record/ids.h"

namespace verbale {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

struct Account {
  std::string name;
  std::string date;
  std::string side;
  std::string text;
};

// Three talks of Peru's and Chile's presidents, told in the record's own way.
std::vector<Account> three_talks() {
  return {
      {"lima-2021", "2021-03-02", "PER",
       "President Pedro Quispe of Peru held talks with President Luis Rojas of Chile in Lima on "
       "March 2, 2021.\n\n"
       "The two leaders agreed to build a railway between Tacna and Arica and to strengthen "
       "cooperation on mining safety.\n\n"
       "President Rojas proposed that both sides settle fishing disputes by peaceful means.\n"},
      {"santiago-2022", "2022-06-10", "CHL",
       "President Luis Rojas of Chile held talks with President Pedro Quispe of Peru in Santiago "
       "on June 10, 2022.\n\n"
       "President Rojas stressed the need to speed up the railway between Tacna and Arica.\n\n"
       "The two leaders agreed to expand student exchanges by 2024.\n"},
      {"lima-2025", "2025-09-01", "PER",
       "President Pedro Quispe of Peru held talks with President Luis Rojas of Chile in Lima on "
       "September 1, 2025.\n\n"
       "The two leaders agreed to set up a joint railway committee for the Tacna - Arica line.\n\n"
       "They agreed to deepen cooperation on mining safety.\n"},
  };
}

std::vector<Account> two_talks(const std::string& first, const std::string& second) {
  return {{"lima-2021", "2021-03-02", "PER",
           "President Pedro Quispe of Peru held talks with President Luis Rojas of Chile in Lima "
           "on March 2, 2021.\n\n" +
               first + "\n"},
          {"santiago-2022", "2022-06-10", "CHL",
           "President Luis Rojas of Chile held talks with President Pedro Quispe of Peru in "
           "Santiago on June 10, 2022.\n\n" +
               second + "\n"}};
}

class LedgerTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Result<Reader> reader = load_reader();
    ASSERT_TRUE(reader) << reader.error().message();
    reader_ = std::move(*reader);
    Result<Meanings> meanings = Meanings::load(reader_.knowledge->home);
    ASSERT_TRUE(meanings) << meanings.error().message();
    meanings_ = std::move(*meanings);
    Result<LedgerWords> words = LedgerWords::load(reader_.knowledge->home);
    ASSERT_TRUE(words) << words.error().message();
    words_ = std::move(*words);
  }

  static std::vector<Document> read(const std::vector<Account>& accounts) {
    std::vector<Document> documents;
    for (const Account& account : accounts) {
      Document& document = documents.emplace_back();
      document.source.name = account.name;
      document.source.given.date = account.date;
      document.source.given.side = account.side;
      document.text = account.text;
      read_document(document, reader_);
    }
    return documents;
  }

  static Ledger ledger_of(const std::vector<Document>& documents) {
    const MeetingReporter reporter(*reader_.knowledge);
    return make_ledger(documents, ledger_meetings(documents, reporter),
                       {reader_.knowledge.get(), &meanings_, &words_});
  }

  static const LedgerThread* thread_with(const Ledger& ledger,
                                         const std::vector<Document>& documents,
                                         std::string_view word) {
    for (const LedgerThread& thread : ledger.threads) {
      for (const LedgerEntry& entry : thread.entries) {
        const std::string_view text =
            documents[static_cast<size_t>(entry.document)].str(entry.text);
        if (text.find(word) != std::string_view::npos) return &thread;
      }
    }
    return nullptr;
  }

  static std::vector<std::string> statuses(const LedgerThread& thread) {
    std::vector<std::string> names;
    for (const MeetingStatus& status : thread.statuses)
      names.emplace_back(to_string(status.status));
    return names;
  }

  // The thread that has the word, in the ledger of two talks; one without statuses: none has it.
  static LedgerThread thread_of(const std::string& first, const std::string& second,
                                std::string_view word) {
    const std::vector<Document> documents = read(two_talks(first, second));
    const Ledger ledger = ledger_of(documents);
    const LedgerThread* thread = thread_with(ledger, documents, word);
    return thread == nullptr ? LedgerThread() : *thread;
  }

  static Reader reader_;
  static Meanings meanings_;
  static LedgerWords words_;
};
Reader LedgerTest::reader_;
Meanings LedgerTest::meanings_;
LedgerWords LedgerTest::words_;

TEST_F(LedgerTest, AThreadIsFollowedWhateverTheVerb) {
  const std::vector<Document> documents = read(three_talks());
  const Ledger ledger = ledger_of(documents);
  ASSERT_EQ(ledger.meetings.size(), 3U);
  EXPECT_THAT(ledger.states, ElementsAre("CHL", "PER"));
  const LedgerThread* railway = thread_with(ledger, documents, "railway between");
  ASSERT_NE(railway, nullptr);
  EXPECT_THAT(statuses(*railway), ElementsAre("first", "again", "advanced"));
  EXPECT_EQ(railway->kind, ThreadKind::Project);
}

TEST_F(LedgerTest, WhatAdvancedIsShown) {
  const std::vector<Document> documents = read(three_talks());
  const Ledger ledger = ledger_of(documents);
  const LedgerThread* railway = thread_with(ledger, documents, "railway between");
  ASSERT_NE(railway, nullptr);
  const MeetingStatus& last = railway->statuses.back();
  ASSERT_GE(last.entry, 0);
  const LedgerEntry& entry = railway->entries[static_cast<size_t>(last.entry)];
  const Step& step = entry.steps[static_cast<size_t>(last.step)];
  EXPECT_EQ(step.kind, StepKind::Body);
  EXPECT_THAT(std::string(documents[static_cast<size_t>(entry.document)].str(step.text)),
              HasSubstr("committee"));
}

TEST_F(LedgerTest, WhatIsNotMentionedIsAbsent) {
  const std::vector<Document> documents = read(three_talks());
  const Ledger ledger = ledger_of(documents);
  const LedgerThread* mining = thread_with(ledger, documents, "mining");
  ASSERT_NE(mining, nullptr);
  EXPECT_THAT(statuses(*mining), ElementsAre("first", "absent", "again"));
}

TEST_F(LedgerTest, ATextOfNoMeetingAndNoDayIsNoMeeting) {
  std::vector<Account> accounts = three_talks();
  const std::string stray = "President Rojas of Chile said that Chile will build the port of Arica. "
                            "President Quispe of Peru said that Peru will help.\n";
  accounts.push_back({"stray", "", "", stray});
  const std::vector<Document> documents = read(accounts);
  const MeetingReporter reporter(*reader_.knowledge);
  const std::vector<LedgerMeeting> meetings = ledger_meetings(documents, reporter);
  EXPECT_EQ(meetings.size(), 3);
  EXPECT_THAT(in_no_meeting(documents, meetings), ElementsAre(3));
  accounts.back().date = "2025-09-02";  // beside the last talks
  EXPECT_THAT(in_no_meeting(documents, ledger_meetings(read(accounts), reporter)), testing::IsEmpty());
  const std::vector<Document> alone = read({{"stray", "", "", stray}});
  EXPECT_EQ(ledger_meetings(alone, reporter).size(), 1);
}

TEST_F(LedgerTest, ADueDatePassesWithoutMention) {
  const std::vector<Document> documents = read(three_talks());
  const Ledger ledger = ledger_of(documents);
  const LedgerThread* students = thread_with(ledger, documents, "student");
  ASSERT_NE(students, nullptr);
  ASSERT_TRUE(students->entries.front().deadline);
  EXPECT_EQ(students->entries.front().deadline->date, "2024-12-31");
  EXPECT_THAT(students->entries.front().deadline->passed, ElementsAre(2));
}

TEST_F(LedgerTest, DifferentThingsDoNotMix) {
  const std::vector<Document> documents = read(three_talks());
  const Ledger ledger = ledger_of(documents);
  const LedgerThread* railway = thread_with(ledger, documents, "railway between");
  EXPECT_NE(railway, thread_with(ledger, documents, "mining"));
  EXPECT_NE(railway, thread_with(ledger, documents, "student"));
  EXPECT_NE(railway, thread_with(ledger, documents, "fishing"));
}

TEST_F(LedgerTest, TheOrderOfTheDocumentsMakesNoDifference) {
  std::vector<Account> accounts = three_talks();
  std::ranges::sort(accounts, {}, &Account::name);
  const std::vector<Document> first = read(accounts);
  const std::string expected = ledger_json(ledger_of(first), first);
  while (std::ranges::next_permutation(accounts, {}, &Account::name).found) {
    const std::vector<Document> documents = read(accounts);
    EXPECT_EQ(ledger_json(ledger_of(documents), documents), expected);
  }
}

TEST_F(LedgerTest, EveryEntryIsAtItsPlaceInOneThreadOnly) {
  const std::vector<Document> documents = read(three_talks());
  const Ledger ledger = ledger_of(documents);
  std::set<std::string> ids;
  for (const LedgerThread& thread : ledger.threads) {
    EXPECT_EQ(thread.statuses.size(), ledger.meetings.size());
    for (const LedgerEntry& entry : thread.entries) {
      EXPECT_TRUE(ids.insert(entry.id).second) << entry.id;
      EXPECT_LE(entry.text.end, documents[static_cast<size_t>(entry.document)].text.size());
      EXPECT_FALSE(entry.text.empty());
    }
  }
}

TEST_F(LedgerTest, FiltersKeepWhatWasToldFromAllMeetings) {
  const std::vector<Document> documents = read(three_talks());
  LedgerFilter filter;
  filter.from = "2022";
  filter.kind = ThreadKind::Project;
  const Ledger ledger = filtered(ledger_of(documents), filter);
  ASSERT_EQ(ledger.meetings.size(), 2U);
  const LedgerThread* railway = thread_with(ledger, documents, "railway");
  ASSERT_NE(railway, nullptr);
  EXPECT_THAT(statuses(*railway), ElementsAre("again", "advanced"));
  EXPECT_EQ(thread_with(ledger, documents, "student"), nullptr);
}

TEST_F(LedgerTest, AMarkIsLaidOnItsWordsWhateverTheirId) {
  const std::vector<Document> documents = read(three_talks());
  Ledger ledger = ledger_of(documents);
  const LedgerThread* railway = thread_with(ledger, documents, "railway between");
  ASSERT_NE(railway, nullptr);
  const LedgerEntry& entry = railway->entries.front();
  PersonMark mark;
  mark.entry = "c-older";
  mark.text = text_id(documents[static_cast<size_t>(entry.document)].text);
  mark.start = entry.text.begin;
  mark.end = entry.text.end;
  mark.date = "2025-09-01";
  PersonMark lost = mark;
  lost.start = 0;
  lost.end = 5;
  EXPECT_EQ(lay_marks(ledger, documents, {mark, lost}).size(), 1U);
  railway = thread_with(ledger, documents, "railway between");
  EXPECT_THAT(railway->marks, ElementsAre(mark));
  EXPECT_THAT(page_to_markdown(ledger_page(ledger, documents)),
              HasSubstr("Marked 0 (compliance) on 2025-09-01"));
}

// Two talks of Peru's and Chile's presidents that say these sentences.
TEST_F(LedgerTest, AWordBesideTheThingIsNoMentionOfIt) {
  const LedgerThread routes =
      thread_of("The two leaders agreed to open more air routes.",
                "President Rojas asked Peru to help with urban air pollution.", "air routes");
  EXPECT_THAT(statuses(routes), ElementsAre("first", "absent"));
}

TEST_F(LedgerTest, StatementsOfTwoSummitsAreTwo) {
  const LedgerThread statement =
      thread_of("The two sides issued a joint statement on fisheries.",
                "The two sides issued a joint statement on fisheries.", "joint statement");
  EXPECT_THAT(statuses(statement), ElementsAre("first", "absent"));
}

TEST_F(LedgerTest, ABodyIsAStepOfWhatItIsFor) {
  const LedgerThread trade =
      thread_of("The two leaders agreed to expand trade.",
                "The two leaders agreed to open Peruvian trade promotion offices in Chile.",
                "expand trade");
  ASSERT_THAT(statuses(trade), ElementsAre("first", "advanced"));
  EXPECT_EQ(trade.entries.back().made_by, "ledger.body");
}

TEST_F(LedgerTest, ABodyThatIsOnlySpokenOfIsNoStep) {
  const LedgerThread contacts =
      thread_of("The two leaders agreed to maintain contacts on fisheries.",
                "They agreed to maintain contacts on fisheries at the level of agencies.",
                "fisheries");
  EXPECT_THAT(statuses(contacts), ElementsAre("first", "again"));
}

TEST_F(LedgerTest, ARailwayWithANameIsInTheThreadOfTheRailway) {
  const LedgerThread railway =
      thread_of("The two leaders agreed to speed up railway connections.",
                "They agreed to start work on the Tacna - Arica railway this year.",
                "railway connections");
  EXPECT_THAT(statuses(railway), ElementsAre("first", "advanced"));
  EXPECT_EQ(railway.name, "railway connections") << "the name is said at one meeting only";
}

TEST_F(LedgerTest, ALabelSaysWhatItIsOf) {
  const std::string first = "The two leaders agreed to strengthen cooperation in health care.";
  const std::string second =
      "President Rojas stressed that Chile opposes any interference in its affairs.";
  EXPECT_EQ(thread_of(first, second, "health care").name, "cooperation in health care");
  EXPECT_THAT(thread_of(first, second, "interference").name,
              HasSubstr("opposes any interference"));
}

TEST_F(LedgerTest, AThingInMostOfItsWordsIsNotAbsent) {
  const LedgerThread interests =
      thread_of("They agreed on the need to respect the legal and legitimate interests of divers.",
                "President Rojas said that harbours serve the legitimate interests of divers.",
                "legal and legitimate");
  EXPECT_THAT(statuses(interests), ElementsAre("first", "again"));
}

TEST_F(LedgerTest, EveryUndertakingIsInAThread) {
  const std::vector<Document> documents =
      read(two_talks("President Rojas pledged that Chile will respond swiftly and decisively.",
                     "The two leaders agreed to meet again and to open a cable car in Iquique."));
  const Ledger ledger = ledger_of(documents);
  for (size_t d = 0; d < documents.size(); ++d) {
    ASSERT_FALSE(documents[d].commitments.empty());
    for (const Commitment& commitment : documents[d].commitments) {
      const bool there = std::ranges::any_of(ledger.threads, [&](const LedgerThread& thread) {
        return std::ranges::any_of(thread.entries, [&](const LedgerEntry& entry) {
          return entry.document == static_cast<int32_t>(d) && entry.text.overlaps(commitment.text);
        });
      });
      EXPECT_TRUE(there) << documents[d].str(commitment.text);
    }
  }
}

TEST_F(LedgerTest, AMarkOnAMentionBelongsToTheThreadThatItIsMentionedIn) {
  const std::vector<Document> documents = read(three_talks());
  Ledger ledger = ledger_of(documents);
  const LedgerThread* railway = thread_with(ledger, documents, "railway between");
  const LedgerThread* mining = thread_with(ledger, documents, "mining");
  ASSERT_TRUE(railway != nullptr && mining != nullptr);
  const LedgerEntry& words = railway->entries.front();
  PersonMark mark;  // on words of the railway, as a mention in the thread of mining
  mark.entry = words.id + "~" + mining->id;
  mark.text = text_id(documents[static_cast<size_t>(words.document)].text);
  mark.start = words.text.begin;
  mark.end = words.text.end;
  mark.date = "2025-09-01";
  EXPECT_TRUE(lay_marks(ledger, documents, {mark}).empty());
  EXPECT_THAT(thread_with(ledger, documents, "mining")->marks, ElementsAre(mark));
  EXPECT_TRUE(thread_with(ledger, documents, "railway between")->marks.empty());
}

TEST_F(LedgerTest, TheJsonIsOneValue) {
  const std::vector<Document> documents = read(three_talks());
  const std::optional<JsonValue> json =
      JsonValue::parse(ledger_json(ledger_of(documents), documents));
  ASSERT_TRUE(json);
  EXPECT_EQ(json->at("meetings").items.size(), 3U);
  EXPECT_FALSE(json->at("threads").items.empty());
}

TEST_F(LedgerTest, TheCalendarIsFolded) {
  const std::vector<Document> documents = read(three_talks());
  const std::string calendar = ledger_calendar(ledger_of(documents), documents);
  EXPECT_THAT(calendar, HasSubstr("DTSTART;VALUE=DATE:20241231\r\nDTEND;VALUE=DATE:20250101\r\n"));
  EXPECT_TRUE(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  EXPECT_TRUE(calendar.ends_with("END:VCALENDAR\r\n"));
  for (size_t at = 0; at < calendar.size();) {
    const size_t end = calendar.find("\r\n", at);
    ASSERT_NE(end, std::string::npos);
    EXPECT_LE(end - at, 75U);
    at = end + 2;
  }
}

TEST_F(LedgerTest, NothingAndOneMeetingAreLedgersToo) {
  EXPECT_TRUE(ledger_of({}).threads.empty());
  std::vector<Account> one = three_talks();
  one.resize(1);
  const std::vector<Document> documents = read(one);
  const Ledger ledger = ledger_of(documents);
  ASSERT_FALSE(ledger.threads.empty());
  for (const LedgerThread& thread : ledger.threads)
    EXPECT_THAT(statuses(thread), ElementsAre("first"));
}

TEST_F(LedgerTest, ANameIsOneWhicheverStateStandsFirst) {
  const World& world = reader_.knowledge->world;
  const std::vector<std::string> states = {"CHL", "PER"};
  EXPECT_EQ(framework_key("Peru-Chile Strategic Dialogue", states, world),
            framework_key("Strategic Dialogue between Chile and Peru", states, world));
  EXPECT_NE(framework_key("Peru's Coast Policy", states, world),
            framework_key("Chile's Coast Policy", states, world));
}

}  // namespace
}  // namespace verbale
