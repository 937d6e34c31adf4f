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
};

// A stamp that is the whole line, or stands before its text ("date 2023-12-12 HANOI - ...").
std::optional<Stamp> find_stamp(std::string_view line, const Knowledge& knowledge);

}  // namespace verbale
