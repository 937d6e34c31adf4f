#include "acts/words_at.h"

#include <algorithm>

namespace verbale {

WordsAt::WordsAt(const Document& document) : tokens_(document.tokens) {
  lemmas_.reserve(tokens_.size());
  for (const Token& token : tokens_) {
    lemmas_.push_back(token.lemma.empty() ? token.lower : token.lemma);
  }
}

std::span<const std::string_view> WordsAt::lemmas(int32_t token, int32_t end) const {
  const int32_t last = std::min(end, size());
  if (token < 0 || token >= last) return {};
  return std::span(lemmas_).subspan(static_cast<size_t>(token), static_cast<size_t>(last - token));
}

bool WordsAt::is_any(int32_t token, std::span<const std::string_view> words) const {
  const std::string_view word = lower(token);
  return !word.empty() && std::find(words.begin(), words.end(), word) != words.end();
}

bool WordsAt::is_noun(int32_t token) const {
  const Upos tag = at(token).upos;
  return valid(token) && (tag == Upos::NOUN || tag == Upos::PROPN);
}

bool WordsAt::is_nominal(int32_t token) const {
  const Upos tag = at(token).upos;
  return is_noun(token) || (valid(token) && (tag == Upos::PRON || tag == Upos::NUM));
}

bool WordsAt::is_verb(int32_t token) const {
  const Upos tag = at(token).upos;
  return valid(token) && (tag == Upos::VERB || tag == Upos::AUX);
}

bool WordsAt::is_base_verb(int32_t token) const {
  const VerbForm form = at(token).verb;
  return is_verb(token) && (form == VerbForm::Base || form == VerbForm::Present);
}

bool WordsAt::is_gerund(int32_t token) const {
  return valid(token) && at(token).verb == VerbForm::Gerund;
}

bool WordsAt::is_finite(int32_t token) const {
  const VerbForm form = at(token).verb;
  return form == VerbForm::Past || form == VerbForm::Present || form == VerbForm::Present3 ||
         form == VerbForm::Modal;
}

bool WordsAt::is_adverb(int32_t token) const {
  if (!valid(token)) return false;
  if (at(token).upos == Upos::ADV || is_negation(token)) return true;
  // "further strengthening", "better control": the tagger calls some of them adjectives.
  return (is_any(token, {"further", "better", "well"}) || lower(token).ends_with("ly")) && is_verb(token + 1);
}

bool WordsAt::is_preposition(int32_t token) const {
  if (!valid(token)) return false;
  if (at(token).upos == Upos::ADP) return true;
  return at(token).upos == Upos::SCONJ && is_any(token, {"of", "by", "in", "on", "for", "with", "without", "through", "from",
                                                         "about", "at", "against", "towards", "toward", "after", "before"});
}

bool WordsAt::is_hyphen(int32_t token) const {
  return is_any(token, {"-", "–", "‑", "—", "/"}) && !at(token).space_before && valid(token + 1) &&
         !at(token + 1).space_before;
}

int32_t WordsAt::noun_head(int32_t start, int32_t end) const {
  int32_t head = -1;
  for (int32_t i = start; i < end; ++i) {
    if (is_hyphen(i)) {
      ++i;  // what a hyphen joins is inside, whatever it is
      if (!is_noun(i)) continue;
    }
    const Upos tag = at(i).upos;
    const bool noun = is_noun(i) || tag == Upos::PRON || is_gerund(i);
    if (noun) {
      head = i;
      if (is_any(i + 1, {"'s", "’s", "'", "’"}) && !at(i + 1).space_before) {
        head = -1;
        ++i;
        continue;
      }
      if (is_noun(i + 1) || is_hyphen(i + 1)) continue;
      // "North American governments"
      if (tag == Upos::PROPN && at(i + 1).upos == Upos::ADJ && is_noun(i + 2)) continue;
      if (tag == Upos::PRON && is_any(i, {"its", "their", "our", "his", "her", "my", "your"})) {
        head = -1;
        continue;
      }
      if (!is_noun(i) && is_gerund(i) && opens_noun_phrase(i + 1)) continue;  // "enduring support"
      break;
    }
    const bool inside = tag == Upos::DET || tag == Upos::ADJ || tag == Upos::NUM || tag == Upos::ADV ||
                        tag == Upos::CCONJ || tag == Upos::PART || tag == Upos::SYM || is_quote(i) || is_comma(i) ||
                        at(i).verb == VerbForm::PastParticiple || (i == start && at(i).verb == VerbForm::Past);
    if (!inside) break;
  }
  return head;
}

bool WordsAt::is_negation(int32_t token) const { return is_any(token, {"not", "n't", "never", "n’t"}); }

bool WordsAt::opens_noun_phrase(int32_t token) const {
  const Upos tag = at(token).upos;
  return valid(token) && (tag == Upos::DET || tag == Upos::ADJ || tag == Upos::NUM || is_nominal(token));
}

bool WordsAt::is_quote(int32_t token) const {
  return is_any(token, {"\"", "“", "”", "'", "‘", "’", "``", "''", "«", "»"});
}

int32_t WordsAt::skip_adverbs(int32_t token, int32_t end) const {
  while (token < end && (is_adverb(token) || (is(token, "and") && is_adverb(token - 1) && is_adverb(token + 1)))) {
    ++token;
  }
  return token;
}

int32_t WordsAt::first_adverb(int32_t token, int32_t first) const {
  while (token > first) {
    if (is_adverb(token - 1)) {
      --token;
    } else if (token - 2 >= first && is(token - 1, "and") && is_adverb(token - 2) && is_adverb(token)) {
      token -= 2;
    } else {
      break;
    }
  }
  return token;
}

TokenRange tokens_in(const Document& document, Span span) {
  if (span.empty()) return {};
  const std::vector<Token>& tokens = document.tokens;
  const auto first = std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                                      [](const Token& t, uint32_t at) { return t.span.begin < at; });
  const auto last = std::lower_bound(first, tokens.end(), span.end,
                                     [](const Token& t, uint32_t at) { return t.span.end <= at; });
  return {static_cast<int32_t>(first - tokens.begin()), static_cast<int32_t>(last - tokens.begin())};
}

}  // namespace verbale
