#include "commitments/repeats.h"

#include <algorithm>

namespace verbale {
namespace {

// Nouns that are in every second undertaking tell nothing of it.
bool telling(const WordsAt& words, int32_t token) {
  return words.at(token).upos == Upos::NOUN && !words.is_any(token, {"side", "sides", "country", "countries", "field",
                                                                    "fields", "area", "areas", "effort", "efforts"});
}

std::vector<std::string_view> nouns_of(const Document& document, const WordsAt& words, Span text) {
  std::vector<std::string_view> nouns;
  const TokenRange range = tokens_in(document, text);
  for (int32_t i = range.first; i < range.last; ++i) {
    if (telling(words, i)) nouns.push_back(words.lemma(i));
  }
  std::sort(nouns.begin(), nouns.end());
  nouns.erase(std::unique(nouns.begin(), nouns.end()), nouns.end());
  return nouns;
}

// The share of the first list's nouns that the second has.
double covered(const std::vector<std::string_view>& some, const std::vector<std::string_view>& all) {
  if (some.empty()) return 0;
  const auto known = [&](std::string_view noun) { return std::binary_search(all.begin(), all.end(), noun); };
  return static_cast<double>(std::count_if(some.begin(), some.end(), known)) / static_cast<double>(some.size());
}

// The paragraph a commitment stands in counts as an announcement if it is the title, or the first or second of the body
// (a title without mark counts as the first).
bool announces(const Document& document, int32_t paragraph) {
  int32_t lead = 0;
  const auto& paragraphs = document.paragraphs;
  while (lead < static_cast<int32_t>(paragraphs.size()) &&
         paragraphs[static_cast<size_t>(lead)].kind != ParagraphKind::Body) {
    ++lead;
  }
  return paragraph <= lead + 1;
}

int32_t paragraph_of(const Document& document, Span text) {
  const auto after = [](uint32_t at, const Paragraph& p) { return at < p.span.begin; };
  const auto it = std::upper_bound(document.paragraphs.begin(), document.paragraphs.end(), text.begin, after);
  return static_cast<int32_t>(it - document.paragraphs.begin()) - 1;
}

}  // namespace

void join_repeats(Document& document, const WordsAt& words) {
  constexpr double kSame = 0.5;
  std::vector<Commitment>& list = document.commitments;
  std::vector<std::vector<std::string_view>> nouns;
  std::vector<int32_t> paragraphs;
  for (const Commitment& commitment : list) {
    nouns.push_back(nouns_of(document, words, commitment.text));
    paragraphs.push_back(paragraph_of(document, commitment.text));
  }
  std::vector<bool> gone(list.size(), false);
  constexpr size_t kLongestLead = 64;
  for (size_t early = 0; early < std::min(list.size(), kLongestLead) && announces(document, paragraphs[early]); ++early) {
    size_t best = list.size();
    double most = 0;
    for (size_t late = early + 1; late < list.size(); ++late) {
      if (paragraphs[late] <= paragraphs[early] || list[late].kind != list[early].kind ||
          list[late].by != list[early].by) {
        continue;
      }
      const double same = covered(nouns[early], nouns[late]);
      if (same >= kSame && same > most) {
        most = same;
        best = late;
      }
    }
    if (best == list.size()) continue;
    Commitment& other = list[best];
    if (list[early].text.size() > other.text.size()) std::swap(list[early].text, other.text);
    other.also.insert(other.also.end(), list[early].also.begin(), list[early].also.end());
    other.also.push_back(list[early].text);
    gone[early] = true;
  }
  size_t kept = 0;
  for (size_t i = 0; i < list.size(); ++i) {
    if (gone[i]) continue;
    std::sort(list[i].also.begin(), list[i].also.end());
    if (kept != i) list[kept] = std::move(list[i]);
    ++kept;
  }
  list.resize(kept);
}

}  // namespace verbale
