#include "ledger/progress.h"

#include <algorithm>
#include <set>
#include <string>

namespace verbale {
namespace {

using Seen = std::set<std::pair<StepKind, std::string>>;

void remember(const LedgerEntry& entry, Seen& seen) {
  for (const Step& step : entry.steps) seen.emplace(step.kind, step.key);
}

// The first step that no earlier meeting knew of.
MeetingStatus status_of(const LedgerThread& thread, int32_t meeting, const Seen& seen, bool first) {
  MeetingStatus status{first ? ThreadStatus::First : ThreadStatus::Again, -1, -1};
  for (size_t i = 0; i < thread.entries.size() && !first; ++i) {
    const LedgerEntry& entry = thread.entries[i];
    if (entry.meeting != meeting) continue;
    for (size_t k = 0; k < entry.steps.size(); ++k) {
      if (seen.contains({entry.steps[k].kind, entry.steps[k].key})) continue;
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

void follow(LedgerThread& thread, std::span<const LedgerMeeting> meetings) {
  thread.statuses.assign(meetings.size(), {});
  Seen seen;
  bool first = true;
  for (size_t m = 0; m < meetings.size(); ++m) {
    const int32_t meeting = static_cast<int32_t>(m);
    const bool there = std::ranges::any_of(
        thread.entries, [&](const LedgerEntry& e) { return e.meeting == meeting; });
    if (!there) continue;
    thread.statuses[m] = status_of(thread, meeting, seen, first);
    first = false;
    for (const LedgerEntry& entry : thread.entries) {
      if (entry.meeting == meeting) remember(entry, seen);
    }
    const int32_t shown = thread.statuses[m].entry;
    if (shown >= 0 && thread.entries[static_cast<size_t>(shown)].stage != EntryStage::Done) {
      thread.entries[static_cast<size_t>(shown)].stage = EntryStage::Advanced;
    }
  }
  find_passed(thread, meetings);
}

}  // namespace verbale
