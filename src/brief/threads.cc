// What became of what was undertaken before: the threads of the ledger at the occasion.
#include "brief/sections.h"

#include <fmt/format.h>

#include <algorithm>

#include "brief/lines.h"

namespace verbale {
namespace {

constexpr size_t kMostThreads = 6;

PageLine thread_line(const LedgerThread& thread, std::string_view after) {
  PageLine line = {{titled(thread.name), PageStyle::Strong}};
  if (!after.empty()) line.push_back({std::string(after)});
  return line;
}

// "visit of 18 to 20 August 2024", "meeting of 4 March 2024".
std::string column_name(const Occasion& occasion, size_t column) {
  const LedgerMeeting& meeting = occasion.ledger.meetings[column];
  const auto visit = std::ranges::find(occasion.joined.joined.visits, meeting.id, &Visit::id);
  if (visit != occasion.joined.joined.visits.end()) return "visit of " + period_of(*visit);
  return meeting.date.empty() ? "meeting " + meeting.id : "meeting of " + readable_date(meeting.date);
}

const LedgerEntry* first_entry_at(const LedgerThread& thread, int32_t column) {
  for (const LedgerEntry& entry : thread.entries) {
    if (entry.meeting == column) return &entry;
  }
  return nullptr;
}

const LedgerEntry* last_entry_before(const LedgerThread& thread, int32_t column) {
  const LedgerEntry* last = nullptr;
  for (const LedgerEntry& entry : thread.entries) {
    if (entry.meeting < column && (last == nullptr || entry.meeting >= last->meeting)) last = &entry;
  }
  return last;
}

void add_entry(Page& page, const Occasion& occasion, const LedgerThread& thread, const LedgerEntry& entry,
               std::string_view after, const World& world) {
  const Document& document = document_of(occasion, entry.document);
  PageLine line = thread_line(thread, after);
  line.push_back({": "});
  line.push_back({quoted_words(document, entry.text), PageStyle::Quote});
  add_item(page, std::move(line));
  add_source(page, source_line(document, entry.text, world));
}

}  // namespace

void add_news(Page& page, const Occasion& occasion, const World& world) {
  if (occasion.column < 1) return;
  const size_t column = static_cast<size_t>(occasion.column);
  add_heading(page, 2, "New since the " + column_name(occasion, column - 1));
  std::vector<const LedgerThread*> advanced;
  std::vector<const LedgerThread*> first;
  for (const LedgerThread& thread : occasion.ledger.threads) {
    const MeetingStatus& status = thread.statuses[column];
    if (status.status == ThreadStatus::Advanced) advanced.push_back(&thread);
    if (status.status == ThreadStatus::First) first.push_back(&thread);
  }
  if (advanced.empty() && first.empty()) add_paragraph(page, {{"No thread of undertakings or named things begins here or goes a step further."}});
  for (const LedgerThread* thread : advanced) {
    const MeetingStatus& status = thread->statuses[column];
    const LedgerEntry& entry = thread->entries[static_cast<size_t>(status.entry)];
    const Step& step = entry.steps[static_cast<size_t>(status.step)];
    const std::string words = quoted_words(document_of(occasion, entry.document), step.text, 80);
    add_entry(page, occasion, *thread, entry, fmt::format(", a step further ({} “{}”)", to_string(step.kind), words), world);
  }
  // What has a name tells more than a pledge in general.
  std::ranges::stable_sort(first, {}, [](const LedgerThread* thread) { return thread->kind == ThreadKind::Pledge; });
  for (size_t i = 0; i < std::min(first.size(), kMostThreads); ++i) {
    if (const LedgerEntry* entry = first_entry_at(*first[i], occasion.column)) {
      add_entry(page, occasion, *first[i], *entry, fmt::format(", {}", to_string(entry->stage)), world);
    }
  }
  if (first.size() > kMostThreads) add_item(page, {{left_out(first.size(), kMostThreads, "verbale ledger shows them")}});
}

void add_open(Page& page, const Occasion& occasion, const World& world) {
  if (occasion.column < 0) return;
  const size_t column = static_cast<size_t>(occasion.column);
  std::vector<const LedgerThread*> silent;
  std::vector<std::pair<const LedgerThread*, const LedgerEntry*>> late;
  for (const LedgerThread& thread : occasion.ledger.threads) {
    const LedgerEntry* const last = last_entry_before(thread, occasion.column);
    const bool undertaken = last != nullptr && (last->stage == EntryStage::Raised || last->stage == EntryStage::Agreed ||
                                                last->stage == EntryStage::Advanced);
    const bool open = undertaken && thread.kind != ThreadKind::Name && thread.kind != ThreadKind::Instrument;
    if (open && thread.statuses[column].status == ThreadStatus::Absent) silent.push_back(&thread);
    for (const LedgerEntry& entry : thread.entries) {
      if (entry.deadline && !entry.deadline->passed.empty()) late.emplace_back(&thread, &entry);
    }
  }
  if (silent.empty() && late.empty()) return;
  add_heading(page, 2, "Still open");
  for (const auto& [thread, entry] : late) {
    add_entry(page, occasion, *thread, *entry, fmt::format(", due {}, passed without mention", readable_date(entry->deadline->date)), world);
  }
  // What has a name comes before pledges in general, what was told last before what lies long back.
  std::ranges::stable_sort(silent, {}, [&](const LedgerThread* thread) {
    return std::pair(thread->kind == ThreadKind::Pledge, -last_entry_before(*thread, occasion.column)->meeting);
  });
  add_paragraph(page, {{fmt::format("Silence is that of the {} account{} read for this, no more.", occasion.accounts.size(),
                                    occasion.accounts.size() == 1 ? "" : "s"), PageStyle::Emphasis}});
  for (size_t i = 0; i < std::min(silent.size(), kMostThreads); ++i) {
    const LedgerEntry& last = *last_entry_before(*silent[i], occasion.column);
    add_entry(page, occasion, *silent[i], last,
              fmt::format(", {} at the {}, not mentioned now", to_string(last.stage),
                          column_name(occasion, static_cast<size_t>(last.meeting))),
              world);
  }
  if (silent.size() > kMostThreads) add_item(page, {{left_out(silent.size(), kMostThreads, "verbale ledger shows them")}});
}

}  // namespace verbale
