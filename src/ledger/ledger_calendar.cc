#include "ledger/ledger_calendar.h"

#include <fmt/format.h>

#include <map>
#include <optional>

#include "paper/calendar.h"
#include "quantities/calendar.h"

namespace verbale {
namespace {

struct Due {
  const LedgerThread* thread = nullptr;
  const LedgerEntry* entry = nullptr;
};

std::string description_of(const Ledger& ledger, const Document& document, const Due& due) {
  std::string out = fmt::format("{}: \"{}\"", document.source.name, document.str(due.entry->text));
  out += fmt::format("\nDue by the words \"{}\"; {}.", document.str(due.entry->deadline->text),
                     to_string(due.entry->stage));
  for (const int32_t meeting : due.entry->deadline->passed) {
    const LedgerMeeting& column = ledger.meetings[static_cast<size_t>(meeting)];
    out += fmt::format("\nNo account of {} mentions it.",
                       column.date.empty() ? column.id : column.date);
  }
  return out;
}

// Months and years stand for their last day (ledger.h); what is no day of the calendar is left out.
bool is_due_day(const Due& due) {
  const std::optional<Date> day = date_from_iso(due.entry->deadline->date);
  return day && day->day != 0;
}

CalendarEntry calendar_entry(const Ledger& ledger, std::span<const Document> documents, const Due& due) {
  const Document& document = documents[static_cast<size_t>(due.entry->document)];
  const std::string& day = due.entry->deadline->date;
  return {due.entry->id + "-" + day, day, {}, "Due: " + due.thread->name, description_of(ledger, document, due), {},
          std::string(to_string(due.thread->kind))};
}

}  // namespace

std::string ledger_calendar(const Ledger& ledger, std::span<const Document> documents) {
  std::map<std::pair<std::string, std::string>, Due> dues;  // by day and thread
  for (const LedgerThread& thread : ledger.threads) {
    for (const LedgerEntry& entry : thread.entries) {
      if (entry.deadline) dues.try_emplace({entry.deadline->date, thread.id}, Due{&thread, &entry});
    }
  }
  std::vector<CalendarEntry> entries;
  for (const auto& [key, due] : dues) {
    if (is_due_day(due)) entries.push_back(calendar_entry(ledger, documents, due));
  }
  return write_calendar("Verbale ledger", entries);
}

}  // namespace verbale
