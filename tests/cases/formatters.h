// Rows of one stage as text, for the expected part of a case: one entry a row, fields between " | ".
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

struct Formatter {
  std::string_view stage;  // the folder of the cases
  std::string (*rows)(const Document& document);
  // In place of `rows`, where what is shown needs the packs.
  std::string (*rows_with_packs)(const Document& document, const Knowledge& knowledge) = nullptr;
};

// One for each stage that can have cases. To give a stage cases, add its row format here.
std::span<const Formatter> formatters();

}  // namespace verbale
