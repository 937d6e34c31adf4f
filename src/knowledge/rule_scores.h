// How often each rule was right on texts that careful readers have annotated
// (knowledge/rule_scores.tsv): what is not known to be good is looked at first.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace verbale {

class RuleScores {
 public:
  // Reads knowledge/rule_scores.tsv below `home`.
  static Result<RuleScores> load(const std::string& home);

  // The share of the rule's entries of that layer ("statement") that were wholly right, 0 to 1;
  // nothing where it made too few to tell. Of few entries the share is drawn towards that of all of
  // the layer.
  std::optional<double> share_right(std::string_view layer, std::string_view rule) const;

 private:
  std::map<std::string, double, std::less<>> shares_;  // by "layer rule"
};

}  // namespace verbale
