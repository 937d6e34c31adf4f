// Documents as the stages across documents take them: read, with their publication, from the record or
// from files. What is stored of a text is read again from its characters: the same version gives the
// same record, and what persons set is laid over what came with the document.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "pipeline/pipeline.h"
#include "store/lists.h"

namespace verbale {

// The publications of the record with these names or ids, in this order. An error: one is not there.
Result<std::vector<Document>> read_accounts(const Record& record, const Reader& reader,
                                            std::span<const std::string> documents, int threads);

// All publications that `filter` lets through, by date, name and id. Where several print one text, only
// the one that speaks for it: a text said twice is one account.
Result<std::vector<Document>> read_accounts(const Record& record, const Reader& reader,
                                            const EntryFilter& filter, int threads);

// The ids that the record has for the entries of `document`, one of its texts, in the order of their lists.
// Nothing: the record's entries are those of another version, until `verbale refresh` reads the text again.
Result<std::optional<RecordIds>> stored_ids(const Record& record, const Document& document);

// The documents of the files (source/loader.h), in the order of the arguments and rows. What could not be
// read is handed to `refused`; the rest is read all the same.
std::vector<Document> read_files(std::span<const std::string> files, const Reader& reader, int threads,
                                 const std::function<void(const Error&)>& refused);

}  // namespace verbale
