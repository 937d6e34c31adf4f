#include "cli/meeting_text.h"

#include <fmt/format.h>

#include "cli/terminal.h"

namespace verbale {
namespace {

std::string line(std::string_view name, const std::string& value) {
  if (value.empty()) return {};
  return fmt::format("  {}  {}\n", styled(fmt::format("{:14}", name), Style::Dim), one_line(value));
}

std::string with_role(const JoinedPerson& person) {
  std::string out = person.name;
  if (!person.role.empty()) out += ", " + person.role;
  if (!person.side.empty()) out += fmt::format(" ({})", person.side);
  return out;
}

std::string origin_of(const ListedAccount& account) {
  std::string out = account.document;
  for (const std::string* value : {&account.published, &account.outlet, &account.side, &account.report_kind}) {
    if (!value->empty()) out += ", " + *value;
  }
  return out;
}

// Where it stands, in which words, and why it is here.
std::string account_text(const ListedAccount& account) {
  std::string out = fmt::format("  {}  {}\n", styled(origin_of(account), Style::Bold), styled(account.report, Style::Id));
  std::string words;
  for (const Evidence& evidence : account.evidence) {
    words += fmt::format("{}“{}”", words.empty() ? "" : " … ", one_line(evidence.text));
  }
  if (!account.title.empty()) out += fmt::format("    title: “{}”\n", one_line(account.title));
  out += fmt::format("    {}: {}\n", account.kind, words);
  std::string why(join_reason(account.made_by));
  if (account.inferred) why += account.date.empty() ? "; inferred" : "; its day is that of publication";
  return out + fmt::format("    {}\n", styled(why, Style::Dim));
}

std::string head(std::string_view what, const std::string& id, const std::string& asked) {
  std::string out = fmt::format("{} {}\n", styled(what, Style::Bold), styled(id, Style::Id));
  if (!asked.empty()) out += fmt::format("  {} belongs to it.\n", asked);
  return out;
}

std::string days_of(const std::string& from, const std::string& to, bool inferred) {
  if (from.empty()) return "?";
  return (from == to ? from : from + " to " + to) + (inferred ? " (inferred)" : "");
}

}  // namespace

std::string names_of(const std::vector<JoinedPerson>& persons) {
  std::string out;
  for (const JoinedPerson& person : persons) out += (out.empty() ? "" : ", ") + person.name;
  return out;
}

std::string meeting_text(const FoundMeeting& found) {
  const ListedMeeting& meeting = found.meeting;
  std::string out = head("meeting", meeting.id, found.asked);
  out += line("kind", meeting.kind) + line("date", days_of(meeting.date, meeting.date, meeting.inferred));
  out += line("place", meeting.place);
  for (const JoinedPerson& person : meeting.participants) {
    out += line(person.id == meeting.host ? "host" : "participant", with_role(person));
  }
  out += line("visit", meeting.visit);
  bool told = false;
  for (const ListedAccount& account : meeting.accounts) {
    if (&account == &meeting.accounts.front() || told == account.mention) {
      out += account.mention ? "\nreferred to by\n" : "\naccounts\n";
    }
    told = !account.mention;
    out += account_text(account);
  }
  return out;
}

std::string visit_text(const FoundVisit& found) {
  const ListedVisit& visit = found.visit;
  std::string out = head("visit", visit.id, found.asked);
  for (const JoinedPerson& guest : visit.guests) out += line("guest", with_role(guest));
  out += line("of", visit.guest_state) + line("in", visit.host_state);
  out += line("days", days_of(visit.from, visit.to, visit.inferred));
  if (visit.days > 0) out += line("lasted", std::to_string(visit.days) + (visit.days == 1 ? " day" : " days"));
  out += "\n";
  for (const ListedMeeting& meeting : visit.meetings) {
    std::string documents;
    for (const ListedAccount& account : meeting.accounts) {
      if (!account.mention) documents += (documents.empty() ? "" : ", ") + account.document;
    }
    out += fmt::format("  {}  {:8}  {}{}  {}  {}\n", meeting.date.empty() ? "?         " : meeting.date, meeting.kind,
                       names_of(meeting.participants), meeting.place.empty() ? "" : ", " + meeting.place,
                       styled(documents, Style::Dim), styled(meeting.id, Style::Id));
  }
  return out;
}

}  // namespace verbale
