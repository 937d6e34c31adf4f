// The wordings that are looked for in the row of words, each of a phrase, and the lives that come
// of the places where they stand. Internal to this folder.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "phrases/phrase_lives.h"
#include "phrases/phrase_text.h"

namespace verbale {

class Wordings {
 public:
  Wordings(const PhraseText& text, const Knowledge& knowledge)
      : text_(text), knowledge_(knowledge) {}

  void add_known();                // all phrases of the pack
  void add_known(int32_t phrase);  // one
  void add_lists(int32_t least_documents);
  void add_found(std::span<const int32_t> words);

  // Finds the places of all wordings in one pass. Lives without uses are left out.
  std::vector<PhraseLife> lives() const;

 private:
  struct Phrase {
    PhraseKind kind = PhraseKind::Found;
    int32_t known = -1;
    int32_t words = 0;
  };
  struct Match {
    int32_t place = 0;  // in the row
    int32_t length = 0;
    int32_t phrase = -1;
  };

  int32_t add_phrase(PhraseKind kind, int32_t known);
  // False: the wording belongs to another phrase.
  bool add_wording(std::span<const int32_t> words, int32_t phrase);
  std::vector<Match> matches() const;
  void add_use(const Match& match, PhraseLife& life,
               std::unordered_map<std::string, int32_t>& wordings) const;
  const Statement* statement_at(int32_t document, Span span) const;
  PhraseUse use_at(const PhraseText::Sentence& sentence, Span span) const;
  void finish(PhraseLife& life, const Phrase& phrase) const;

  const PhraseText& text_;
  const Knowledge& knowledge_;
  std::vector<Phrase> phrases_;
  // A trie over word ids: (node, word) -> node; the phrase that ends at a node, -1 none.
  std::unordered_map<uint64_t, int32_t> edges_;
  std::vector<int32_t> ends_ = {-1};
  // What is said where in each document, made when it is first asked for.
  struct Said {
    Span content;
    int32_t statement = -1;
  };
  mutable std::map<int32_t, std::vector<Said>> said_;
};

// Takes out found phrases that stand (nearly) only inside longer ones, and an outlet's own opening
// and closing words; notes the longer ones that hold a phrase.
void drop_fragments(std::vector<PhraseLife>& lives, std::span<const Document* const> documents,
                    int32_t least_documents);

}  // namespace verbale
