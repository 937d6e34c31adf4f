// Which tokens say something, and the key by which the same word is known in another text.
#pragma once

#include <string>

#include "record/document.h"

namespace verbale {

// A noun, verb, adjective, adverb or number that is no function word.
bool is_content_word(const Document& document, int32_t token);

// The folded lemma, with the particle that follows it at once ("step up").
std::string word_key(const Document& document, int32_t token);

}  // namespace verbale
