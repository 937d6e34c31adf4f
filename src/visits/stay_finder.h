// Stays of guests of one state in another, gathered from meetings and from what accounts say of the
// visit itself. Internal to this folder: visits.h is what comes out of it.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/days.h"
#include "visits/join.h"

namespace verbale {

struct Stay {
  std::vector<JoinedPerson> guests;
  int32_t from = kNoDay;
  int32_t to = kNoDay;
  bool told = false;              // its days are told, not those of publication
  int32_t days = 0;               // that it lasted, as accounts say; 0: none says
  std::vector<int32_t> meetings;  // into GatheredStays::meetings
  std::vector<int32_t> reports;   // of the visit itself
};

using Sides = std::pair<std::string, std::string>;  // host, guest

struct GatheredStays {
  std::vector<JoinedMeeting> meetings;
  std::map<Sides, std::vector<Stay>> stays;
  std::vector<int32_t> alone;  // reports of visits that belong to none
};

GatheredStays gather_stays(std::span<const MeetingReport> reports);

}  // namespace verbale
