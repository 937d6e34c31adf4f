// A frame: one cue of a sentence with what the parse gives to it. Frames are found first, all of them;
// which ones become statements is decided when each one's source and complement is known.
#pragma once

#include <cstdint>
#include <string_view>

#include "knowledge/cues.h"
#include "record/document.h"

namespace verbale {

enum class ComplementKind : uint8_t {
  None,       // nothing that the cue takes follows
  That,       // clause after "that"
  Bare,       // clause without it
  Inf,        // to + verb
  Prep,       // phrase with a preposition that belongs to the content ("on ...", "for ...")
  Object,     // noun phrase or gerund
  Quote,      // words in quotation marks
  Subject,    // of a passive: what stands before the cue
  Before,     // inverted: "..., said X"
};

struct Frame {
  const Cue* cue = nullptr;
  TokenRange cue_tokens;
  int32_t verb = -1;      // the token that the clause hangs on: the verb or the adjective
  int32_t head = -1;      // the noun of a light cue, else as verb
  VerbForm form = VerbForm::None;
  bool passive = false;
  bool infinitive = false;
  bool modal = false;     // under will, would, ...
  bool negated = false;
  bool let_me = false;    // "Let me stress"
  bool omitted = false;   // its subject is left out: "1. Reaffirmed the treaty"
  bool topic = false;     // bounds others, is no statement

  int32_t subject = -1;   // head of the source
  bool own_subject = false;
  TokenRange source;
  bool relative = false;  // its subject is a relative pronoun: it tells about the noun before
  int32_t begin = -1;     // where its clause starts: what stands before belongs to a sibling

  ComplementKind complement = ComplementKind::None;
  TokenRange to;
  TokenRange content;
  TokenRange content_rest;  // of an interrupted content, the second part

  int32_t outer = -1;     // the frame in whose content it stands
  bool kept = false;
  std::string_view made_by;
};

}  // namespace verbale
