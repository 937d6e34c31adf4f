// The pack of furniture (knowledge/en/furniture.tsv): words that show that a line is no part of the
// report.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/error.h"

namespace verbale {

class FurnitureWords {
 public:
  // Reads knowledge/en/furniture.tsv below `home`.
  static Result<FurnitureWords> load(const std::string& home);

  // `key` is a line or its part as key_of() makes it.
  bool is_line(std::string_view key) const { return lines_.contains(key); }
  // The line and what follows it are furniture.
  bool opens_tail(std::string_view key) const { return tails_.contains(key); }
  // The line starts with such words.
  bool is_start(std::string_view key) const { return starts_with_one_of(key, starts_); }
  // The same with words that may start a sentence too ("published by").
  bool is_label(std::string_view key) const { return starts_with_one_of(key, labels_); }
  // May stand beside a date in a date stamp ("updated", "gmt").
  bool is_stamp(std::string_view word) const { return stamps_.contains(word); }
  // Says that the date of publication follows ("published").
  bool is_dated(std::string_view key) const { return dated_.contains(key); }
  // The words that open the credit of a picture ("photo", "courtesy").
  bool is_credit(std::string_view key) const { return credits_.contains(key); }
  // Phrases in brackets that stand within lines, folded ("(link)").
  const std::vector<std::string>& inline_phrases() const { return inline_; }

  // What is compared: folded, blanks as one, straight apostrophes, without the marks at the ends
  // that belong to no word (except an opening bracket or a final colon, which `start` phrases may
  // hold).
  static std::string key_of(std::string_view text);

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Set = std::unordered_set<std::string, Hash, std::equal_to<>>;

  bool starts_with_one_of(std::string_view key, const Set& phrases) const;

  Set lines_;
  Set tails_;
  Set stamps_;
  Set dated_;
  Set credits_;
  Set starts_;
  Set labels_;
  size_t longest_start_ = 0;
  std::vector<std::string> inline_;
};

}  // namespace verbale
