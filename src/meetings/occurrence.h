// A place in the text that tells of a meeting, before it is decided which meetings there were.
#pragma once

#include <string_view>
#include <vector>

#include "meetings/clause.h"

namespace verbale {

// How much an occurrence tells, the most telling first: a clause of its own ("met with X"), a noun with its side ("his
// talks with X"), the title, a bare noun.
enum class Telling : uint8_t { Clause, Noun, Title, Bare };

struct Occurrence {
  MeetingKind kind = MeetingKind::Meeting;
  Telling telling = Telling::Clause;
  bool group = false;      // the other side is named, but nobody of it is known by name
  bool open_kind = false;  // "spoke with": a call, unless the title says otherwise
  bool again = false;      // "The dialogue was opened by X": the noun alone, of a meeting told before
  bool spoken = false;     // in somebody's own words ("I met him"): of some other time, unless a day is told
  size_t each_from = 0;    // "spoke separately with": participants from there on are met one by one; 0: all together
  TokenRange text;
  std::vector<int32_t> participants;  // persons
  std::vector<int32_t> bodies;        // states and organisations of which a group took part
  std::vector<int32_t> hosts;  // those who invite, of a meal or a visit
  Day day;
  Venue place;
  int32_t sentence = -1;  // -1: of the headline
  std::string_view rule;
};

// All occurrences, in text order.
std::vector<Occurrence> find_occurrences(const Document& document, const Knowledge& knowledge);

}  // namespace verbale
