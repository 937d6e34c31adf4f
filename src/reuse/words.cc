#include "reuse/words.h"

#include <string>

#include "reuse/word_scanner.h"

namespace verbale {
namespace {

// Takes the words that lie in furniture out, and moves the marks along.
void drop_furniture(TextWords& words, std::span<const Span> furniture) {
  size_t place = 0;
  size_t mark = 0;
  uint32_t kept = 0;
  for (uint32_t i = 0; i < words.size(); ++i) {
    for (; mark < words.marks.size() && words.marks[mark].word <= i; ++mark)
      words.marks[mark].word = kept;
    const uint32_t begin = words.begins[i];
    while (place < furniture.size() && furniture[place].end <= begin) ++place;
    if (place < furniture.size() && furniture[place].begin <= begin) continue;
    words.hashes[kept] = words.hashes[i];
    words.begins[kept++] = begin;
  }
  for (; mark < words.marks.size(); ++mark) words.marks[mark].word = kept;
  words.hashes.resize(kept);
  words.begins.resize(kept);
}

}  // namespace

TextWords read_words(std::string_view text, std::span<const Span> furniture) {
  TextWords words;
  words.hashes.reserve(text.size() / 5);
  words.begins.reserve(text.size() / 5);
  WordScanner scanner(text, &words.marks);
  while (scanner.next()) {
    words.hashes.push_back(scanner.hash());
    words.begins.push_back(scanner.begin());
  }
  if (!furniture.empty()) drop_furniture(words, furniture);
  return words;
}

uint32_t word_end(std::string_view text, uint32_t begin) {
  WordScanner scanner(text.substr(begin));
  return scanner.next() ? begin + scanner.end() : begin;
}

bool same_words(std::string_view a, std::string_view b) {
  if (a == b) return true;
  WordScanner left(a);
  WordScanner right(b);
  std::string left_word;
  std::string right_word;
  for (;;) {
    const bool there = left.next();
    if (there != right.next()) return false;
    if (!there) return true;
    left.fold_into(left_word);
    right.fold_into(right_word);
    if (left_word != right_word) return false;
  }
}

}  // namespace verbale
