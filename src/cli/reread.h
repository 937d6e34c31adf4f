// Steps that several commands end with.
#pragma once

#include "changes/read_again.h"
#include "cli/cli.h"
#include "cli/output.h"

namespace verbale {

// Prints the error; the code to return.
inline int refused(const Error& error) {
  print_error(error);
  return kRefused;
}

}  // namespace verbale
