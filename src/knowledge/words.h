// Words as phrases of packs are compared by: folded, and cut finer than tokens, so that "Vietnam-China",
// "Vietnam – China" and "Vietnam - China" are the same two words whatever the tokeniser makes of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/document.h"

namespace verbale {

// Cuts at white space, hyphens, dashes, slashes and quotation marks, which are no words themselves; "'s" and every
// other mark of punctuation is a word of its own; a full stop stays only inside ("u.s.").
std::vector<std::string> split_words(std::string_view text);

// The same, joined by one blank: what PhraseTable::add takes.
std::string word_phrase(std::string_view text);

// Adds document.words and Sentence::words. Needs sentences and tokens.
void index_words(Document& document);

}  // namespace verbale
