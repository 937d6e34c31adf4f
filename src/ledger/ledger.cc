#include "ledger/ledger.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "base/utf8.h"
#include "ledger/bodies.h"
#include "ledger/candidates.h"
#include "ledger/mentions.h"
#include "ledger/mutual.h"
#include "ledger/progress.h"
#include "ledger/threads.h"
#include "record/ids.h"

namespace verbale {
namespace {

constexpr double kRepeats = 0.85;  // a second place in an account that says the same

// Says the thing without undertaking anything.
bool is_weak(const Candidate& candidate) { return !candidate.opens || candidate.in_passing; }

// With the adjectives and nouns that belong to the words.
TokenRange phrase_around(const Document& document, TokenRange words, TokenRange clause) {
  const auto belongs = [&](int32_t i) {
    const Token& token = document.tokens[static_cast<size_t>(i)];
    const bool hyphen = token.upos == Upos::PUNCT && !token.space_before && document.form(i) != ",";
    return token.upos == Upos::ADJ || token.upos == Upos::NOUN || token.upos == Upos::PROPN ||
           token.upos == Upos::NUM || hyphen;
  };
  while (words.first > clause.first && belongs(words.first - 1)) --words.first;
  while (words.last < clause.last && belongs(words.last)) ++words.last;
  const auto is_mark = [&](int32_t i) {
    return document.tokens[static_cast<size_t>(i)].upos == Upos::PUNCT;
  };
  while (words.last > words.first + 1 && is_mark(words.last - 1)) --words.last;
  while (words.first + 1 < words.last && is_mark(words.first)) ++words.first;
  return words;
}

class LedgerMaker {
 public:
  LedgerMaker(std::span<const Document> documents, std::vector<LedgerMeeting> meetings,
              const LedgerTools& tools)
      : documents_(documents), tools_(tools) {
    ledger_.meetings = std::move(meetings);
  }

  Ledger make() {
    order_meetings();
    ledger_.states = common_states();
    gather();
    const CoreLikeness likeness(candidates_, *tools_.meanings);
    mentions_.emplace(candidates_, *tools_.meanings);
    const std::vector<std::vector<int32_t>> groups =
        join_mutual(candidates_, group_candidates(candidates_, likeness), first_of_meetings(),
                    *mentions_, likeness);
    const std::vector<BodyStep> bodies = find_bodies(candidates_, groups);
    for (size_t i = 0; i < groups.size(); ++i)
      add_thread(groups[i], bodies_of_group(bodies, static_cast<int32_t>(i)), likeness);
    std::ranges::sort(ledger_.threads, [&](const LedgerThread& a, const LedgerThread& b) {
      return key_of(a) < key_of(b);
    });
    return std::move(ledger_);
  }

 private:
  const Document& document(int32_t index) const { return documents_[static_cast<size_t>(index)]; }

  // The order in which accounts are read, whatever order they came in.
  std::tuple<std::string, std::string, std::string_view> rank_of(int32_t index) const {
    const Document& d = document(index);
    return {d.publication.day().value, d.source.name, d.text};
  }

  void order_meetings() {
    for (LedgerMeeting& meeting : ledger_.meetings) {
      std::ranges::sort(meeting.documents,
                        [&](int32_t a, int32_t b) { return rank_of(a) < rank_of(b); });
    }
    std::ranges::sort(ledger_.meetings, [](const LedgerMeeting& a, const LedgerMeeting& b) {
      return std::tuple(a.date.empty(), std::string_view(a.date), std::string_view(a.id)) <
             std::tuple(b.date.empty(), std::string_view(b.date), std::string_view(b.id));
    });
  }

  // Of all meetings: whose relationship it is.
  std::vector<std::string> common_states() const {
    std::vector<std::string> common;
    bool first = true;
    for (const LedgerMeeting& meeting : ledger_.meetings) {
      if (meeting.states.size() < 2) continue;
      if (first) common = meeting.states;
      std::erase_if(common, [&](const std::string& s) {
        return std::ranges::find(meeting.states, s) == meeting.states.end();
      });
      first = false;
    }
    return common;
  }

