// Resolutions, orders and articles by number: "UN Security Council Resolution 1244", "Executive Order 13000", "Article
// 6 of the Treaty".
#include <algorithm>

#include "frameworks/candidate.h"

namespace verbale {
namespace {

bool is_number(std::string_view word) {
  return !word.empty() && word[0] >= '0' && word[0] <= '9';
}

bool is_roman(std::string_view word) {
  return !word.empty() && word.size() <= 6 && word.find_first_not_of("ivxl") == std::string_view::npos;
}

const FrameworkCandidate* ending_at(const std::vector<FrameworkCandidate>& found, size_t from, int32_t word) {
  for (size_t i = from; i < found.size(); ++i) {
    if (found[i].words.last == word && found[i].kind == FrameworkKind::Body) return &found[i];
  }
  return nullptr;
}

const FrameworkCandidate* starting_at(const std::vector<FrameworkCandidate>& found, size_t from, int32_t word) {
  for (size_t i = from; i < found.size(); ++i) {
    if (found[i].words.first == word && found[i].kind == FrameworkKind::Law) return &found[i];
  }
  return nullptr;
}

}  // namespace

void find_numbered_frameworks(const Document& document, TokenRange words, std::vector<FrameworkCandidate>& out) {
  size_t from = out.size();
  while (from > 0 && words.contains(out[from - 1].words.first)) --from;
  for (int32_t i = words.first; i < words.last; ++i) {
    const std::string_view word = word_in(document, words, i);
    const std::string_view next = word_in(document, words, i + 1);
    const std::string number(next);
    if ((word == "resolution" || word == "resolutions") && is_number(next)) {
      const FrameworkCandidate* body = ending_at(out, from, i);
      const int32_t first = body == nullptr ? i : body->words.first;
      if (body == nullptr && !starts_with_capital(document, i)) continue;
      const std::string name = body == nullptr ? "UN Security Council" : body->name;
      out.push_back({{first, i + 2}, name + " Resolution " + number, FrameworkKind::Law, false, false, "framework.resolution", {}});
    } else if ((word == "unscr" || word == "unscrs") && is_number(next)) {
      out.push_back({{i, i + 2}, "UN Security Council Resolution " + number, FrameworkKind::Law, false, false, "framework.resolution", {}});
    } else if (word == "executive" && next == "order" && is_number(word_in(document, words, i + 2))) {
      out.push_back({{i, i + 3}, "Executive Order " + std::string(word_in(document, words, i + 2)), FrameworkKind::Law,
                     false, false, "framework.order", {}});
    } else if (word == "article" && starts_with_capital(document, i) && (is_number(next) || is_roman(next))) {
      const bool told = std::any_of(out.begin() + static_cast<int64_t>(from), out.end(),
                                    [&](const FrameworkCandidate& other) { return other.words.contains(i); });
      if (told) continue;
      const bool of = word_in(document, words, i + 2) == "of" && word_in(document, words, i + 3) == "the";
      const FrameworkCandidate* law = of ? starting_at(out, from, i + 4) : nullptr;
      // The law may have been named before: the nearest one in the document so far.
      for (size_t k = out.size(); law == nullptr && k > 0; --k) {
        if (out[k - 1].kind == FrameworkKind::Law && out[k - 1].words.first < i) law = &out[k - 1];
      }
      if (law == nullptr) continue;
      const std::string_view written = document.str(document.words[static_cast<size_t>(i) + 1].span);
      const std::string name = law->name + " Article " + std::string(written);
      out.push_back({{i, i + 2}, name, FrameworkKind::Law, false, false, "framework.article", {}});
    }
  }
}

}  // namespace verbale
