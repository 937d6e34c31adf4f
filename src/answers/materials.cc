#include "answers/materials.h"

namespace verbale {

Result<LedgerMaterials> load_ledger_materials() {
  Result<Reader> reader = load_reader();
  if (!reader) return std::unexpected(reader.error());
  Result<Meanings> meanings = Meanings::load(reader->knowledge->home);
  if (!meanings) return std::unexpected(meanings.error());
  Result<LedgerWords> words = LedgerWords::load(reader->knowledge->home);
  if (!words) return std::unexpected(words.error());
  Result<WordForms> forms = WordForms::load(reader->knowledge->home);
  if (!forms) return std::unexpected(forms.error());
  return LedgerMaterials{std::move(*reader), std::move(*meanings), std::move(*words), std::move(*forms)};
}

}  // namespace verbale
