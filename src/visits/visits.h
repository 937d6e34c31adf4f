// Which meetings belong to one visit: somebody of one state stays in another, and meets there day
// after day.
//
// A visit is told by meetings held in a state with a guest from elsewhere, and by what accounts say
// of it ("state visit to X"). Meetings without a place belong to it where the guest and somebody of
// the host state meet within its days. The meetings of a visit stay meetings of their own.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "visits/join.h"

namespace verbale {

struct Visit {
  std::string id;           // "v-...": from the account of it that was stored first
  std::string guest_state;  // alpha-3
  std::string host_state;
  std::vector<JoinedPerson> guests;  // who is told to have come, the first named first
  // ISO; the days that accounts tell and those of its meetings. Empty: no account tells a day.
  std::string from;
  std::string to;
  int32_t days = 0;  // that it lasted, as accounts say; 0: none says. May be more than from `from`
                     // to `to`, where nobody tells which days they were.
  bool inferred = false;          // the days come from the day of publication alone
  std::string mark;               // the smallest of its meetings' marks
  std::vector<int32_t> meetings;  // indices into Joined::meetings, in their order
};

struct Joined {
  std::vector<JoinedMeeting>
      meetings;               // among them one of kind Visit for what accounts say of each visit
  std::vector<Visit> visits;  // by first day (none last), then mark
};

// Everything that the reports tell together. Depends on their content alone, ids on the order of
// storing.
Joined join_reports(std::span<const MeetingReport> reports);

}  // namespace verbale
