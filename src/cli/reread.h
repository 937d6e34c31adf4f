// Reading a stored document again, from what the record holds of it.
#pragma once

#include "cli/cli.h"
#include "cli/output.h"
#include "store/store.h"

namespace verbale {

// Within a transaction of the store.
Result<void> read_again(Store& store, const StoredDocument& document);

// Prints the error; the code to return.
inline int refused(const Error& error) {
  print_error(error);
  return kRefused;
}

}  // namespace verbale
