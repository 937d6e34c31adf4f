// Which reports tell of one meeting, over all documents.
//
// Reports are compared where they share two persons and their days touch; what forbids a join is
// decided for the pair (visits/pair.h), and a report comes to a group only if nothing forbids it
// with any report of the group: nothing is closed over a chain of likenesses. Reports without a day
// come last, where one group alone fits them. The result depends on the reports alone, not on their
// order.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "visits/reports.h"

namespace verbale {

struct JoinedMember {
  int32_t report = -1;  // index into the reports given
  Standing standing = Standing::Account;
  bool inferred = false;     // joined although it does not tell its day
  std::string_view reason;   // why it belongs here, in plain words; empty for the first
  std::string_view made_by;  // "join.same-day", ...
};

struct JoinedPerson {
  std::string id;
  std::string name;
  std::string role;
  std::string side;
  std::string key;  // as ReportedPerson
};

struct JoinedMeeting {
  std::string id;  // of the first account that was stored
  MeetingKind kind = MeetingKind::Meeting;
  std::string date;  // ISO, empty: no account tells it
  bool inferred =
      false;  // the date comes from the day of publication, or an account's date was inferred
  ReportedPlace place;
  std::vector<JoinedPerson> participants;
  std::string host;                   // id of a participant, empty if not known
  std::vector<JoinedMember> members;  // accounts first, each by date and name of the document
  std::string
      mark;  // of its first account, where it stands: an order as told, that no storing changes
  int32_t visit = -1;  // index into Joined::visits
};

// The groups of all reports but those of visits, each report in exactly one. Sorted as
// sort_meetings does.
std::vector<JoinedMeeting> join_meetings(std::span<const MeetingReport> reports);

// A meeting from its members: kind, date, place, participants, id. Members must not be empty.
JoinedMeeting make_joined(std::span<const MeetingReport> reports,
                          std::vector<JoinedMember> members);

// What a rule of joining means, in plain words; empty for a rule that is none.
std::string_view join_reason(std::string_view made_by);

// By date (none last), then mark.
void sort_meetings(std::vector<JoinedMeeting>& meetings);

}  // namespace verbale
