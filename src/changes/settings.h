// What a person changes of documents that are in the record.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pipeline/pipeline.h"
#include "store/store.h"

namespace verbale {

using Settings = std::vector<std::pair<std::string, std::string>>;  // key and value

// A key of `verbale set` with a value that it can have; an empty one takes the setting back.
Result<void> check_setting(const std::string& key, const std::string& value);

// Sets them, reads the document again and settles the record, in one transaction. Returns its name.
Result<std::string> set_document(Store& store, const Reader& reader, const std::string& document,
                                 const Settings& settings);

// Takes the document out and settles the record, in one transaction. Returns its name.
Result<std::string> remove_document(Store& store, const Reader& reader,
                                    const std::string& document);

}  // namespace verbale
