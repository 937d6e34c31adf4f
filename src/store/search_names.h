// Facts and the names by which queries ask for them: "To Lam" of an actor's id, "VNA" of an outlet.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/database.h"
#include "store/search_facts.h"

namespace verbale {

// To write with. What it has seen it remembers, so it must not outlive the transaction.
class FactNames {
 public:
  explicit FactNames(const Database& database);

  // The number of the fact; a new one is made.
  FactId fact(FactField field, std::string_view value);
  // That `label` (folded) is a name for the value. Actors have one list of names, whatever they are asked as.
  void name(FactField field, std::string_view value, std::string_view label);

 private:
  const Database& database_;
  Query find_;
  Query insert_;
  Query insert_name_;
  Query insert_words_;
  std::unordered_map<std::string, FactId> facts_;
  std::unordered_map<std::string, bool> names_;
};

// What a query's field asks for.
struct FactValue {
  FactField field = FactField::Side;
  std::string_view text;
  bool prefix = false;
  std::span<const std::string> others;  // values that the text is a name of besides
};

// The facts that it may mean. A field of actors: the id itself, or whoever the record names so.
std::vector<FactId> find_facts(const Database& database, const FactValue& value);

// What is shown of a fact: its value, and of an actor the fullest name too.
struct FactLabel {
  std::string value;
  std::string name;
};
FactLabel fact_label(const Database& database, FactId fact);

}  // namespace verbale
