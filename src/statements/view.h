// One sentence as the frames look at it: its tokens, its tree and the packs, with the small questions
// that all of them ask.
#pragma once

#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "record/document.h"
#include "statements/tree.h"

namespace verbale {

class View {
 public:
  // `paragraph`: of the sentence, an index into document.paragraphs.
  // `name_of`: of each token of the document the index of its name, or -1.
  View(const Document& document, const Knowledge& knowledge, const Tree& tree,
       const std::vector<int32_t>& name_of, int32_t paragraph)
      : document_(document), knowledge_(knowledge), tree_(tree), name_of_(name_of), paragraph_(paragraph) {}

  const Document& document() const { return document_; }
  const Knowledge& knowledge() const { return knowledge_; }
  const Tree& tree() const { return tree_; }
  int32_t paragraph() const { return paragraph_; }
  int32_t first() const { return tree_.range().first; }
  int32_t last() const { return tree_.range().last; }
  bool contains(int32_t token) const { return tree_.contains(token); }

  const Token& token(int32_t i) const { return document_.tokens[static_cast<size_t>(i)]; }
  // "" and X outside the sentence, so that a neighbour can be asked without a test.
  std::string_view lower(int32_t i) const { return contains(i) ? token(i).lower : std::string_view(); }
  // Words of a name are proper nouns, whatever the tagger says ("To Lam").
  Upos upos(int32_t i) const {
    if (!contains(i)) return Upos::X;
    return name_of_[static_cast<size_t>(i)] >= 0 && token(i).upos != Upos::PUNCT ? Upos::PROPN : token(i).upos;
  }
  Deprel deprel(int32_t i) const { return token(i).deprel; }
  bool is(int32_t i, std::string_view word) const { return contains(i) && token(i).lower == word; }

  bool is_comma(int32_t i) const { return is(i, ","); }
  bool is_and(int32_t i) const;         // "and", "or", "&", "as well as" by its last word
  bool is_final_mark(int32_t i) const;  // . ! ? ; : and ellipsis
  bool is_open_quote(int32_t i) const;  // curly or straight: opens if it is the former of two
  bool is_any_quote(int32_t i) const;
  bool is_be(int32_t i) const;          // a form of "be"
  bool is_modal(int32_t i) const;       // will, would, shall, should, can, could, may, might, must, 'll
  bool is_finite_verb(int32_t i) const;
  bool lacks_finite_verb() const;       // of the whole sentence: a sign that its verb is tagged wrong
  bool is_subject(int32_t i) const;     // nsubj, nsubj:pass
  // An adverb between a cue and its complement ("again", "jointly"), not one that opens a clause.
  bool is_loose_adverb(int32_t i) const;

  // The last token before `i` that is no adverb; first() - 1 if there is none.
  int32_t before_adverbs(int32_t i) const;
  int32_t after_adverbs(int32_t i) const;

  // The name that `i` is part of, nullptr if none.
  const Name* name_at(int32_t i) const;
  // Whether this noun or pronoun can say something: a name, an office, a side, "they".
  bool is_speaker(int32_t i) const;
  bool is_text_speaker(int32_t i) const;  // "the statement", "the declaration"
  bool is_person_like(int32_t i) const;   // a person's name, an office, a personal pronoun, "sides"

 private:
  const Document& document_;
  const Knowledge& knowledge_;
  const Tree& tree_;
  const std::vector<int32_t>& name_of_;
  int32_t paragraph_;
};

// For View: of each token the index of the name that it is part of, -1 if none.
std::vector<int32_t> index_names(const Document& document);

}  // namespace verbale
