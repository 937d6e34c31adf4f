// Keeps the strings of the record out of the furniture.
#pragma once

#include "record/document.h"

namespace verbale {

// A caption can stand within a sentence. A content that runs across one becomes two strings; any other
// string of the record keeps the longer part. Needs the whole record.
void step_around_furniture(Document& document);

}  // namespace verbale
