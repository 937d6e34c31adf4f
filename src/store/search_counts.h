// Counts the passages of an answer by what is known of them.
#pragma once

#include <cstdint>
#include <map>
#include <unordered_map>
#include <vector>

#include "store/search.h"
#include "store/search_plan.h"
#include "store/search_scan.h"

namespace verbale {

class FacetCounter {
 public:
  explicit FacetCounter(const SearchPlan& plan) : question_(plan.entry_question()) {}

  // Each passage counts once for each of its values.
  void add(const PassageRow& passage);

  // With each count times `factor`, rounded.
  std::vector<SearchFacet> facets(const Database& database, double factor) const;

 private:
  struct Count {
    int64_t passages = 0;
    int64_t last = -1;  // that was counted
  };
  void count(FactId id, int64_t row);

  const EntryQuestion* question_;
  std::unordered_map<FactId, Count> counts_;
  std::map<int64_t, int64_t> years_;
};

}  // namespace verbale
