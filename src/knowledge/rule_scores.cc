#include "knowledge/rule_scores.h"

#include <charconv>
#include <vector>

#include "knowledge/tsv.h"

namespace verbale {
namespace {

struct RuleCount {
  std::string layer;
  std::string rule;
  double right = 0;
  double made = 0;
};

bool read_count(std::string_view text, double& count) {
  int number = 0;
  const std::from_chars_result read =
      std::from_chars(text.data(), text.data() + text.size(), number);
  count = number;
  return read.ec == std::errc() && read.ptr == text.data() + text.size() && number >= 0;
}

}  // namespace

Result<RuleScores> RuleScores::load(const std::string& home) {
  std::vector<RuleCount> counts;
  std::map<std::string, RuleCount> layers;
  const auto add = [&](const TsvRow& row) -> std::string {
    RuleCount count{std::string(row[0]), std::string(row[1])};
    if (!read_count(row[2], count.right) || !read_count(row[3], count.made))
      return "a count is no number";
    if (count.right > count.made) return "more were right than were made";
    layers[count.layer].right += count.right;
    layers[count.layer].made += count.made;
    counts.push_back(std::move(count));
    return {};
  };
  const Result<void> read =
      read_pack(home + "/knowledge/rule_scores.tsv", {"layer", "rule", "right", "made"}, add);
  if (!read) return std::unexpected(read.error());
  RuleScores scores;
  constexpr double kFewest = 5;
  constexpr double kDrawn =
      10;  // so many entries at the layer's share are added to each rule's own
  for (const RuleCount& count : counts) {
    if (count.made < kFewest) continue;
    const RuleCount& all = layers[count.layer];
    const double share = (count.right + kDrawn * all.right / all.made) / (count.made + kDrawn);
    scores.shares_.emplace(count.layer + ' ' + count.rule, share);
  }
  return scores;
}

std::optional<double> RuleScores::share_right(std::string_view layer, std::string_view rule) const {
  std::string key(layer);
  (key += ' ') += rule;
  const std::map<std::string, double, std::less<>>::const_iterator found = shares_.find(key);
  if (found == shares_.end()) return std::nullopt;
  return found->second;
}

}  // namespace verbale
