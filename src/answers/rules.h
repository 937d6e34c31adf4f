// What the names of rules in `made_by` mean, in plain words (knowledge/rules.tsv).
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/error.h"

namespace verbale {

class RuleTexts {
 public:
  // The line of the rule, else of its family ("frame" for "frame.passive"); null if there is none.
  const std::string* find(std::string_view rule) const;
  void add(std::string rule, std::string text) { texts_.emplace(std::move(rule), std::move(text)); }

 private:
  std::map<std::string, std::string, std::less<>> texts_;
};

Result<RuleTexts> load_rule_texts();

}  // namespace verbale
