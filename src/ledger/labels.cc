#include "ledger/labels.h"

#include <algorithm>
#include <array>

namespace verbale {
namespace {

constexpr int32_t kLongest = 12;  // tokens of a label with what belongs to it
constexpr int32_t kAlone = 4;     // tokens from which on a label stands without its verb
constexpr int32_t kBefore = 7;    // tokens between the word that turns a thing round and the thing

}  // namespace

int32_t LabelMaker::telling_words(TokenRange tokens) const {
  int32_t telling = 0;
  for (int32_t i = tokens.first; i < tokens.last; ++i) {
    const bool word =
        words_.is_noun(i) || words_.at(i).upos == Upos::ADJ || words_.is_hyphen(i - 1);
    if (word && !cores_.is_slight(i) && !cores_.is_shared(i) && !cores_.is_actor(i)) ++telling;
  }
  return telling;
}

// A noun by itself, or one that does not tell.
bool LabelMaker::is_bare(TokenRange phrase) const {
  int32_t words = 0;
  for (int32_t i = phrase.first; i < phrase.last; ++i)
    words += words_.is_noun(i) || words_.at(i).upos == Upos::ADJ ? 1 : 0;
  return words < 2 || telling_words(phrase) == 0;
}

// Behind the noun phrase that begins there; `start`: none does.
int32_t LabelMaker::behind_phrase(int32_t start, int32_t end) const {
  int32_t last = start;
  for (int32_t i = start; i < end; ++i) {
    const Upos tag = words_.at(i).upos;
    const bool noun = words_.is_noun(i) || tag == Upos::NUM;
    const bool inside = noun || tag == Upos::ADJ || tag == Upos::DET || tag == Upos::PRON ||
                        words_.is_any(i, {"'s", "’s", "and"}) || words_.is_hyphen(i) ||
                        words_.is_hyphen(i - 1) || words_.is_gerund(i);
    if (!inside) break;
    if (noun) last = i + 1;
  }
  return last;
}

TokenRange LabelMaker::with_complement(TokenRange label, int32_t end) const {
  TokenRange longer = label;
  while (longer.last + 1 < end && longer.size() < kLongest) {
    const int32_t behind = longer.last;
    const bool of = words_.is_any(behind, {"of", "between"});
    const bool about = words_.is_any(behind, {"in", "on", "for", "with", "to", "towards", "toward",
                                              "against", "across", "among", "over", "into"});
    const bool needed = is_bare(longer) || telling_words(longer) == 0;
    if (!needed || (!of && !about)) break;
    int32_t start = behind + 1;
    if (words_.is(behind, "to") && words_.is_base_verb(start)) ++start;
    const int32_t last = behind_phrase(start, std::min(end, longer.first + kLongest + 2));
    if (last == start) break;
    longer.last = last;
  }
  return telling_words(longer) > telling_words(label) || names_somebody({label.last, longer.last})
             ? longer
             : label;
}

bool LabelMaker::names_somebody(TokenRange tokens) const {
  for (int32_t i = tokens.first; i < tokens.last; ++i) {
    if (cores_.is_actor(i)) return true;
  }
  return false;
}

// "opposes any", "refrain from the": the verb, where it says the contrary of the thing; -1: none.
int32_t LabelMaker::turning_word(int32_t first, int32_t begin) const {
  for (int32_t i = first - 1; i >= std::max(begin, first - kBefore); --i) {
    const std::string_view lemma = words_.lemma(i);
    if (tools_.words->turns_round(lemma)) return i;
    if (words_.is_comma(i) || (words_.is_verb(i) && !words_.is_gerund(i))) return -1;
  }
  return -1;
}

// A quotation mark that stands alone in it gets its other half or goes.
TokenRange LabelMaker::with_quotes(TokenRange label, TokenRange clause) const {
  int32_t marks = 0;
  for (int32_t i = label.first; i < label.last; ++i) marks += words_.is_quote(i) ? 1 : 0;
  if (marks % 2 == 0) return label;
  if (label.first > clause.first && words_.is_quote(label.first - 1))
    --label.first;
  else if (label.last < clause.last && words_.is_quote(label.last))
    ++label.last;
  else if (words_.is_quote(label.first))
    ++label.first;
  else if (words_.is_quote(label.last - 1))
    --label.last;
  return label;
}

// "conference [this autumn]", "package [today]"
TokenRange LabelMaker::without_time(TokenRange label) const {
  constexpr std::array<std::string_view, 4> kDays = {"today", "yesterday", "tomorrow", "tonight"};
  for (bool shorter = true; shorter && label.size() > 1;) {
    shorter = false;
    const int32_t last = label.last - 1;
    if (std::ranges::find(kDays, words_.lower(last)) != kDays.end()) {
      --label.last;
      shorter = true;
    }
    for (const Quantity& quantity : document_.quantities) {
      const bool time =
          quantity.kind == QuantityKind::Date || quantity.kind == QuantityKind::Duration;
      const TokenRange when = time ? tokens_in(document_, quantity.text) : TokenRange{};
      if (!time || when.last != label.last || when.first <= label.first) continue;
      label.last = when.first;
      shorter = true;
    }
    while (shorter && label.size() > 1 && !words_.is_noun(label.last - 1) &&
           words_.at(label.last - 1).upos != Upos::NUM) {
      --label.last;
    }
  }
  return label;
}

// "principle [of “nothing without us”]"
TokenRange LabelMaker::with_quotation(TokenRange label, int32_t end) const {
  constexpr int32_t kLongestQuotation = 14;
  int32_t open = label.last;
  if (words_.is_any(open, {"of", "that", ":"})) ++open;
  if (open >= end || !words_.is_quote(open)) return label;
  for (int32_t i = open + 1; i < std::min(end, open + kLongestQuotation); ++i) {
    if (words_.is_quote(i)) return {label.first, i + 1};
  }
  return label;
}

// "[de-escalate] tensions", "[fight against] corruption": from the nearest verb before it on.
TokenRange LabelMaker::with_deed(TokenRange label, int32_t begin) const {
  for (int32_t i = label.first - 1; i >= std::max(begin, label.first - kBefore); --i) {
    if (words_.is_comma(i) || words_.is_any(i, {"including", "such"})) break;
    const bool deed = words_.is_verb(i) && words_.at(i).upos != Upos::AUX;
    if (deed && !words_.is_hyphen(i - 1)) return {i, label.last};
  }
  return label;
}

TokenRange LabelMaker::label_of(const Core& core, TokenRange clause) const {
  TokenRange label = without_time(with_complement(without_time(core.head), clause.last));
  if (is_bare(label)) label = with_quotation(label, clause.last);
  const int32_t turning = turning_word(label.first, clause.first);
  if (turning >= 0) {
    label.first = turning;
  } else if (label.size() < kAlone && is_bare(label)) {
    label = with_deed(label, clause.first);
  }
  return with_quotes(label, clause);
}

}  // namespace verbale
