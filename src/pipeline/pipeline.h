// One document, from text to record: the table of contents of the program.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/error.h"
#include "knowledge/knowledge.h"
#include "language/analysis.h"
#include "record/document.h"

namespace verbale {

// What every document is read with. Immutable once loaded; threads share it.
struct Reader {
  std::unique_ptr<const Knowledge> knowledge;
  std::unique_ptr<const LanguageModel> model;
};

// Loads packs and weights from `home`, the folder that holds knowledge/ and models/; empty: the one that
// find_home() names.
Result<Reader> load_reader(const std::string& home = {});

// One step of the way. `name` is what --until takes.
struct Stage {
  std::string_view name;
  void (*run)(Document& document, const Reader& reader);
};

// All stages, in the order in which they run.
std::span<const Stage> pipeline_stages();

// The number of a stage in pipeline_stages(), or nothing.
std::optional<size_t> stage_number(std::string_view name);

// Fills in the record of a document that has its text and source; stops after the stage named `until`,
// if there is one. A pure function of the document, the packs and the weights: the same on any thread and
// any machine.
void read_document(Document& document, const Reader& reader, std::string_view until = {});

// Goes on with a document that has what the stages before number `first` add (record/state.h).
void read_on(Document& document, const Reader& reader, size_t first, std::string_view until = {});

}  // namespace verbale
