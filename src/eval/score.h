// Scores the record of one document against the gold record of it.
//
// Entries are paired one to one, the most similar first. A pair is whole where all that its layer asks
// is right. Ids of actors need not be those of the gold: actors are aligned by the mentions they share.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json_value.h"

namespace verbale {

inline constexpr std::array<std::string_view, 9> kScoredLayers = {
    "statements", "topics", "commitments", "meetings", "instruments",
    "frameworks", "quantities", "mentions", "roles"};

// One column of a pair: is it right? Columns in brackets are reported but not asked of a whole pair.
struct ColumnTest {
  std::string_view column;
  bool right = false;
};

using IndexPairs = std::vector<std::pair<size_t, size_t>>;  // system, gold

struct LayerPairs {
  std::vector<JsonValue> system;
  std::vector<JsonValue> gold;
  IndexPairs pairs;
};

class ScoredDocument {
 public:
  // `system` may be an empty object: nothing was read.
  ScoredDocument(JsonValue system, JsonValue gold);

  LayerPairs pairs(std::string_view layer) const;
  std::vector<ColumnTest> tests(std::string_view layer, const JsonValue& s, const JsonValue& g) const;
  // Entries of the program that are no error: repeats of a commitment that the gold lists under `also`.
  size_t ignored(std::string_view layer, const LayerPairs& pairs) const;
  // What is right of the document's own fields, in a fixed order.
  std::vector<ColumnTest> fields() const;

 private:
  std::map<std::string, std::string> align() const;
  std::set<std::string> gold_ids(const JsonValue& list) const;
  std::string gold_id(const std::string& id) const;

  JsonValue system_;
  JsonValue gold_;
  std::map<std::string, std::string> names_;   // id of the program -> id of the gold
  std::map<size_t, size_t> statement_;         // index of the program -> index of the gold
};

}  // namespace verbale
