// The texts of an index with their words, and which of them are the same word for word.
//
// Texts with the same words in the same order are one class. A class goes through the join once, as
// its earliest text: a text that a hundred sites print costs no more than one.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/span.h"
#include "reuse/words.h"

namespace verbale {

struct ComparedText {
  std::string id;
  std::string_view text;
  std::string outlet;
  std::string date;
  bool statement = false;
  TextWords words = {};  // hashes only in the first text of a class
  uint32_t text_class = 0;
};

struct TextClass {
  std::vector<uint32_t> texts;  // in the order in which they were added
};

class TextTable {
 public:
  // The text's class is found, or is a new one, the last.
  void add(ComparedText text);

  uint32_t size() const { return static_cast<uint32_t>(texts_.size()); }
  const ComparedText& text(uint32_t number) const { return texts_[number]; }
  const std::vector<TextClass>& classes() const { return classes_; }
  // Word hashes of a class.
  const std::vector<uint32_t>& hashes(uint32_t text_class) const {
    return texts_[classes_[text_class].texts.front()].words.hashes;
  }

 private:
  std::vector<ComparedText> texts_;
  std::vector<TextClass> classes_;
  std::unordered_map<uint64_t, std::vector<uint32_t>>
      by_digest_;  // classes; looked up, never walked
};

// Are the words of [first_a, first_a + count) and of [first_b, ...) the same, folded? Compares
// characters.
bool same_words_at(std::string_view a, std::span<const uint32_t> begins_a, std::string_view b,
                   std::span<const uint32_t> begins_b);

// The order of texts in time: numbers of texts by date, id and number; those without date last.
std::vector<uint32_t> texts_by_time(const TextTable& table);

}  // namespace verbale
