// How far two coders agree who put each item into one category: percent, Cohen's kappa,
// Krippendorff's alpha.
//
// Kappa: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological
// Measurement 20 (1960). Alpha: K. Krippendorff, Computing Krippendorff's Alpha-Reliability
// (University of Pennsylvania, 2011), nominal, two observers, no missing data.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace verbale {

struct LabelPair {
  std::string a;
  std::string b;
};

struct Coefficients {
  size_t items = 0;
  std::optional<double> percent;  // 0 to 100; nothing where there are no items
  // Nothing where chance alone would make the coders agree: all items in one category.
  std::optional<double> kappa;
  std::optional<double> alpha;
};

Coefficients measure_agreement(std::span<const LabelPair> items);

}  // namespace verbale
