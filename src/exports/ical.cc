// Meetings with a known day, and undertakings whose term is a day. The ledger's calendar has months and years too.
#include <fmt/format.h>

#include <set>

#include "exports/exports.h"
#include "paper/calendar.h"

namespace verbale {
namespace {

bool is_whole_day(std::string_view iso) { return iso.size() == 10 && iso[4] == '-' && iso[7] == '-'; }

// The ISO value of the date that stands in `when`; empty where it is no day of the calendar.
std::string day_within(const Document& document, Span when) {
  for (const Quantity& quantity : document.quantities) {
    const bool inside = quantity.text.begin >= when.begin && quantity.text.end <= when.end;
    if (inside && quantity.kind == QuantityKind::Date && is_whole_day(quantity.value)) return quantity.value;
  }
  return {};
}

std::string source_line(const Document& document) {
  const Publication& publication = document.publication;
  return fmt::format("{}{}{}", publication.outlet ? publication.outlet.value : document.source.name,
                     publication.published ? ", " : "", publication.published.value);
}

std::vector<CalendarEntry> meetings_of(const ExportedDocument& exported, const ExportOptions& options) {
  std::vector<CalendarEntry> entries;
  std::set<std::string> told;  // a document tells a meeting more than once
  for (const ExportedClaim& claim : exported.claims) {
    if (claim.layer != Layer::Meeting) continue;
    const Meeting& meeting = exported.document->meetings[claim.entry];
    if (!is_whole_day(meeting.date) || !told.insert(claim.kind + meeting.date + claim.who).second) continue;
    entries.push_back({claim.id, meeting.date, {}, fmt::format("{}: {}", claim.kind, claim.who),
                       words_of(exported, meeting.text, options) + "\n" + source_line(*exported.document),
                       options.positions_only ? "" : meeting.place,
                       "meeting"});
  }
  return entries;
}

std::vector<CalendarEntry> terms_of(const ExportedDocument& exported, const ExportOptions& options) {
  std::vector<CalendarEntry> entries;
  for (const ExportedClaim& claim : exported.claims) {
    if (claim.layer != Layer::Commitment) continue;
    const Commitment& commitment = exported.document->commitments[claim.entry];
    const std::string day = day_within(*exported.document, commitment.when);
    if (day.empty()) continue;
    const std::string words = words_of(exported, commitment.text, options);
    entries.push_back({claim.id, day, {}, fmt::format("due ({}): {}", claim.kind, words.empty() ? claim.id : words),
                       claim.who + "\n" + source_line(*exported.document), {}, "due"});
  }
  return entries;
}

}  // namespace

Result<std::string> export_ical(std::span<const ExportedDocument> documents, const ExportOptions& options) {
  std::vector<CalendarEntry> entries;
  for (const ExportedDocument& exported : documents) {
    for (CalendarEntry& entry : meetings_of(exported, options)) entries.push_back(std::move(entry));
    for (CalendarEntry& entry : terms_of(exported, options)) entries.push_back(std::move(entry));
  }
  return write_calendar("Verbale", entries);
}

}  // namespace verbale
