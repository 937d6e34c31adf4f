// Files packed into one ZIP, the container of DOCX and of REFI-QDA projects.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace verbale {

struct ArchivedFile {
  std::string name;  // path within the archive, with '/'
  std::string bytes;
};

// In the order given, deflated, with a fixed date: the same files give the same bytes.
Result<std::string> pack_zip(const std::vector<ArchivedFile>& files);

// An error: no ZIP, or more than `limit` bytes unpacked.
Result<std::vector<ArchivedFile>> unpack_zip(std::string_view bytes, size_t limit);

}  // namespace verbale
