// Documents for tests, made by hand: what the stages before actors/ would have found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale::actors {

// Builds a document from lines, one sentence each. A word is "form/UPOS/deprel/head", head counted
// from 1 within the sentence, 0 for the root; the lemma is the form in lower case unless a fifth
// field gives it. A line that starts with "# " is a title. Words are joined by blanks but before
// "," "." "'s" "-".
class HandMade {
 public:
  explicit HandMade(const std::vector<std::string>& lines);

  // Marks the words as a name of that kind; `core` is the bare name. Both as they stand in the
  // text, at their `nth` place (1: the first).
  HandMade& name(std::string_view words, std::string_view core, NameKind kind,
                 std::string_view id = {}, int nth = 1);
  // Adds a statement with that source (the nth place of the words) and content.
  HandMade& statement(std::string_view source, int nth, std::string_view content);

  TokenRange range(std::string_view words, int nth = 1) const;
  // Resolves and gives the document back.
  Document resolve(const Knowledge& knowledge);

  Document document;
};

// The packs of the source tree.
const Knowledge& test_knowledge();

// "id: mention | mention" of one actor; "" if there is none.
std::string mentions_of(const Document& document, std::string_view id);

}  // namespace verbale::actors
