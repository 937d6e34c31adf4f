// Who is the same person in two documents, although one has "Biden" and the other "Joseph R. Biden,
// Jr.".
//
// Each name is brought to a key: the words of the name that the packs have for the person, where
// name, state and day leave one; else the words of the name as it stands, given names in their
// formal form.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "knowledge/knowledge.h"

namespace verbale {

struct KnownPerson {
  std::string key;     // words joined by one blank: "joseph biden"
  std::string state;   // alpha-3: as asked for, or of the one whom the packs know
  bool known = false;  // by the packs
};

class PersonFinder {
 public:
  explicit PersonFinder(const Knowledge& knowledge);

  // `state` and `day` (ISO) may be empty. A single word without a state stands for a leader in
  // office on that day.
  KnownPerson find(std::string_view name, std::string_view state, std::string_view day) const;

  // The words of a name that tell persons apart: folded, without initials and suffixes.
  std::vector<std::string> words(std::string_view name) const;

  // The name of the state's head (or head of government, foreign minister) on that day; empty where
  // it is not one person.
  std::string_view holder(std::string_view state, OfficeKind kind, std::string_view day) const;

 private:
  std::vector<int32_t> candidates(const std::vector<std::string>& words,
                                  std::string_view state) const;
  bool in_office(int32_t person, std::string_view day, bool leading) const;

  const Knowledge& knowledge_;
  std::vector<std::vector<std::vector<std::string>>>
      names_;  // of each person: the words of each of his names
  std::unordered_map<std::string, std::vector<int32_t>> by_word_;  // first and last words of names
};

// Whether two keys may be of one person. `same_state`: both states are known and the same; then
// another spelling of a word will do.
bool may_be_same_name(std::string_view key_a, std::string_view key_b, bool same_state);

// Whether two persons, by their keys and states (empty: not known), may be the same.
bool same_person(std::string_view key_a, std::string_view state_a, std::string_view key_b,
                 std::string_view state_b);

}  // namespace verbale
