#include "ledger/progress.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace verbale {
namespace {

// What earlier meetings told of the thread.
class Seen {
 public:
  explicit Seen(std::span<const Document> documents) : documents_(documents) {}

  void remember(const LedgerEntry& entry) {
    for (const Step& step : entry.steps) steps_.emplace(step.kind, step.key);
    texts_.push_back(fold(words_of(entry, entry.text)));
  }

  // Also in words that were no step there.
  bool has(const LedgerEntry& entry, const Step& step) const {
    if (steps_.contains({step.kind, step.key})) return true;
    const std::string words = fold(words_of(entry, step.text));
    return std::ranges::any_of(
        texts_, [&](const std::string& text) { return text.find(words) != std::string::npos; });
  }

 private:
  std::string_view words_of(const LedgerEntry& entry, Span span) const {
    return documents_[static_cast<size_t>(entry.document)].str(span);
  }

  std::span<const Document> documents_;
  std::set<std::pair<StepKind, std::string>> steps_;
  std::vector<std::string> texts_;
};

// The first step that no earlier meeting knew of.
MeetingStatus status_of(const LedgerThread& thread, int32_t meeting, const Seen& seen, bool first) {
  MeetingStatus status{first ? ThreadStatus::First : ThreadStatus::Again, -1, -1};
  for (size_t i = 0; i < thread.entries.size() && !first; ++i) {
    const LedgerEntry& entry = thread.entries[i];
    if (entry.meeting != meeting) continue;
    for (size_t k = 0; k < entry.steps.size(); ++k) {
      if (seen.has(entry, entry.steps[k])) continue;
      return {ThreadStatus::Advanced, static_cast<int32_t>(i), static_cast<int32_t>(k)};
    }
  }
  return status;
}

void find_passed(LedgerThread& thread, std::span<const LedgerMeeting> meetings) {
  for (LedgerEntry& entry : thread.entries) {
    if (!entry.deadline) continue;
    for (size_t m = 0; m < meetings.size(); ++m) {
      const bool silent = thread.statuses[m].status == ThreadStatus::Absent;
      if (silent && meetings[m].date > entry.deadline->date)
        entry.deadline->passed.push_back(static_cast<int32_t>(m));
    }
  }
}

}  // namespace

void follow(LedgerThread& thread, std::span<const LedgerMeeting> meetings,
            std::span<const Document> documents) {
  thread.statuses.assign(meetings.size(), {});
  Seen seen(documents);
  bool first = true;
  for (size_t m = 0; m < meetings.size(); ++m) {
    const int32_t meeting = static_cast<int32_t>(m);
    const bool there = std::ranges::any_of(
        thread.entries, [&](const LedgerEntry& e) { return e.meeting == meeting; });
    if (!there) continue;
    thread.statuses[m] = status_of(thread, meeting, seen, first);
    first = false;
    for (const LedgerEntry& entry : thread.entries) {
      if (entry.meeting == meeting) seen.remember(entry);
    }
    const int32_t shown = thread.statuses[m].entry;
    if (shown >= 0 && thread.entries[static_cast<size_t>(shown)].stage != EntryStage::Done) {
      thread.entries[static_cast<size_t>(shown)].stage = EntryStage::Advanced;
    }
  }
  find_passed(thread, meetings);
}

}  // namespace verbale
