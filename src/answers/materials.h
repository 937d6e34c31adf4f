// What questions across documents are answered with: packs, weights, meanings of words.
#pragma once

#include "ledger/ledger.h"
#include "knowledge/word_forms.h"
#include "pipeline/pipeline.h"

namespace verbale {

struct LedgerMaterials {
  Reader reader;
  Meanings meanings;
  LedgerWords words;
  WordForms word_forms;  // for searching

  LedgerTools tools() const { return {reader.knowledge.get(), &meanings, &words}; }
};

Result<LedgerMaterials> load_ledger_materials();

}  // namespace verbale
