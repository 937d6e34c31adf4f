#include "cli/ledger_materials.h"

#include <filesystem>

namespace verbale {

Result<LedgerMaterials> load_ledger_materials() {
  Result<Reader> reader = load_reader();
  if (!reader) return std::unexpected(reader.error());
  Result<Meanings> meanings = Meanings::load(reader->knowledge->home);
  if (!meanings) return std::unexpected(meanings.error());
  Result<LedgerWords> words = LedgerWords::load(reader->knowledge->home);
  if (!words) return std::unexpected(words.error());
  return LedgerMaterials{std::move(*reader), std::move(*meanings), std::move(*words)};
}

bool names_file(const std::string& argument) {
  std::error_code ignored;
  return argument == "-" || std::filesystem::exists(argument, ignored);
}

}  // namespace verbale
