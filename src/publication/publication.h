// What kind of text this is, and whose: paragraphs, furniture, title, dateline, outlet, date, side.
#pragma once

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// Adds paragraphs (without tokens), and of publication: title, furniture, dateline, outlet, published,
// language. Needs text and source.
void read_publication(Document& document, const Knowledge& knowledge);

// Adds publication.side, report_kind, and a date settled by the dated offices of those named.
// Needs all of the record that earlier stages make.
void settle_publication(Document& document, const Knowledge& knowledge);

}  // namespace verbale
