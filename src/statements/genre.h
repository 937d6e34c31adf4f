// Whose words a document is made of.
#pragma once

#include <cstdint>

#include "record/document.h"

namespace verbale {

// A report tells what others said. A statement (remarks, a letter, a message, a declaration of one
// author) and a joint statement are themselves what is said: every sentence is the author's.
enum class Genre : uint8_t { Report, Statement, JointStatement };

// The label of a transcript's paragraph ("PRESIDENT LEE:", "President of Chile Ana Soto (retranslated):")
// up to its colon; empty where the paragraph has none.
TokenRange speaker_label(const Document& document, const Paragraph& paragraph);

// Decided by the title's words and by who stands as subject of the sentences outside quotation marks:
// "I" and "we", or persons of whom things are told. Needs the parse.
Genre genre_of(const Document& document);

}  // namespace verbale
