// Who met, when and where; which accounts of it were read.
#include "brief/sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "brief/lines.h"

namespace verbale {
namespace {

// The visit is in the title; what else is told of it is no meeting of its own.
std::vector<int32_t> meetings_to_list(const Occasion& occasion) {
  const std::vector<JoinedMeeting>& meetings = occasion.joined.joined.meetings;
  std::vector<int32_t> listed = occasion.meetings;
  const auto is_visit = [&](int32_t m) { return meetings[static_cast<size_t>(m)].kind == MeetingKind::Visit; };
  if (!std::ranges::all_of(listed, is_visit)) std::erase_if(listed, is_visit);
  // By day; of one day as the first account of each tells them.
  std::ranges::stable_sort(listed, {}, [&](int32_t m) {
    const JoinedMeeting& meeting = meetings[static_cast<size_t>(m)];
    const MeetingReport& report = occasion.joined.reports[static_cast<size_t>(meeting.members.front().report)];
    return std::tuple(meeting.date.empty(), std::string_view(meeting.date), report.evidence.start);
  });
  return listed;
}

}  // namespace

void add_meetings(Page& page, const Occasion& occasion, const World& world) {
  add_heading(page, 2, "Who and when");
  if (occasion.meetings.empty()) add_paragraph(page, {{"No account tells who met."}});
  for (const int32_t m : meetings_to_list(occasion)) {
    const JoinedMeeting& meeting = occasion.joined.joined.meetings[static_cast<size_t>(m)];
    std::string head = titled(std::string(to_string(meeting.kind)));
    if (!meeting.date.empty()) head += ", " + readable_date(meeting.date) + (meeting.inferred ? " (inferred)" : "");
    if (!meeting.place.name.empty()) head += ", " + meeting.place.name;
    PageLine line = {{head, PageStyle::Strong}};
    for (size_t i = 0; i < meeting.participants.size(); ++i) {
      const JoinedPerson& person = meeting.participants[i];
      std::string about = person.role;
      if (about.empty() && !person.side.empty()) about = state_name(world, person.side);
      line.push_back({(i == 0 ? ": " : "; ") + person.name + (about.empty() ? "" : ", " + about)});
    }
    add_item(page, std::move(line));
    const MeetingReport& report = occasion.joined.reports[static_cast<size_t>(meeting.members.front().report)];
    const int32_t document = occasion.joined.documents[static_cast<size_t>(meeting.members.front().report)];
    const Document& told_by = document_of(occasion, document);
    const CodePointIndex index(told_by.text);
    add_source(page, source_line(told_by, {index.to_bytes(report.evidence.start), index.to_bytes(report.evidence.end)}, world));
  }
}

void add_accounts(Page& page, const Occasion& occasion, const World& world) {
  add_heading(page, 2, "Read for this");
  std::set<std::string> sides;
  for (const int32_t account : occasion.accounts) {
    const Document& document = document_of(occasion, account);
    const Publication& publication = document.publication;
    std::string about = outlet_of(document);
    if (publication.side) about += fmt::format(" ({})", state_name(world, publication.side.value));
    if (publication.published) about += ", " + readable_date(publication.published.value);
    const bool read = is_read(occasion, document);
    add_item(page, {{about + fmt::format(" ({}): {}", document.source.name,
                                         read ? std::string(scope_of(document))
                                              : fmt::format("in a language that is not read yet ({})", publication.language))}});
    if (publication.side && read) sides.insert(publication.side.value);
  }
  for (const Copy& copy : occasion.copies) {
    add_item(page, {{fmt::format("{} ({}): the words of {}, no second witness", outlet_of(document_of(occasion, copy.document)),
                                 document_of(occasion, copy.document).source.name, document_of(occasion, copy.of).source.name)}});
  }
  for (const std::string& state : occasion.states) {
    if (!sides.contains(state)) {
      add_item(page, {{fmt::format("No account of it from the side of {} was read: what that side tells or leaves out is not known here.", state_name(world, state))}});
    }
  }
}

}  // namespace verbale
