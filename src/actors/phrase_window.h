// One sentence as descriptions and joint words look at it: its words, and what may modify a noun. Internal to
// this folder.
#pragma once

#include <optional>

#include "actors/phrase_words.h"
#include "actors/scene.h"

namespace verbale::actors {

class PhraseWindow {
 public:
  PhraseWindow(const Scene& scene, TokenRange sentence)
      : scene_(scene), document_(scene.document), begin_(sentence.first), end_(sentence.last) {}

  int32_t begin() const { return begin_; }
  int32_t end() const { return end_; }
  const Token& token(int32_t i) const { return scene_.token(i); }
  // "" outside the sentence.
  std::string_view lower(int32_t i) const { return i >= begin_ && i < end_ ? token(i).lower : ""; }
  bool in_person_name(int32_t t) const;
  // The first token of what modifies the noun, without article and possessor.
  int32_t modifiers_begin(int32_t t) const;
  // Alpha-3 of the first state, demonym or party's state named in the words, else "".
  std::string_view state_in(TokenRange range) const;

 private:
  bool is_modifier_list(int32_t conjunction) const;
  std::string_view party_state(int32_t t) const;

  const Scene& scene_;
  const Document& document_;
  int32_t begin_;
  int32_t end_;
};

// "The two leaders", "both sides", "Ministers" at the start: a plural noun `t` of the pack that stands for several;
// nullopt if it stands for others than those who talk.
std::optional<Phrase> joint_phrase(const Scene& scene, const PhraseWindow& window, int32_t t, const ActorNoun& noun);

}  // namespace verbale::actors
