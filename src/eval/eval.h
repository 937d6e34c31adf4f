// Scores over a set of documents, as the project's scorer in Python counts and prints them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/error.h"
#include "eval/score.h"

namespace verbale {

// A text with its gold record.
struct GoldDocument {
  std::string name;
  std::string text_path;
  JsonValue gold;
};

// Every NAME.gold.json of the folder, by name, with the first NAME*.txt of the folders of texts.
Result<std::vector<GoldDocument>> find_gold(const std::string& gold_dir,
                                            const std::vector<std::string>& text_dirs);

class Evaluation {
 public:
  // `record`: the output of `read --json` for the document; `text`: its text.
  void add(const GoldDocument& document, std::string_view record, std::string_view text);
  void add_error(std::string error) { errors_.push_back(std::move(error)); }

  std::string table() const;
  std::string json() const;
  std::string per_document() const;  // F1/whole of the main layers, one document a line
  std::string misses() const;        // each wrong, missed and surplus entry, one a line
  const std::vector<std::string>& errors() const { return errors_; }

 private:
  struct Scored {
    std::string name;
    ScoredDocument document;
  };
  std::vector<Scored> documents_;
  std::vector<std::string> errors_;
};

}  // namespace verbale
