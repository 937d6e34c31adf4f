// The documents that a question over several of them is about, let through by a filter.
#pragma once

#include <vector>

#include "pipeline/pipeline.h"
#include "store/lists.h"

namespace verbale {

// Of the filter, side is of the outlet, state one that the document is of or names; from and to are
// days of the document; document is its name or, of the record, its id. Others are not minded.
// Read, each text once. An error: there is no such document.
Result<std::vector<Document>> documents_of_record(const Record& record, const EntryFilter& filter,
                                                  const Reader& reader, int threads);

// Of documents that were read: those that the filter lets through, each text once.
std::vector<Document> let_through(std::vector<Document> documents, const EntryFilter& filter);

std::vector<const Document*> pointers_to(const std::vector<Document>& documents);

}  // namespace verbale
