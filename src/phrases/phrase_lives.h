// Set phrases and their lives, over the documents given: wordings that are used as they stand,
// found because the record repeats them or because a pack knows them, with where each stands first
// and last, who says it, and when the others took it up.
//
// Phrases are exact strings: words are compared folded (knowledge/words.h: case, white space,
// hyphens and quotation marks make no difference), never by lemma or meaning. Three kinds:
//   known  a phrase of the pack (en/set_phrases.tsv) with its named wordings, wherever one of them
//   stands found  a maximal repeat (repeats.h) in two documents or more that is a whole phrase by
//   the parse, and no name list   an enumeration of three or more, the same elements in two
//   documents or more, in whatever order
// What a document took over from an earlier one (reuse/reuse.h; a sentence word for word) is a copy
// and does not count: printing a text twice makes no phrase of its words. Titles and furniture are
// not looked at.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "phrases/named_things.h"

namespace verbale {

enum class PhraseKind : uint8_t { Known, Found, List };
std::string_view to_string(PhraseKind kind);

struct PhraseUse {
  DocumentPlace place;
  int32_t wording = 0;                // index into PhraseLife::wordings
  std::vector<std::string> speakers;  // ids, of the statement that it stands in
  std::vector<std::string>
      voices;         // states that say it: of the speakers, else the outlet's side; sorted
  bool copy = false;  // in a sentence taken over from an earlier document
};

// A list's elements in the order of one document.
struct PhraseOrder {
  int32_t document = -1;
  bool named = true;  // false: the document has the elements without the phrase
  struct Element {
    std::string element;  // folded; of a known phrase as the pack's first word for it
    Span span;
  };
  std::vector<Element> elements;
};

// A state that took the phrase up after others had it: by itself, in its own outlet or as the only
// one who says it; or jointly, as another side's account has it.
struct PhraseAdoption {
  std::string state;
  size_t use = 0;  // index into PhraseLife::uses, its first
  bool alone = false;
};

struct PhraseLife {
  std::string id;      // folded words joined by hyphens; of a known one those of its name in the pack
  std::string phrase;  // the most usual wording; of equal ones the shortest
  PhraseKind kind = PhraseKind::Found;
  std::string carrier;                    // of a known one, as in the pack
  int32_t words = 0;                      // of the longest wording
  std::vector<std::string> wordings;      // by first use
  std::vector<PhraseUse> uses;            // by date of the document, its name, place
  int32_t documents = 0;                  // with a use that is no copy
  std::vector<PhraseAdoption> adoptions;  // by date
  std::vector<PhraseOrder> orders;        // of lists and numbered phrases, one a document
  std::vector<std::string> within;        // ids of longer phrases that hold it somewhere
};

struct PhraseRequest {
  int32_t least_documents = 2;  // of a found phrase or list
  bool find = true;             // false: the pack's phrases only
  int threads = 1;              // to look for copies with; the answer is the same
};

// By documents (most first), then length (longest first), then id.
std::vector<PhraseLife> find_phrases(std::span<const Document* const> documents,
                                     const Knowledge& knowledge, const PhraseRequest& request = {});

// The life of one wording: of the known phrase that it belongs to, else of the string itself. No
// uses: it stands nowhere.
PhraseLife life_of(std::string_view wording, std::span<const Document* const> documents,
                   const Knowledge& knowledge);

}  // namespace verbale
