#include "answers/rules.h"

#include "knowledge/tsv.h"

namespace verbale {

const std::string* RuleTexts::find(std::string_view rule) const {
  for (;;) {
    const std::map<std::string, std::string, std::less<>>::const_iterator found = texts_.find(rule);
    if (found != texts_.end()) return &found->second;
    const size_t dot = rule.rfind('.');
    if (dot == std::string_view::npos) return nullptr;
    rule = rule.substr(0, dot);
  }
}

Result<RuleTexts> load_rule_texts() {
  const Result<std::string> home = find_home();
  if (!home) return std::unexpected(home.error());
  RuleTexts texts;
  const Result<void> read =
      read_pack(*home + "/knowledge/rules.tsv", {"rule", "says"}, [&](const TsvRow& row) {
        texts.add(std::string(row[0]), std::string(row[1]));
        return std::string();
      });
  if (!read) return std::unexpected(read.error());
  return texts;
}

}  // namespace verbale
