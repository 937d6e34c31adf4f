// Date stamps: a date with nothing but words like "updated" and a time beside it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "knowledge/knowledge.h"

namespace verbale {

struct Stamp {
  size_t end = 0;   // bytes of the line that belong to it
  std::string iso;  // the first full date in it
  std::string_view name;  // what stands before the date, where no list knows it: an outlet's or a place's name
};

// A stamp that is the whole line, or stands before its text ("date 2023-12-12 HANOI - ..."). A name that no list knows
// counts before "date 2023-12-12" ("Lantern date 2023-12-12"), and where name and date are the line.
std::optional<Stamp> find_stamp(std::string_view line, const Knowledge& knowledge);

}  // namespace verbale
