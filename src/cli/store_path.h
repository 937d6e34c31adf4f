// Where the record is, and the steps that several commands take with it.
#pragma once

#include <string>

#include "store/store.h"

namespace verbale {

// `--store`, else $VERBALE_STORE, else verbale.db in the current folder.
std::string store_path(const std::string& option);

// The version of program, packs and weights (store/store.h).
Result<std::string> program_version();

// Opens the record for writing, with the version of the packs and weights of this program.
Result<Store> open_store(const std::string& option);

}  // namespace verbale
