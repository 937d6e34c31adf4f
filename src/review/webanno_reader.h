// WebAnno TSV 3 read: the layer of claims as exports/webanno.cc writes it, with what annotators
// made of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"

namespace verbale {

// Places are UTF-16 code units of the text, as the format has them.
struct TsvAnnotation {
  uint32_t start = 0;
  uint32_t end = 0;
  std::string claim;  // id; empty: the annotator made it
  std::string kind;
  std::string layer;
  std::string who;
  size_t line = 0;  // of the file, 1-based
};

struct TsvToken {
  uint32_t start = 0;
  uint32_t end = 0;
  std::string text;
  size_t line = 0;
};

struct TsvFile {
  std::vector<TsvToken> tokens;            // whole ones
  std::vector<TsvAnnotation> annotations;  // in the order of their first lines
  // What the head says of the export: the text, how many tokens and which claims it held, with the digest of each
  // (record/annotation.h). Empty: it does not say.
  std::string text_id;
  uint32_t held_tokens = 0;
  std::vector<std::pair<std::string, std::string>> held;
};

// Other layers of the file are passed over. `file` is for the error, which names the line.
Result<TsvFile> read_webanno_tsv(std::string_view bytes, const std::string& file);

}  // namespace verbale
