// Sentences, tokens, tags, lemmas, and the dependency tree.
#pragma once

#include <memory>
#include <string>

#include "base/error.h"
#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// The interface of the tiers: another tier (an encoder) is another implementation.
class LanguageModel {
 public:
  virtual ~LanguageModel() = default;
  // Adds upos, verb, plural, lemma to the tokens. Needs sentences and tokens.
  virtual void tag(Document& document) const = 0;
  // Adds head and deprel. Each Document::names entry is one proper noun to the parser; inside it the
  // last token of `core` is the head, PROPN, and the others hang on it (`flat` in the core, `compound` before it).
  virtual void parse(Document& document) const = 0;
  // Adds to document.names what a trained model takes for a name and the packs did not find.
  virtual void recognise_names(Document& document) const = 0;
};

// Cuts the paragraphs that are not furniture into sentences and tokens. Where there are no paragraphs,
// each line with a word is made one first.
void split_sentences(Document& document, const Knowledge& knowledge);

// Maps the weights of the fast tier (<home>/models/). Threads may share one model.
Result<std::unique_ptr<LanguageModel>> load_language_model(const std::string& home);

}  // namespace verbale
