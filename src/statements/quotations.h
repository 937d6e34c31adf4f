// Words in quotation marks.
#pragma once

#include <vector>

#include "record/document.h"

namespace verbale {

// The tokens between two quotation marks of one paragraph. A quotation that is not closed in its
// paragraph ends with it ("“First paragraph. / “Second paragraph.”").
struct Quotation {
  TokenRange inner;
  int32_t paragraph = -1;
  bool opens_paragraph = false;
  bool closed = true;
};

// All of them in text order; those inside another are left out. Curly and straight marks and guillemets;
// single marks are not counted, they are apostrophes too often.
std::vector<Quotation> find_quotations(const Document& document);

// The quotation that holds token `i`, nullptr if none.
const Quotation* quotation_at(const std::vector<Quotation>& quotations, int32_t i);

// How the contents stand to the quotation marks: direct if the marks are around all of them, mixed if around
// some of the speaker's wording; names, labels and mottoes in quotation marks change nothing.
Form form_of(const Document& document, const std::vector<Quotation>& quotations,
             const std::vector<TokenRange>& contents);

}  // namespace verbale
