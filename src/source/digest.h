// The digest of a file of any size, in bounded memory.
#pragma once

#include <string>

#include "base/error.h"

namespace verbale {

// SHA-256 of the file's bytes as found, lower-case hexadecimal.
Result<std::string> sha256_of_file(const std::string& path);

}  // namespace verbale
