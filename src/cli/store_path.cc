#include "cli/store_path.h"

#include <cstdlib>

#include "knowledge/tsv.h"

namespace verbale {

std::string store_path(const std::string& option) {
  if (!option.empty()) return option;
  const char* variable = std::getenv("VERBALE_STORE");
  return variable != nullptr && *variable != '\0' ? variable : "verbale.db";
}

Result<std::string> program_version() {
  const Result<std::string> home = find_home();
  if (!home) return std::unexpected(home.error());
  return reader_version(*home);
}

Result<Store> open_store(const std::string& option) {
  Result<std::string> version = program_version();
  if (!version) return std::unexpected(version.error());
  return Store::open(store_path(option), std::move(*version));
}

}  // namespace verbale
