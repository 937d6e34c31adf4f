// The tags that the tagger chooses from: pairs of a universal and a Penn tag ("VERB VBD").
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/tags.h"

namespace verbale {

struct Tag {
  Upos upos = Upos::X;
  VerbForm verb = VerbForm::None;
  bool plural = false;
  std::string penn;
};

class TagSet {
 public:
  // `text`: one pair a line. Nothing if a universal tag is unknown or there are more than 127.
  static std::optional<TagSet> parse(std::string_view text);

  size_t size() const { return tags_.size(); }
  const Tag& operator[](size_t i) const { return tags_[i]; }
  // The tag of that pair, or -1.
  int find(Upos upos, std::string_view penn) const;

 private:
  std::vector<Tag> tags_;
};

// Of a Penn tag: VB Base, VBD Past, VBG Gerund, VBN PastParticiple, VBP Present, VBZ Present3, MD Modal.
VerbForm verb_form_from(std::string_view penn);

}  // namespace verbale
