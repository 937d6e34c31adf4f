#include "brief/brief.h"

#include <fmt/format.h>

#include <algorithm>

#include "brief/lines.h"
#include "brief/sections.h"
#include "ledger/meetings_of.h"

namespace verbale {
namespace {

std::vector<std::string> state_names(const std::vector<std::string>& states, const World& world) {
  std::vector<std::string> names;
  for (const std::string& state : states) names.push_back(state_name(world, state));
  return names;
}

// "Visit to China, 18 to 20 August 2024: To Lam", "Talks, Beijing, 19 August 2024: To Lam and Xi Jinping".
std::string title_of(const Occasion& occasion, const World& world) {
  std::vector<std::string> names;
  std::string head = "Meeting";
  std::string day;
  if (occasion.visit >= 0) {
    const Visit& visit = occasion.joined.joined.visits[static_cast<size_t>(occasion.visit)];
    for (const JoinedPerson& guest : visit.guests) names.push_back(guest.name);
    head = "Visit to " + state_name(world, visit.host_state);
    day = period_of(visit);
  } else if (!occasion.meetings.empty()) {
    const JoinedMeeting& meeting = occasion.joined.joined.meetings[static_cast<size_t>(occasion.meetings.front())];
    for (const JoinedPerson& person : meeting.participants) names.push_back(person.name);
    head = titled(std::string(to_string(meeting.kind)));
    if (!meeting.place.name.empty()) head += ", " + meeting.place.name;
    day = readable_date(meeting.date);
  }
  if (!day.empty()) head += ", " + day;
  constexpr size_t kMostNames = 4;
  if (names.size() > kMostNames) names.resize(kMostNames);
  return names.empty() ? head : head + ": " + in_a_row(names);
}

void add_occasion(Page& page, const Occasion& occasion, const World& world) {
  add_meetings(page, occasion, world);
  add_undertakings(page, occasion, world);
  add_instruments(page, occasion, world);
  add_said(page, occasion, world);
  add_news(page, occasion, world);
  add_one_sided(page, occasion, world);
  add_differences(page, occasion, world);
  add_open(page, occasion, world);
  add_accounts(page, occasion, world);
}

// The columns of the ledger: when the states met, and which accounts tell of it.
void add_history(Page& page, const std::vector<LedgerMeeting>& columns, std::span<const Document> documents) {
  add_heading(page, 2, "Meetings in the record");
  PageBlock table{PageBlockKind::Table, 0, {}, {}, {{{{"when"}}, {{"accounts"}}, {{"id"}}}}};
  for (const LedgerMeeting& column : columns) {
    std::vector<std::string> accounts;
    for (const int32_t document : column.documents) accounts.push_back(outlet_of(documents[static_cast<size_t>(document)]));
    table.rows.push_back({{{column.date.empty() ? "not known" : readable_date(column.date)}}, {{in_a_row(accounts)}}, {{column.id}}});
  }
  page.blocks.push_back(std::move(table));
}

Page brief_of(const Occasion& occasion, const LedgerTools& tools) {
  Page page;
  page.title = title_of(occasion, tools.knowledge->world);
  add_occasion(page, occasion, tools.knowledge->world);
  return page;
}

}  // namespace

Page brief_of_occasion(std::span<const Document> documents, std::span<const int32_t> accounts,
                       const LedgerTools& tools) {
  JoinedDocuments joined = join_documents(documents, MeetingReporter(*tools.knowledge));
  return brief_of(make_occasion(documents, accounts, std::move(joined), tools), tools);
}

Page brief_of_last(std::span<const Document> documents, const LedgerTools& tools) {
  JoinedDocuments joined = join_documents(documents, MeetingReporter(*tools.knowledge));
  const std::vector<LedgerMeeting> columns = ledger_meetings(documents, joined);
  return brief_of(make_occasion(documents, columns.back().documents, std::move(joined), tools), tools);
}

Page brief_of_relationship(std::span<const Document> documents, std::span<const std::string> states, const LedgerTools& tools) {
  const World& world = tools.knowledge->world;
  const std::vector<std::string> asked(states.begin(), states.end());
  Page page;
  page.title = in_a_row(state_names(asked, world));
  JoinedDocuments joined = join_documents(documents, MeetingReporter(*tools.knowledge));
  std::vector<LedgerMeeting> columns = ledger_meetings(documents, joined);
  std::erase_if(columns, [&](const LedgerMeeting& column) { return !concerns(column, states); });
  if (columns.empty()) {
    add_paragraph(page, {{"No account in the record tells of a meeting of these states."}});
    return page;
  }
  add_history(page, columns, documents);
  const Occasion last = make_occasion(documents, columns.back().documents, std::move(joined), tools);
  add_heading(page, 2, "The last: " + title_of(last, world));
  add_occasion(page, last, world);
  return page;
}

}  // namespace verbale
