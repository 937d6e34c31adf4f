// The rules that every decision keeps, whichever way it comes: typed, posted from the page or imported.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/utf8.h"
#include "record/decision.h"

namespace verbale {

inline constexpr uint32_t kLongestComment = 2500;  // code points

// Has an entry of that layer the field of that name (of kCorrectionFields)?
bool has_field(Layer layer, std::string_view field);

// Ids of all actors that the decision's change and its entry as it stood name: `actors` must tell who they are.
std::set<std::string> actors_named_by(const Decision& decision);

// Does the layer have each field, is each value one that the field can hold, and is each place within a text of
// `code_points`?
Result<void> check_correction(Layer layer, const Correction& correction, uint32_t code_points);

// All that can be judged without the text: who and when, what is said and whether it may be said of that layer,
// the entry's id from text, layer and place, and that each actor who is named is one that the decision tells of.
Result<void> check_decision(const Decision& decision);

// The same, and what its text must bear out: the words and all strings of the entry as it stood stand where the
// decision says, and what it names begins and ends with whole words of one line.
Result<void> check_decision(const Decision& decision, std::string_view text,
                            const CodePointIndex& index);

// Can it take effect in this text, the one it names? One that was imported before its text was there may not: its
// words are not there, or no entry could be so. It waits for good.
bool fits_text(const Decision& decision, std::string_view text, const CodePointIndex& index);

// Drops those that do not fit; null where none is left.
std::shared_ptr<ReviewedText> fitting(std::shared_ptr<ReviewedText> review, std::string_view text);

// Without the blanks at its ends, with the whole of a word that it begins or ends in; empty where it is blank. Scripts
// that part no words by blanks (Chinese, Japanese, Thai, ...) may be cut anywhere.
CodeRange whole_words(CodeRange range, std::string_view text, const CodePointIndex& index);

}  // namespace verbale
