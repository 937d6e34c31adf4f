// What commands over several meetings are made with: packs, weights, meanings of words.
#pragma once

#include <string>

#include "ledger/ledger.h"
#include "pipeline/pipeline.h"

namespace verbale {

struct LedgerMaterials {
  Reader reader;
  Meanings meanings;
  LedgerWords words;

  LedgerTools tools() const { return {reader.knowledge.get(), &meanings, &words}; }
};

Result<LedgerMaterials> load_ledger_materials();

// Does the argument name a file, or standard input? A name too long for a file is none.
bool names_file(const std::string& argument);

}  // namespace verbale
