// Where a meeting took place, as its sentence says it.
#pragma once

#include <string>

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

struct Venue {
  std::string name;
  std::string state;     // alpha-3, "" where not known
  bool is_state = false;
  TokenRange tokens;
};

// The place named by the words that start at token `start` ("Lima", "the White House", "President's residence"); without
// name where none is, or where the name belongs to what follows it ("U.S. troops").
Venue venue_at(const Document& document, const World& world, TokenRange sentence, int32_t start);

// The first place after "in", "at" or "aboard" from token `from` on; none beyond a purpose ("to discuss ...") or another clause.
Venue venue_after(const Document& document, const World& world, TokenRange sentence, int32_t from);

// The place of a dateline, in the spelling of the packs.
Venue venue_of_dateline(const Document& document, const World& world);

}  // namespace verbale
