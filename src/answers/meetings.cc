#include "answers/meetings.h"

#include "answers/rows.h"

namespace verbale {
namespace {

void write_persons(JsonWriter& json, const char* name, const std::vector<JoinedPerson>& persons) {
  json.key(name).begin_array();
  for (const JoinedPerson& person : persons) {
    json.begin_object().key("id").value(person.id).key("name").value(person.name);
    write_or_null(json, "role", person.role);
    write_or_null(json, "side", person.side);
    json.end_object();
  }
  json.end_array();
}

void write_account(JsonWriter& json, const ListedAccount& account) {
  json.begin_object().key("document").value(account.document);
  write_or_null(json, "side", account.side);
  write_or_null(json, "outlet", account.outlet);
  write_or_null(json, "report_kind", account.report_kind);
  json.key("evidence").begin_array();
  for (const Evidence& evidence : account.evidence) {
    json.begin_object().key("text").value(evidence.text).key("start").value(evidence.start);
    json.key("end").value(evidence.end).end_object();
  }
  json.end_array();
  if (!account.title.empty()) json.key("title").value(account.title);
  json.key("kind").value(account.kind);
  write_or_null(json, "published", account.published);
  json.key("entry").value(account.report);
  if (account.inferred) json.key("inferred").value(true);
  if (account.mention) json.key("mention").value(true);
  json.key("made_by").value(account.made_by).end_object();
}

// What only refers to the meeting is no account of it, unless there is nothing else.
void write_accounts(JsonWriter& json, const ListedMeeting& meeting) {
  const bool told = !meeting.accounts.empty() && !meeting.accounts.front().mention;
  json.key("accounts").begin_array();
  for (const ListedAccount& account : meeting.accounts) {
    if (!told || !account.mention) write_account(json, account);
  }
  json.end_array().key("mentions").begin_array();
  for (const ListedAccount& account : meeting.accounts) {
    if (told && account.mention) write_account(json, account);
  }
  json.end_array();
}

}  // namespace

void write_meeting(JsonWriter& json, const ListedMeeting& meeting) {
  json.begin_object().key("id").value(meeting.id).key("kind").value(meeting.kind);
  write_or_null(json, "date", meeting.date);
  write_or_null(json, "place", meeting.place);
  write_persons(json, "participants", meeting.participants);
  write_or_null(json, "host", meeting.host);
  write_or_null(json, "visit", meeting.visit);
  write_accounts(json, meeting);
  if (meeting.inferred) json.key("inferred").value(true);
  json.end_object();
}

void write_visit(JsonWriter& json, const ListedVisit& visit) {
  json.begin_object().key("id").value(visit.id);
  write_persons(json, "guests", visit.guests);
  json.key("guest_state").value(visit.guest_state).key("host_state").value(visit.host_state);
  write_or_null(json, "from", visit.from);
  write_or_null(json, "to", visit.to);
  json.key("days");
  if (visit.days > 0) {
    json.value(visit.days);
  } else {
    json.null();
  }
  json.key("meetings").begin_array();
  for (const ListedMeeting& meeting : visit.meetings) write_meeting(json, meeting);
  json.end_array();
  if (visit.inferred) json.key("inferred").value(true);
  json.end_object();
}

}  // namespace verbale
