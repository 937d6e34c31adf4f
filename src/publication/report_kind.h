// What kind of report a document is.
#pragma once

#include <optional>

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// What title and form tell: joint-statement, a document of several states by its title or by
// speaking as "we"; wrap-up, the outcome of a visit that ends. nullopt: neither. Needs paragraphs.
std::optional<ReportKind> kind_by_form(const Document& document);

// What the record tells of the rest: wire, a news outlet's report of one side's words; readout,
// every other report of talks. nullopt for a document without text.
std::optional<ReportKind> kind_by_speakers(const Document& document, const Knowledge& knowledge);

}  // namespace verbale
