// What kind of report a document is.
#pragma once

#include <optional>

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// joint-statement: the document is one, by its title or by speaking as "we" of several states.
// wrap-up: the outcome of a visit that ends. wire: a news outlet's report of one side's words.
// readout: every other report of talks. nullopt for a document without text.
std::optional<ReportKind> find_report_kind(const Document& document, const Knowledge& knowledge);

}  // namespace verbale
