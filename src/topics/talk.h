// Whether a sentence and a cue in it tell of a talk at all.
#pragma once

#include "acts/words_at.h"
#include "knowledge/knowledge.h"

namespace verbale {

// Whether somebody does something in the sentence; a heading, or an item of a list, has no such verb.
bool has_main_verb(const WordsAt& words, TokenRange sentence);

// "the talks focused on": whether the cue's subject is a talk or somebody who talks, unlike "projects focused on water".
bool tells_of_talk(const Knowledge& knowledge, const WordsAt& words, int32_t cue, TokenRange sentence);

}  // namespace verbale
