// Datelines: "BEIJING, Aug. 19 (Xinhua) -- ", "Hanoi (VNA) - ", "MOSCOW, December 7. /TASS/. ".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"
#include "knowledge/knowledge.h"

namespace verbale {

struct Dateline {
  Span whole;       // up to where the report starts, without white space at its ends; in the line
  Span place;       // empty: none
  Span outlet;      // the agency's name, without brackets; empty: none
  std::string iso;  // a full date in it
  bool dated = false;  // it holds a date, full or not
};

// The dateline that a paragraph of the report opens with. Places are bytes of `line`.
std::optional<Dateline> read_dateline(std::string_view line, const Knowledge& knowledge);

// A line that is nothing but a dateline: "LIMA, July 8 (Andina)", "Lima, 8 July 2019".
std::optional<Dateline> whole_dateline(std::string_view line, const Knowledge& knowledge);

// Whether the words are the name of a place or a state.
bool is_place_name(std::string_view words, const World& world);

}  // namespace verbale
