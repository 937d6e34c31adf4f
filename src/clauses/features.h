// What the words and names of a clause stand for.
#pragma once

#include <vector>

#include "clauses/clauses.h"

namespace verbale {

class FeatureReader {
 public:
  FeatureReader(const Document& document, const Knowledge& knowledge);
  // Each thing once, where it stands first; in text order.
  std::vector<Feature> read(TokenRange tokens) const;

 private:
  void add_actor(int32_t actor, TokenRange tokens, std::vector<Feature>& out) const;
  bool is_party(const Actor& actor) const;

  const Document& document_;
  const Knowledge& knowledge_;
  // Of each token: the entry that starts there or goes on there, -1 for none.
  std::vector<int32_t> mention_of_;
  std::vector<int32_t> name_of_;
  std::vector<int32_t> framework_of_;
  std::vector<int32_t> quantity_of_;
  std::vector<bool> joint_;
  std::vector<std::string> states_;  // of those who meet
};

}  // namespace verbale
