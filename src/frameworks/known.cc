// Names of the pack, wherever their words stand. A name inside a longer one is reported too where it is another
// kind of thing ("G20" in "G20 Summit"), else the longer one alone is meant.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "frameworks/candidate.h"

namespace verbale {
namespace {

constexpr size_t kLongestName = 24;  // words

bool fits(const Document& document, const FrameworkVariant& variant, TokenRange words) {
  if (variant.exact) return document.str(span_of_words(document, words)) == variant.written;
  for (int32_t i = 0; i < words.size() && i < 64; ++i) {
    const bool capital = (variant.capitals >> i & 1) != 0;
    if (capital && !starts_with_capital(document, words.first + i)) {
      const std::string_view word = document.words[static_cast<size_t>(words.first + i)].folded;
      if (word.empty() || word[0] < '0' || word[0] > '9') return false;
    }
  }
  return true;
}

const FrameworkVariant* fitting(const Document& document, const FrameworkNames& names,
                                const PhraseTable::Match& match, int32_t start) {
  for (const int32_t value : match.values) {
    const FrameworkVariant& variant = names.variants()[static_cast<size_t>(value)];
    if (fits(document, variant, {start, start + match.length})) return &variant;
  }
  return nullptr;
}

// Whether the name stands inside one that is reported already and means no more than that.
bool is_told(const std::vector<FrameworkCandidate>& out, size_t from, TokenRange words,
             const KnownFramework& framework) {
  for (size_t i = from; i < out.size(); ++i) {
    const FrameworkCandidate& other = out[i];
    const bool inside = other.words.first <= words.first && words.last <= other.words.last;
    const bool crosses = !inside && other.words.overlaps(words);
    const bool thing = framework.kind == FrameworkKind::Mechanism || framework.kind == FrameworkKind::Body ||
                       framework.kind == FrameworkKind::Event || framework.kind == FrameworkKind::Law;
    const bool same = other.kind == framework.kind || other.name == framework.name;
    if (crosses || (inside && (same || !thing))) return true;
  }
  return false;
}

// "Peru-ASEAN Summit" is no ASEAN Summit.
bool in_pair(const Document& document, TokenRange words, int32_t first) {
  const WordGap gap = document.words[static_cast<size_t>(first)].gap;
  return first > words.first && (gap == WordGap::Hyphen || gap == WordGap::Dash) && starts_with_capital(document, first) &&
         starts_with_capital(document, first - 1);
}

}  // namespace

void find_known_frameworks(const Document& document, const Knowledge& knowledge, TokenRange words,
                           std::vector<FrameworkCandidate>& out) {
  const FrameworkNames& names = knowledge.framework_names;
  std::array<std::string_view, kLongestName> ahead;
  size_t recent = out.size();  // candidates from here on may reach the current word
  for (int32_t i = words.first; i < words.last; ++i) {
    const size_t count = std::min(kLongestName, static_cast<size_t>(words.last - i));
    for (size_t k = 0; k < count; ++k) ahead[k] = document.words[static_cast<size_t>(i) + k].folded;
    if (names.names().longest(std::span(ahead.data(), count)).length == 0) continue;
    const std::vector<PhraseTable::Match> matches = names.names().all(std::span(ahead.data(), count));
    while (recent < out.size() && out[recent].words.last <= i) ++recent;
    for (auto match = matches.rbegin(); match != matches.rend(); ++match) {
      const FrameworkVariant* variant = fitting(document, names, *match, i);
      if (variant == nullptr) continue;
      const KnownFramework& framework = names.frameworks()[static_cast<size_t>(variant->framework)];
      const TokenRange range{i, i + match->length};
      if (in_pair(document, words, i) && framework.kind != FrameworkKind::Law) continue;
      if (is_told(out, recent, range, framework)) continue;
      out.push_back({range, framework.name, framework.kind, true, false, "framework.pack", variant->needs});
    }
  }
}

}  // namespace verbale
