// The year of a report that gives its dates without one, from another account of the same meeting.
//
// Where one text says "August 19" and nothing in it tells the year, and another text of the record has a
// meeting of the very same persons on that day of a known year, that is the year; if it is one year only.
// It is used when the text is read again, and what is counted from it is marked inferred.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/database.h"

namespace verbale {

struct SettledYear {
  int64_t publication = 0;  // row of the one whose year is settled
  std::string id;           // its id and name
  std::string name;
  int32_t year = 0;         // 0: no longer settled, for what settled it is gone
  std::string by;           // id of the publication that has the date
};

// All changes that the record as it is calls for, by the publications' ids. Throws DatabaseError.
std::vector<SettledYear> find_years_to_settle(const Database& database);

}  // namespace verbale
