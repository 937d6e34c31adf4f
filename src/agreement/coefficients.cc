#include "agreement/coefficients.h"

#include <map>
#include <string_view>

namespace verbale {

Coefficients measure_agreement(std::span<const LabelPair> items) {
  Coefficients measured;
  measured.items = items.size();
  if (items.empty()) return measured;
  struct Counts {
    double a = 0;
    double b = 0;
  };
  std::map<std::string_view, Counts> labels;
  double agreed = 0;
  for (const LabelPair& item : items) {
    ++labels[item.a].a;
    ++labels[item.b].b;
    agreed += item.a == item.b;
  }
  const double n = static_cast<double>(items.size());
  double by_chance = 0;  // Cohen: both at random, each with his own shares
  double same_by_chance =
      0;  // Krippendorff: pairs of equal values among all 2n, drawn without putting back
  for (const auto& [label, count] : labels) {
    by_chance += count.a / n * count.b / n;
    same_by_chance += (count.a + count.b) * (count.a + count.b - 1);
  }
  const double share = agreed / n;
  measured.percent = 100 * share;
  if (by_chance < 1) measured.kappa = (share - by_chance) / (1 - by_chance);
  const double all_pairs = 2 * n * (2 * n - 1);
  if (same_by_chance < all_pairs)
    measured.alpha = 1 - (1 - share) * all_pairs / (all_pairs - same_by_chance);
  return measured;
}

}  // namespace verbale
