#include "store/search_counts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "store/search_names.h"
#include "store/search_rows.h"

namespace verbale {
namespace {

constexpr size_t kMostValues = 50;

constexpr std::array<std::pair<FactField, std::string_view>, 5> kFacets = {{
    {FactField::Side, "side"},
    {FactField::Outlet, "outlet"},
    {FactField::Act, "act"},
    {FactField::Speaker, "speaker"},
    {FactField::Kind, "kind"},
}};

bool is_counted(FactId id) {
  return std::ranges::any_of(kFacets, [&](const auto& facet) { return facet.first == field_of(id); });
}

}  // namespace

void FacetCounter::count(FactId id, int64_t row) {
  if (!is_counted(id)) return;
  Count& counted = counts_[id];
  if (counted.last == row) return;
  counted.last = row;
  ++counted.passages;
}

void FacetCounter::add(const PassageRow& passage) {
  const int64_t code = unpack(passage.row).code;
  if (code != kUndated) ++years_[year_of_code(code)];
  for (const FactId id : passage.facts.facts) count(id, passage.row);
  for (const EntryFacts& entry : passage.facts.entries) {
    if (question_ != nullptr && !question_->fits(entry)) continue;
    for (const FactId id : entry.facts) count(id, passage.row);
  }
}

std::vector<SearchFacet> FacetCounter::facets(const Database& database, double factor) const {
  const auto times = [factor](int64_t count) { return static_cast<int64_t>(std::llround(static_cast<double>(count) * factor)); };
  std::vector<SearchFacet> facets;
  for (const auto& [field, name] : kFacets) {
    std::vector<std::pair<int64_t, FactId>> order;  // most first
    for (const auto& [id, counted] : counts_) {
      if (field_of(id) == field) order.emplace_back(-counted.passages, id);
    }
    std::ranges::sort(order);
    if (order.size() > kMostValues) order.resize(kMostValues);
    SearchFacet& facet = facets.emplace_back();
    facet.field = name;
    for (const auto& [less, id] : order) {
      FactLabel label = fact_label(database, id);
      facet.values.push_back({std::move(label.value), std::move(label.name), times(-less)});
    }
    std::ranges::stable_sort(facet.values, [](const FacetValue& a, const FacetValue& b) {
      return a.count != b.count ? a.count > b.count : a.value < b.value;
    });
  }
  SearchFacet year{"year", {}};
  for (const auto& [number, passages] : years_) year.values.push_back({fmt::format("{:04}", number), "", times(passages)});
  facets.insert(facets.begin() + 2, std::move(year));
  return facets;
}

}  // namespace verbale
