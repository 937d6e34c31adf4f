// What states undertook and named, followed from meeting to meeting.
//
// A thread is one thing: a project, an exchange, an instrument, a mechanism, a pledge, a name. What
// makes it one thing is WHAT is spoken of (the noun phrase, the framework, the place), never the
// verb: to promote a railway and to agree on a committee for it are steps of one thread. An entry
// of a thread is a place in one account. Of each meeting the ledger says whether the thread is
// there for the first time, again, a step further, or absent: that no account mentions it, with
// where it was looked for. It never says that something was dropped or done badly: a mark of that
// kind is a person's (record/person_mark.h).
//
// Pure functions of documents that were read; the order of the documents makes no difference.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clauses/likeness.h"
#include "knowledge/knowledge.h"
#include "ledger/ledger_words.h"
#include "record/document.h"
#include "record/person_mark.h"

namespace verbale {

// A visit or, where none holds it, a meeting: a column of the ledger.
struct LedgerMeeting {
  std::string id;
  std::string date;                 // ISO, of the first day; empty: not known
  std::vector<int32_t> documents;   // its accounts, by date and name
  std::vector<std::string> states;  // alpha-3 of those who met, sorted
  bool told = true;  // false: its documents tell of no meeting and stand here by themselves
};

// raised: one side says, asks, offers, or both stress the need. agreed: both bind themselves, or an
// offer is accepted. advanced: a step more concrete than before.
enum class EntryStage : uint8_t { Raised, Agreed, UnderWay, Advanced, Done };

enum class ThreadStatus : uint8_t { First, Again, Advanced, Absent };

// What makes a step more concrete. Number: a sum or a count.
enum class StepKind : uint8_t { Body, Date, Plan, Signature, Visit, Document, Number };

// What helps an undertaking to be kept (G20 Research Group): flags to look for, no verdict.
enum class Catalyst : uint8_t { NumericalTarget, Timeline, Delegation, Mechanism };

// Something nameable that an entry brings, where it stands.
struct Step {
  StepKind kind = StepKind::Body;
  std::string key;  // the same thing in every account: canonical name, ISO date, lemma
  Span text;
  std::vector<std::string> of;  // of a body: nouns of what it is for ("trade" of a trade office)
};

struct Deadline {
  std::string date;  // ISO; a month or a year stands for its last day
  Span text;
  std::vector<int32_t> passed;  // meetings after it that do not mention the thread
};

struct LedgerEntry {
  std::string id;  // of the claim it was cut from, ".2" for the second thing of one claim, ...
  int32_t document = -1;
  int32_t meeting = -1;
  Span text;
  std::vector<Span> also;  // mere repeats in the same account
  EntryStage stage = EntryStage::Raised;
  std::vector<std::string> by;  // states, parties, organisations: who says or binds himself
  std::vector<std::string> of;  // who is asked
  std::vector<Catalyst> catalysts;
  std::vector<Step> steps;
  std::optional<Deadline> deadline;
  std::string_view made_by;
};

struct MeetingStatus {
  ThreadStatus status = ThreadStatus::Absent;
  int32_t entry = -1;  // of Advanced: the entry that shows it, and which of its steps
  int32_t step = -1;
};

struct LedgerThread {
  std::string id;  // that of its first entry; each entry's id stands for the thread
  int32_t label_document = -1;
  Span label;        // the clearest words for it in the record
  std::string name;  // of a framework: its canonical name, else the words of the label
  ThreadKind kind = ThreadKind::Pledge;
  std::vector<LedgerEntry> entries;     // by meeting, document, place
  std::vector<MeetingStatus> statuses;  // one for each meeting
  std::vector<PersonMark> marks;        // set by persons on one of its entries, by date
};

struct Ledger {
  std::vector<std::string> states;      // whose ledger it is; empty: all that were given
  std::vector<LedgerMeeting> meetings;  // by date
  std::vector<LedgerThread> threads;    // by kind, first entry
};

// What the ledger is made with besides the documents.
struct LedgerTools {
  const Knowledge* knowledge = nullptr;
  const Meanings* meanings = nullptr;
  const LedgerWords* words = nullptr;
};

// `meetings` hold indices into `documents`; a document in none of them is left out.
Ledger make_ledger(std::span<const Document> documents, std::vector<LedgerMeeting> meetings,
                   const LedgerTools& tools);

// Lays persons' marks beside the threads whose entries they were set on: the same id, or the same
// words by half. Returns those that belong to no thread.
std::vector<PersonMark> lay_marks(Ledger& ledger, std::span<const Document> documents,
                                  std::vector<PersonMark> marks);

// Which of it is shown. Statuses stay as they were told from all meetings. Empty: no filter. Dates
// are ISO, whole or cut ("2024", "2024-08"), and inclusive.
struct LedgerFilter {
  std::string from;
  std::string to;
  std::optional<ThreadKind> kind;
  std::string state;  // alpha-3: threads with an entry by or of it
};
Ledger filtered(Ledger ledger, const LedgerFilter& filter);

std::string_view to_string(EntryStage stage);
std::string_view to_string(ThreadStatus status);
std::string_view to_string(StepKind kind);
std::string_view to_string(Catalyst catalyst);

}  // namespace verbale
