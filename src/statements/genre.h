// Whose words a document is made of.
#pragma once

#include <cstdint>

#include "record/document.h"

namespace verbale {

// A report tells what others said. A statement (remarks, a letter, a message, a declaration of one
// author) and a joint statement are themselves what is said: every sentence is the author's.
enum class Genre : uint8_t { Report, Statement, JointStatement };

// Decided by the title's words and by who stands as subject of the sentences outside quotation marks:
// "I" and "we", or persons of whom things are told. Needs the parse.
Genre genre_of(const Document& document);

}  // namespace verbale
