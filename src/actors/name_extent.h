// How far a name reaches in the text: what belongs to it before and behind. Internal to this
// folder.
#pragma once

#include <cstdint>
#include <string_view>

#include "actors/scene.h"

namespace verbale::actors {

class NameExtent {
 public:
  explicit NameExtent(const Scene& scene) : scene_(scene), document_(scene.document) {}

  // The first token of a person's mention: title, "his Chinese counterpart", "visiting", "Kenya's".
  int32_t lead(const Name& name) const { return after_place(with_lead(name), name.core.first); }
  // The end of "(CPV)" or "'s (PRC)" directly after a name; else the name's own end.
  int32_t abbreviation_end(TokenRange name) const;

 private:
  const Token& token(int32_t i) const { return scene_.token(i); }
  bool is_noun(int32_t t, uint16_t classes) const;
  bool same_sentence(int32_t a, int32_t b) const;
  int32_t with_lead(const Name& name) const;
  int32_t after_place(int32_t first, int32_t core) const;
  bool is_short_for(std::string_view letters, TokenRange tokens) const;

  const Scene& scene_;
  const Document& document_;
};

// Words that lead a name and are no office: courtesy, "visiting", "late".
bool is_lead_word(std::string_view lower);

}  // namespace verbale::actors
