// What kind of text this is, and whose: paragraphs, furniture, title, dateline, outlet, date, side.
#pragma once

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// Adds paragraphs (without tokens), and of publication: title, furniture, dateline, outlet, side,
// published, language, and the kind of report where form alone tells it. Needs text and source.
void read_publication(Document& document, const Knowledge& knowledge);

// Adds publication.report_kind where it depends on who speaks. Needs statements and actors.
void settle_publication(Document& document, const Knowledge& knowledge);

}  // namespace verbale
