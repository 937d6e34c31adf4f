// iCalendar (RFC 5545): days on which something was or is due, for any calendar program.
#pragma once

#include <string>
#include <vector>

namespace verbale {

struct CalendarEntry {
  std::string uid;      // lasting, without the domain that is added
  std::string first;    // ISO date, the whole day
  std::string last;     // the last day, inclusive; empty: the same day
  std::string summary;
  std::string description;
  std::string location;
  std::string category;
};

// CRLF line ends, lines folded at 75 octets between characters. The stamp of each entry is its own first
// day: the same entries give the same bytes.
std::string write_calendar(const std::string& name, const std::vector<CalendarEntry>& entries);

}  // namespace verbale
