// What of a ledger is shown. Statuses stay as they were told from all meetings.
#include <algorithm>

#include "ledger/ledger.h"

namespace verbale {
namespace {

bool is_outside(const std::string& date, const LedgerFilter& filter) {
  const bool early = !filter.from.empty() && date < filter.from;
  const bool late = !filter.to.empty() && date.substr(0, filter.to.size()) > filter.to;
  return early || late;
}

// Where each meeting stands among those that are shown; -1: it is not.
std::vector<int32_t> keep_meetings(Ledger& ledger, const LedgerFilter& filter) {
  std::vector<int32_t> place;
  std::vector<LedgerMeeting> kept;
  for (LedgerMeeting& meeting : ledger.meetings) {
    const bool outside = is_outside(meeting.date, filter);
    place.push_back(outside ? -1 : static_cast<int32_t>(kept.size()));
    if (!outside) kept.push_back(std::move(meeting));
  }
  ledger.meetings = std::move(kept);
  return place;
}

void renumber_passed(LedgerEntry& entry, const std::vector<int32_t>& place) {
  if (!entry.deadline) return;
  std::vector<int32_t> passed;
  for (const int32_t meeting : entry.deadline->passed) {
    if (place[static_cast<size_t>(meeting)] >= 0)
      passed.push_back(place[static_cast<size_t>(meeting)]);
  }
  entry.deadline->passed = std::move(passed);
}

void keep_entries(LedgerThread& thread, const std::vector<int32_t>& place, size_t meetings) {
  std::vector<int32_t> entry_place(thread.entries.size(), -1);
  std::vector<LedgerEntry> entries;
  for (size_t i = 0; i < thread.entries.size(); ++i) {
    LedgerEntry& entry = thread.entries[i];
    entry.meeting = place[static_cast<size_t>(entry.meeting)];
    if (entry.meeting < 0) continue;
    entry_place[i] = static_cast<int32_t>(entries.size());
    renumber_passed(entry, place);
    entries.push_back(std::move(entry));
  }
  std::vector<MeetingStatus> statuses(meetings);
  for (size_t m = 0; m < place.size(); ++m) {
    if (place[m] < 0) continue;
    MeetingStatus status = thread.statuses[m];
    if (status.entry >= 0) status.entry = entry_place[static_cast<size_t>(status.entry)];
    statuses[static_cast<size_t>(place[m])] = status;
  }
  thread.entries = std::move(entries);
  thread.statuses = std::move(statuses);
}

bool concerns(const LedgerThread& thread, const std::string& state) {
  return state.empty() || std::ranges::any_of(thread.entries, [&](const LedgerEntry& entry) {
           return std::ranges::find(entry.by, state) != entry.by.end() ||
                  std::ranges::find(entry.of, state) != entry.of.end();
         });
}

}  // namespace

Ledger filtered(Ledger ledger, const LedgerFilter& filter) {
  const std::vector<int32_t> place = keep_meetings(ledger, filter);
  for (LedgerThread& thread : ledger.threads) keep_entries(thread, place, ledger.meetings.size());
  std::erase_if(ledger.threads, [&](const LedgerThread& thread) {
    return thread.entries.empty() || !concerns(thread, filter.state) ||
           (filter.kind && thread.kind != *filter.kind);
  });
  return ledger;
}

}  // namespace verbale