  // The first candidate of each meeting, and how many there are.
  std::vector<int32_t> first_of_meetings() const {
    std::vector<int32_t> first;
    for (size_t m = 0; m <= ledger_.meetings.size(); ++m) {
      const auto at = std::ranges::lower_bound(meeting_of_, static_cast<int32_t>(m));
      first.push_back(static_cast<int32_t>(at - meeting_of_.begin()));
    }
    return first;
  }

  void gather() {
    std::vector<int32_t> used;
    for (const LedgerMeeting& meeting : ledger_.meetings)
      used.insert(used.end(), meeting.documents.begin(), meeting.documents.end());
    const NamedThings names(documents_, std::move(used), ledger_.states, *tools_.knowledge);
    for (size_t m = 0; m < ledger_.meetings.size(); ++m) {
      for (const int32_t index : ledger_.meetings[m].documents) {
        for (Candidate& candidate :
             find_candidates(document(index), index, names.of(index), tools_)) {
          candidate.meeting = static_cast<int32_t>(m);
          candidates_.push_back(std::move(candidate));
          meeting_of_.push_back(static_cast<int32_t>(m));
        }
      }
    }
  }

  void add_thread(const std::vector<int32_t>& members, const std::vector<BodyStep>& bodies,
                  const CoreLikeness& likeness);
  void add_bodies(LedgerThread& thread, const std::vector<BodyStep>& bodies) const;
  LedgerEntry entry_of(int32_t member) const;
  void add_mentions(LedgerThread& thread, const std::vector<int32_t>& members) const;
  bool repeats(int32_t member, const std::vector<int32_t>& kept, const CoreLikeness& likeness,
               size_t& which) const;
  void label(LedgerThread& thread, const std::vector<int32_t>& members,
             const CoreLikeness& likeness) const;
  double clarity(int32_t member, const std::vector<int32_t>& members,
                 const CoreLikeness& likeness) const;
  bool bears_name(const std::vector<int32_t>& members) const;
  ThreadKind kind_of(const std::vector<int32_t>& members) const;

  std::tuple<int, int32_t, int32_t, Span> key_of(const LedgerThread& thread) const {
    const LedgerEntry& first = thread.entries.front();
    return {static_cast<int>(thread.kind), first.meeting, place_in_meeting(first), first.text};
  }
  int32_t place_in_meeting(const LedgerEntry& entry) const {
    const std::vector<int32_t>& accounts =
        ledger_.meetings[static_cast<size_t>(entry.meeting)].documents;
    return static_cast<int32_t>(std::ranges::find(accounts, entry.document) - accounts.begin());
  }

