// Which clauses of the accounts may be the same point: every pair of clauses with how far they say
// the same, above a floor.
//
// The score of a pair is likeness (clauses/likeness.h) with what the whole record adds: a clause is
// read with its context (the list it is an item of, its unit), directions must agree (China as
// Vietnam's choice is not Vietnam as China's), and clauses that establish the same meeting are the
// same point.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "clauses/likeness.h"

namespace verbale {

// A clause of one of the accounts.
struct ClauseRef {
  int32_t account = -1;
  int32_t clause = -1;  // index into ClausedDocument::clauses
  friend constexpr auto operator<=>(const ClauseRef&, const ClauseRef&) = default;
};

struct ClauseLink {
  int32_t left = -1;  // indices into ClauseField::refs, left < right
  int32_t right = -1;
  double score = 0;  // 0 to 1
};

// What keeps two clauses apart although they are alike.
enum class Apart : uint8_t { Nothing, LittleShared, OtherParty, Direction, Negation };

// All clauses of all accounts, with what they are compared by.
class ClauseField {
 public:
  ClauseField(std::span<const ClausedDocument> accounts, const Meanings& meanings);

  size_t size() const { return refs_.size(); }
  const ClauseRef& ref(int32_t i) const { return refs_[static_cast<size_t>(i)]; }
  const ClausedDocument& account_of(int32_t i) const {
    return accounts_[static_cast<size_t>(ref(i).account)];
  }
  const Clause& clause(int32_t i) const {
    return account_of(i).clauses[static_cast<size_t>(ref(i).clause)];
  }
  const Unit& unit(int32_t i) const {
    return account_of(i).units[static_cast<size_t>(clause(i).unit)];
  }
  const ClauseMeaning& meaning(int32_t i) const { return meanings_of_[static_cast<size_t>(i)]; }
  int32_t index(ClauseRef ref) const {
    return first_of_[static_cast<size_t>(ref.account)] + ref.clause;
  }
  const Document& document(int32_t account) const {
    return *accounts_[static_cast<size_t>(account)].document;
  }
  size_t accounts() const { return accounts_.size(); }
  // The kind of the meeting that the clause establishes, as a bit; 0: none.
  uint32_t establishes(int32_t i) const { return establishes_[static_cast<size_t>(i)]; }

  // How far clauses `i` and `j` are the same point. `apart` gets what lowered or vetoed it.
  double score(int32_t i, int32_t j, Apart* apart = nullptr) const;
  bool is_title(int32_t i) const;
  // A noun phrase cut out of narrative ("[ministries and agencies] of both sides"): nobody says it.
  bool is_fragment(int32_t i) const;
  // Whether both are about one thing that tells much, or one that hardly stands elsewhere.
  bool shares_telling(int32_t i, int32_t j, const Likeness& likely) const;
  bool shares_anchor(int32_t i, int32_t j, const Likeness& likely) const;
  Likeness like(int32_t i, int32_t j) const { return likeness(meaning(i), meaning(j), meanings_); }

 private:
  void mark_meetings();
  void mark_anchors();
  void add_person(int32_t i, int32_t actor);
  bool same_meeting(int32_t i, int32_t j) const;
  static bool names_both(const Clause& told);
  bool names_meeting(int32_t i, bool anywhere) const;
  bool parties_differ(int32_t i, int32_t j) const;
  bool directions_differ(int32_t i, int32_t j, const Likeness& likely) const;
  std::string_view goal(int32_t i, const Feature& feature) const;
  std::vector<std::string_view> owners(int32_t i) const;
  double context(int32_t i, int32_t j) const;
  double anchored(int32_t i, int32_t j, const Likeness& likely) const;
  bool shares_word(int32_t i, const Likeness& likely) const;
  const Token& token(int32_t i, int32_t at) const;
  Deprel relation(int32_t i, int32_t at) const;
  bool is_thing(int32_t i, const Feature& feature) const;
  bool is_name(int32_t i, const Feature& feature) const;
  bool is_core(int32_t i, const Feature& feature) const;
  bool stands_in(int32_t i, const Feature& feature) const;
  bool heads_match(int32_t i, int32_t j, const Feature& left, const Feature& right) const;
  bool tells_what(int32_t i, int32_t j, const FeatureMatch& match, const Likeness& likely) const;
  bool shares_thing(int32_t i, int32_t j, const Likeness& likely) const;
  bool speaks_of_same(int32_t i, int32_t j, const Likeness& likely) const;
  std::vector<int32_t> modifiers(int32_t i, const Feature& noun) const;
  bool kinds_differ(int32_t i, int32_t j, const FeatureMatch& match) const;
  bool any_has(int32_t i, const std::vector<int32_t>& features, int32_t other) const;
  bool scopes_differ(int32_t i, int32_t j) const;
  double sameness(int32_t i, int32_t j, const Likeness& likely) const;

  std::span<const ClausedDocument> accounts_;
  const Meanings& meanings_;
  std::vector<ClauseRef> refs_;
  std::vector<int32_t> first_of_;  // of each account: the index of its first clause
  std::vector<ClauseMeaning> meanings_of_;
  std::vector<uint32_t> establishes_;
  std::vector<std::vector<std::string>>
      met_;  // of each clause that establishes a meeting: ids of persons
  std::vector<std::vector<bool>> anchors_;  // of each feature of each clause
};

// Pairs of clauses that score at least `floor`, by falling score, ties in the order of the clauses.
std::vector<ClauseLink> find_links(const ClauseField& field, double floor);

}  // namespace verbale
