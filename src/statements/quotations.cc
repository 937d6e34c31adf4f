#include "statements/quotations.h"

#include <algorithm>

namespace verbale {
namespace {

bool is_straight(std::string_view word) { return word == "\"" || word == "``" || word == "''"; }
bool is_curly_open(std::string_view word) { return word == "“" || word == "«" || word == "„"; }
bool is_curly_close(std::string_view word) { return word == "”" || word == "»"; }

const Token& token_at(const Document& document, int32_t i) { return document.tokens[static_cast<size_t>(i)]; }

// What the first mark in the range does.
enum class FirstMark : uint8_t { None, Opens, Closes };
FirstMark first_mark(const Document& document, TokenRange range) {
  for (int32_t i = range.first; i < range.last; ++i) {
    const std::string_view word = token_at(document, i).lower;
    if (is_curly_close(word)) return FirstMark::Closes;
    if (is_curly_open(word)) return FirstMark::Opens;
    if (is_straight(word)) {
      const bool closes = i > range.first && !token_at(document, i).space_before;
      return closes ? FirstMark::Closes : FirstMark::Opens;
    }
  }
  return FirstMark::None;
}

// Whether a quotation left open before paragraph `index` holds in it: the next mark, there or in one of the
// paragraphs after it, closes it.
bool goes_on_in(const Document& document, size_t index) {
  constexpr size_t kParagraphs = 12;
  for (size_t i = index; i < std::min(index + kParagraphs, document.paragraphs.size()); ++i) {
    const FirstMark mark = first_mark(document, document.paragraphs[i].tokens);
    if (mark != FirstMark::None) return mark == FirstMark::Closes;
  }
  return false;
}

// `goes_on`: the paragraph before left a quotation open; it holds here without a new mark if the first mark
// here closes it.
void scan_paragraph(const Document& document, int32_t index, bool goes_on, std::vector<Quotation>& found) {
  const TokenRange range = document.paragraphs[static_cast<size_t>(index)].tokens;
  constexpr int32_t kNone = -2;
  int32_t open = kNone;
  int depth = 0;
  const auto close = [&](int32_t at, bool closed) {
    if (open != kNone && at > open + 1) {
      found.push_back({{open + 1, at}, index, open <= range.first, closed});
    }
    open = kNone;
    depth = 0;
  };
  if (goes_on && goes_on_in(document, static_cast<size_t>(index))) {
    open = range.first - 1;
    depth = 1;
  }
  for (int32_t i = range.first; i < range.last; ++i) {
    const std::string_view word = token_at(document, i).lower;
    if (is_straight(word)) {
      if (open == kNone) {
        open = i;
        depth = 0;
      } else if (depth <= 1) {
        close(i, true);
      }
    } else if (is_curly_open(word)) {
      if (open == kNone) {
        open = i;
        depth = 1;
      } else {
        ++depth;
      }
    } else if (is_curly_close(word) && open != kNone && --depth <= 0) {
      close(i, true);
    }
  }
  close(range.last, false);
}

// A clause of the speaker's own rather than a name or a label: it has a finite verb and some length.
bool is_wording(const Document& document, const Quotation& quotation) {
  if (quotation.inner.size() < 4) return false;
  for (int32_t i = quotation.inner.first; i < quotation.inner.last; ++i) {
    const Token& token = token_at(document, i);
    if ((token.upos == Upos::VERB || token.upos == Upos::AUX) && token.verb != VerbForm::Gerund &&
        token.verb != VerbForm::PastParticiple && token.verb != VerbForm::None) {
      return true;
    }
  }
  return false;
}

// "the principle of “...”", "the motto “...”": the quotation names the noun before it.
bool is_label(const Document& document, const Quotation& quotation) {
  int32_t before = quotation.inner.first - 2;
  if (before < 0) return false;
  if (token_at(document, before).lower == "of") return true;
  const Upos tag = token_at(document, before).upos;
  return tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::DET;
}

// "described as “threatening”": the word itself is the speaker's.
bool is_evaluation(const Document& document, const Quotation& quotation) {
  const int32_t before = quotation.inner.first - 2;
  if (before < 0) return false;
  const std::string_view word = token_at(document, before).lower;
  return word == "as" || word == "so-called" || word == "called";
}

}  // namespace

std::vector<Quotation> find_quotations(const Document& document) {
  std::vector<Quotation> found;
  bool open = false;  // the paragraph before left a quotation open
  for (size_t i = 0; i < document.paragraphs.size(); ++i) {
    if (document.paragraphs[i].kind == ParagraphKind::Furniture) continue;
    const size_t known = found.size();
    scan_paragraph(document, static_cast<int32_t>(i), open, found);
    open = found.size() > known && !found.back().closed;
  }
  return found;
}

const Quotation* quotation_at(const std::vector<Quotation>& quotations, int32_t i) {
  const auto after = std::ranges::upper_bound(quotations, i, {}, [](const Quotation& quotation) {
    return quotation.inner.first;
  });
  if (after == quotations.begin()) return nullptr;
  const Quotation& quotation = *(after - 1);
  return quotation.inner.contains(i) ? &quotation : nullptr;
}

Form form_of(const Document& document, const std::vector<Quotation>& quotations,
             const std::vector<TokenRange>& contents) {
  bool all_inside = !contents.empty();
  bool mixed = false;
  for (const TokenRange content : contents) {
    if (content.empty()) continue;
    const Quotation* whole = quotation_at(quotations, content.first);
    const bool inside = whole != nullptr && content.last <= whole->inner.last + 1;
    // Marks around the whole: nothing but punctuation is outside.
    all_inside = all_inside && inside && whole->inner.first >= content.first - 1;
    const auto first = std::ranges::lower_bound(quotations, content.first, {}, [](const Quotation& quotation) {
      return quotation.inner.first;
    });
    for (auto q = first; q != quotations.end() && q->inner.first < content.last; ++q) {
      if ((is_wording(document, *q) && !is_label(document, *q)) || is_evaluation(document, *q)) mixed = true;
    }
  }
  if (all_inside) return Form::Direct;
  return mixed ? Form::Mixed : Form::Indirect;
}

}  // namespace verbale
