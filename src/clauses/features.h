// What the words and names of a clause stand for.
#pragma once

#include <vector>

#include "clauses/clauses.h"
#include "phrases/name_places.h"

namespace verbale {

class FeatureReader {
 public:
  FeatureReader(const Document& document, const Knowledge& knowledge);
  // Each thing once, where it stands first; in text order.
  std::vector<Feature> read(TokenRange tokens) const;

 private:
  bool starts(const std::vector<int32_t>& of, int32_t token, bool first) const;
  void read_token(int32_t i, bool first, std::vector<Feature>& out) const;
  bool add_thing(int32_t i, bool first, std::vector<Feature>& out) const;
  bool add_quantity(int32_t i, bool first, std::vector<Feature>& out) const;
  void add_name(int32_t i, bool first, std::vector<Feature>& out) const;
  bool add_people(int32_t i, std::vector<Feature>& out) const;
  void add_actor(int32_t actor, TokenRange tokens, std::vector<Feature>& out) const;
  void find_places();
  bool is_party(const Actor& actor) const;

  const Document& document_;
  const Knowledge& knowledge_;
  // Of each token: the entry that starts there or goes on there, -1 for none.
  std::vector<int32_t> mention_of_;
  std::vector<int32_t> name_of_;
  std::vector<int32_t> framework_of_;
  std::vector<int32_t> quantity_of_;
  std::vector<int32_t> thing_of_;
  NamesOfDocument things_;  // that have several names ("East Sea", "South China Sea")
  std::vector<bool> joint_;
  std::vector<std::string> states_;  // of those who meet
  std::vector<std::string> places_;  // where they meet, folded
};

}  // namespace verbale
