#include "quantities/quantity_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace verbale {
namespace {

constexpr size_t kLongestForm = 6;  // words

}  // namespace

QuantityText::QuantityText(const Document& document, const QuantityWords& lexicon, const Sentence& sentence)
    : document_(document), lexicon_(lexicon), range_(sentence.words) {
  std::string_view ahead[kLongestForm];
  matches_.resize(static_cast<size_t>(range_.size()));
  for (int32_t i = range_.first; i < range_.last; ++i) {
    size_t count = 0;
    while (count < kLongestForm && has(i + static_cast<int32_t>(count))) {
      ahead[count] = folded(i + static_cast<int32_t>(count));
      ++count;
    }
    PhraseTable::Match& match = matches_[static_cast<size_t>(i - range_.first)];
    match = lexicon_.forms().longest({ahead, count});
    if (is_digits(i)) any_ = true;
    forward_ |= is_one_of(i, {"will", "shall", "upcoming", "forthcoming", "scheduled", "planned", "plans"});
    for (const int32_t value : match.values) {
      const QuantityWordKind kind = lexicon_.words()[static_cast<size_t>(value)].kind;
      any_ |= kind != QuantityWordKind::Article && kind != QuantityWordKind::Approximate;
    }
  }
}

std::string_view QuantityText::folded(int32_t i) const {
  return has(i) ? document_.words[static_cast<size_t>(i)].folded : std::string_view();
}

bool QuantityText::is_one_of(int32_t i, std::initializer_list<std::string_view> words) const {
  return std::find(words.begin(), words.end(), folded(i)) != words.end();
}

WordGap QuantityText::gap(int32_t i) const {
  return has(i) ? document_.words[static_cast<size_t>(i)].gap : WordGap::None;
}

bool QuantityText::is_capital(int32_t i) const {
  return has(i) && is_upper(decode_utf8(document_.text, document_.words[static_cast<size_t>(i)].span.begin).value);
}

bool QuantityText::is_digits(int32_t i) const {
  const std::string_view word = folded(i);
  return !word.empty() && word[0] >= '0' && word[0] <= '9';
}

const Token* QuantityText::token(int32_t i) const {
  if (!has(i)) return nullptr;
  return &document_.tokens[static_cast<size_t>(document_.words[static_cast<size_t>(i)].token)];
}

Span QuantityText::span(int32_t first, int32_t last) const {
  return {document_.words[static_cast<size_t>(first)].span.begin,
          document_.words[static_cast<size_t>(last) - 1].span.end};
}

const QuantityWord* QuantityText::find(int32_t i, QuantityWordKind kind, int32_t& end) const {
  if (!has(i)) return nullptr;
  const PhraseTable::Match& match = matches_[static_cast<size_t>(i - range_.first)];
  for (const int32_t value : match.values) {
    const QuantityWord& word = lexicon_.words()[static_cast<size_t>(value)];
    if (word.kind == kind) {
      end = i + match.length;
      return &word;
    }
  }
  return nullptr;
}

bool QuantityText::is_kind(int32_t i, QuantityWordKind kind) const {
  int32_t end = 0;
  return find(i, kind, end) != nullptr;
}

}  // namespace verbale