  std::span<const Document> documents_;
  const LedgerTools& tools_;
  Ledger ledger_;
  std::vector<Candidate> candidates_;  // by meeting, account, place
  std::vector<int32_t> meeting_of_;
  std::optional<MentionFinder> mentions_;
};

LedgerEntry LedgerMaker::entry_of(int32_t member) const {
  const Candidate& candidate = candidates_[static_cast<size_t>(member)];
  LedgerEntry entry;
  entry.id = candidate.id;
  entry.document = candidate.document;
  entry.meeting = meeting_of_[static_cast<size_t>(member)];
  entry.text = candidate.text;
  entry.stage = candidate.stage;
  entry.by = candidate.by;
  entry.of = candidate.of;
  entry.catalysts = candidate.catalysts;
  entry.steps = candidate.steps;
  entry.deadline = candidate.deadline;
  entry.made_by = candidate.made_by;
  return entry;
}

// What an account says of the thing in passing, or in a headline, adds nothing where it undertakes
// it as well; nor does a clause in nearly the same words. `which`: the entry that it repeats.
bool LedgerMaker::repeats(int32_t member, const std::vector<int32_t>& kept,
                          const CoreLikeness& likeness, size_t& which) const {
  const Candidate& candidate = candidates_[static_cast<size_t>(member)];
  for (which = 0; which < kept.size(); ++which) {
    const Candidate& other = candidates_[static_cast<size_t>(kept[which])];
    if (other.document != candidate.document) continue;
    if (is_weak(candidate) && (!is_weak(other) || other.stage == candidate.stage)) return true;
    if (other.stage != candidate.stage) continue;
    if (other.text.overlaps(candidate.text)) return true;
    if (candidate.name_key.empty() && likeness.between(member, kept[which]) >= kRepeats)
      return true;
  }
  return false;
}

// The kind that most of its entries have; of equal ones the more special, that of a name first.
ThreadKind LedgerMaker::kind_of(const std::vector<int32_t>& members) const {
  std::array<int, kThreadKinds> votes{};
  for (const int32_t member : members) {
    const Candidate& candidate = candidates_[static_cast<size_t>(member)];
    if (!candidate.name_key.empty()) return candidate.kind;
    ++votes[static_cast<size_t>(candidate.kind)];
  }
  constexpr std::array<ThreadKind, kThreadKinds> kOrder = {
      ThreadKind::Mechanism, ThreadKind::Project, ThreadKind::Instrument,
      ThreadKind::Exchange,  ThreadKind::Pledge,  ThreadKind::Name};
  ThreadKind best = ThreadKind::Pledge;
  for (const ThreadKind kind : kOrder) {
    if (votes[static_cast<size_t>(kind)] > votes[static_cast<size_t>(best)]) best = kind;
  }
  return best;
}

// How well its words stand for the whole thread: near to the entries of all meetings, telling, and
// nothing that only one meeting set up ("railway committee" for the railway).
double LedgerMaker::clarity(int32_t member, const std::vector<int32_t>& members,
                            const CoreLikeness& likeness) const {
  constexpr uint32_t kLongest = 90;  // bytes
  constexpr int32_t kTells = 2;      // words
  const Candidate& candidate = candidates_[static_cast<size_t>(member)];
  double near = 0;
  bool several = false;
  for (const int32_t other : members) {
    near += likeness.between(member, other);
    several |= candidates_[static_cast<size_t>(other)].meeting != candidate.meeting;
  }
  double clear = 2 * near / static_cast<double>(members.size());
  clear += 0.1 * static_cast<double>(std::min(candidate.telling, kTells));
  if (candidate.opens) clear += 0.1;
  const bool step = std::ranges::any_of(candidate.steps, [&](const Step& one) {
    return one.kind != StepKind::Date && one.text.overlaps(candidate.label);
  });
  if (several && step) clear -= 1;
  if (candidate.telling == 0) clear -= 1;
  if (candidate.label.size() > kLongest) clear -= 2;
  return clear;
}

// Is it at most of the thread's meetings that a name is said?
bool LedgerMaker::bears_name(const std::vector<int32_t>& members) const {
  std::set<int32_t> all;
  std::set<int32_t> named;
  for (const int32_t member : members) {
    const Candidate& candidate = candidates_[static_cast<size_t>(member)];
    all.insert(candidate.meeting);
    if (!candidate.name_key.empty()) named.insert(candidate.meeting);
  }
  if (named.empty()) return false;
  // A project's name is that of one of its kind: where others speak of railways, they do not name
  // it.
  const bool project = kind_of(members) == ThreadKind::Project;
  return project ? named.size() == all.size() : 2 * named.size() >= all.size();
}

// The clearest words; of equal ones the earliest.
void LedgerMaker::label(LedgerThread& thread, const std::vector<int32_t>& members,
                        const CoreLikeness& likeness) const {
  const bool by_name = bears_name(members);
  double most = -1e9;
  for (const int32_t member : members) {
    const Candidate& candidate = candidates_[static_cast<size_t>(member)];
    const bool named = !candidate.name_key.empty();
    const bool project = named && candidate.kind == ThreadKind::Project;
    if (by_name ? !named : project) continue;
    const double clear = clarity(member, members, likeness);
    if (clear <= most) continue;
    most = clear;
    thread.label_document = candidate.document;
    thread.label = candidate.label;
    thread.name = by_name ? candidate.name
                          : std::string(document(candidate.document).str(candidate.label));
  }
}

// At meetings where no clause is about the thing, one that has its words nevertheless: it is not
// absent there.
void LedgerMaker::add_mentions(LedgerThread& thread, const std::vector<int32_t>& members) const {
  const EssentialWords words = mentions_->essentials(members);
  if (words.words.empty()) return;
  std::set<int32_t> there;
  for (const int32_t member : members) there.insert(meeting_of_[static_cast<size_t>(member)]);
  for (int32_t meeting = 0; meeting < static_cast<int32_t>(ledger_.meetings.size()); ++meeting) {
    if (there.contains(meeting)) continue;
    const auto range = std::ranges::equal_range(meeting_of_, meeting);
    const int32_t first = static_cast<int32_t>(range.begin() - meeting_of_.begin());
    const int32_t last = static_cast<int32_t>(range.end() - meeting_of_.begin());
    const FoundMention mention = mentions_->find(words, first, last);
    if (mention.candidate < 0) continue;
    LedgerEntry entry = entry_of(mention.candidate);
    const Document& account = document(entry.document);
    entry.text = account.span_of(phrase_around(
        account, mention.tokens, candidates_[static_cast<size_t>(mention.candidate)].tokens));
    entry.id += "~" + thread.entries.front().id;
    entry.steps.clear();
    entry.catalysts.clear();
    entry.deadline.reset();
    entry.made_by = "ledger.mention";
    thread.entries.push_back(std::move(entry));
  }
}

// What was set up for the thing and is a thread of its own: a step of this one.
void LedgerMaker::add_bodies(LedgerThread& thread, const std::vector<BodyStep>& bodies) const {
  for (const BodyStep& body : bodies) {
    LedgerEntry entry = entry_of(body.candidate);
    const Step step = entry.steps[static_cast<size_t>(body.step)];
    entry.text = step.text;
    entry.id += "~" + thread.entries.front().id;
    entry.steps = {step};
    entry.catalysts = {Catalyst::Delegation};
    entry.deadline.reset();
    entry.made_by = "ledger.body";
    thread.entries.push_back(std::move(entry));
  }
}

void LedgerMaker::add_thread(const std::vector<int32_t>& members,
                             const std::vector<BodyStep>& bodies, const CoreLikeness& likeness) {
  LedgerThread thread;
  std::vector<int32_t> order = members;
  std::ranges::stable_sort(order, {},
                           [&](int32_t m) { return is_weak(candidates_[static_cast<size_t>(m)]); });
  std::vector<int32_t> kept;
  for (const int32_t member : order) {
    size_t which = 0;
    if (repeats(member, kept, likeness, which)) {
      thread.entries[which].also.push_back(candidates_[static_cast<size_t>(member)].text);
    } else {
      kept.push_back(member);
      thread.entries.push_back(entry_of(member));
    }
  }
  add_bodies(thread, bodies);
  add_mentions(thread, members);
  for (LedgerEntry& entry : thread.entries) std::ranges::sort(entry.also);
  std::ranges::sort(thread.entries, {}, [&](const LedgerEntry& e) {
    return std::tuple(e.meeting, place_in_meeting(e), e.text);
  });
  thread.id = thread.entries.front().id;
  thread.kind = kind_of(members);
  label(thread, members, likeness);
  follow(thread, ledger_.meetings, documents_);
  ledger_.threads.push_back(std::move(thread));
}

}  // namespace

std::string_view to_string(EntryStage stage) {
  constexpr std::array<std::string_view, 5> kNames = {"raised", "agreed", "under way", "advanced",
                                                      "done"};
  return kNames[static_cast<size_t>(stage)];
}

std::string_view to_string(ThreadStatus status) {
  constexpr std::array<std::string_view, 4> kNames = {"first", "again", "advanced", "absent"};
  return kNames[static_cast<size_t>(status)];
}

std::string_view to_string(StepKind kind) {
  constexpr std::array<std::string_view, 7> kNames = {"body",  "date",     "plan",  "signature",
                                                      "visit", "document", "number"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view to_string(Catalyst catalyst) {
  constexpr std::array<std::string_view, 4> kNames = {"numerical target", "timeline", "delegation",
                                                      "mechanism"};
  return kNames[static_cast<size_t>(catalyst)];
}

Ledger make_ledger(std::span<const Document> documents, std::vector<LedgerMeeting> meetings,
                   const LedgerTools& tools) {
  return LedgerMaker(documents, std::move(meetings), tools).make();
}

}  // namespace verbale
