// What opens a complement, and the words between a cue and its complement that belong to neither. All
// indices are the document's tokens; a "skip" gives the token behind what it passes over, or where it began.
#pragma once

#include "statements/frame.h"
#include "statements/view.h"

namespace verbale {

// The bit of the preposition at the token in a cue's complements; 0: none stands there.
uint32_t preposition_bit(const View& view, int32_t i);
// "to VERB", "not to VERB".
bool opens_infinitive(const View& view, int32_t i);
// "that" as the tagger sees a conjunction.
bool is_that(const View& view, int32_t i);
// Right after a cue, whatever the tagger sees.
bool is_that_after_cue(const View& view, int32_t i);
// "that" further on with no verb between ("said to him that"), -1: none.
int32_t distant_that(const View& view, int32_t from);
// A quotation, also behind a colon or comma.
bool quote_opens(const View& view, int32_t i);
// "promised Kenya 100 million euros".
bool gives_to_named(const View& view, int32_t at);

// "voiced the concerns | of his people | about".
int32_t skip_holder(const View& view, const Frame& frame, int32_t from);
// "extended his condolences | to the people | over"; sets the frame's hearers.
int32_t skip_told(const View& view, Frame& frame, int32_t from);
// "noted | with satisfaction | the".
int32_t skip_manner(const View& view, const Frame& frame, int32_t at);
// "agreed | on Wednesday | to".
int32_t skip_day(const View& view, int32_t at);
// "agreed | in principle | on".
int32_t skip_fixed(const View& view, int32_t at);
// "agreed |, in particular, | to".
int32_t skip_parenthesis(const View& view, int32_t at);

}  // namespace verbale
