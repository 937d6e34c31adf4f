#include "statements/openings.h"

#include <algorithm>

namespace verbale {

uint32_t preposition_bit(const View& view, int32_t i) {
  if (view.upos(i) == Upos::NOUN || view.upos(i) == Upos::VERB) return 0;
  return takes::bit_of(view.lower(i));
}

bool opens_infinitive(const View& view, int32_t i) {
  if (!view.is(i, "to") && !(view.is(i, "not") && view.is(i + 1, "to"))) return false;
  int32_t verb = i + (view.is(i, "not") ? 2 : 1);
  for (int32_t steps = 0; steps < 3 && view.upos(verb) == Upos::ADV; ++steps) ++verb;
  return (view.upos(verb) == Upos::VERB || view.upos(verb) == Upos::AUX) &&
         view.token(verb).verb != VerbForm::Gerund;
}

bool is_that(const View& view, int32_t i) {
  return view.is(i, "that") && (view.upos(i) == Upos::SCONJ || view.deprel(i) == Deprel::mark);
}

namespace {

// Whether a finite verb comes before the next mark: "that trade had grown".
bool verb_follows(const View& view, int32_t from) {
  for (int32_t i = from; view.contains(i) && i < from + 12 && view.upos(i) != Upos::PUNCT; ++i) {
    if (view.is_finite_verb(i) || view.is_modal(i)) return true;
  }
  return false;
}

}  // namespace

// Right after a cue "that" opens a clause unless a mere noun follows it ("noted that effort").
bool is_that_after_cue(const View& view, int32_t i) {
  if (!view.is(i, "that")) return false;
  if (is_that(view, i)) return true;
  const Upos next = view.upos(i + 1);
  if (next == Upos::NOUN && !view.token(i + 1).plural) return verb_follows(view, i + 2);
  return next != Upos::PUNCT && next != Upos::AUX && next != Upos::X;
}

// "that" further on, with no verb between: "noted with satisfaction that", "said to him that". Its
// index, or -1.
int32_t distant_that(const View& view, int32_t from) {
  for (int32_t i = from; view.contains(i) && i < from + 16; ++i) {
    if (is_that(view, i)) return i;
    if (view.deprel(i) == Deprel::case_) continue;  // "decided, following talks, that"
    if (view.upos(i) == Upos::VERB || view.upos(i) == Upos::AUX || (view.is_final_mark(i) && !view.is(i, "—") && !view.is(i, "–"))) return -1;
  }
  return -1;
}

bool quote_opens(const View& view, int32_t i) {
  if (view.is(i, ":") || view.is_comma(i)) ++i;
  return view.is_open_quote(i);
}

// "promised Kenya 100 million euros", "offered him a loan".
bool gives_to_named(const View& view, int32_t at) {
  const Name* name = view.name_at(at);
  const int32_t next = name != nullptr ? name->tokens.last : at + 1;
  if (name == nullptr && view.upos(at) != Upos::PRON) return false;
  return view.upos(next) == Upos::NUM || view.is(next, "a") || view.is(next, "an") || view.is(next, "its") ||
         view.upos(next) == Upos::ADJ;
}

// Past "of HOLDER" of a light cue: "voiced the concerns of his people about".
int32_t skip_holder(const View& view, const Frame& frame, int32_t from) {
  if (!view.is(from, "of")) return from;
  for (int32_t i = from + 1; view.contains(i) && i < from + 16; ++i) {
    if (view.is_final_mark(i) || view.is_finite_verb(i)) break;
    const uint32_t bit = preposition_bit(view, i);
    if (is_that(view, i) || (opens_infinitive(view, i) && frame.cue->accepts(takes::Inf)) ||
        ((bit & frame.cue->takes) != 0 && bit != takes::Of && bit != takes::That)) {
      return i;
    }
  }
  return from;
}

// Past "to HEARER" of a light cue: "extended his condolences to the people over". Where nothing opens
// behind it, `from`.
int32_t skip_told(const View& view, Frame& frame, int32_t from) {
  for (int32_t i = from + 1; view.contains(i) && i < from + 30; ++i) {
    if (view.is_final_mark(i) || view.is_finite_verb(i)) break;
    const uint32_t bit = preposition_bit(view, i);
    // "condolences to the people in the wake of", "congratulations to him following his election"
    const bool occasion = view.is(i, "following") || view.is(i, "after") ||
                          (view.is(i, "in") && (view.is(i + 1, "connection") || view.is(i + 2, "wake") ||
                                                view.is(i + 2, "aftermath")));
    if (is_that(view, i) || occasion || ((bit & frame.cue->takes) != 0 && bit != takes::Of && bit != takes::That)) {
      frame.to = {from + 1, i};
      return i;
    }
  }
  return from;
}

namespace {

// "in the strongest terms", "in this regard": how it was said or on what account.
int32_t skip_terms(const View& view, int32_t at) {
  constexpr int32_t kLongest = 6;
  if (!view.is(at, "in")) return at;
  for (int32_t i = at + 1; view.contains(i) && i < at + kLongest; ++i) {
    const bool this_one = view.is(i - 1, "this") || view.is(i - 1, "that");
    const bool account = this_one && (view.is(i, "regard") || view.is(i, "context") || view.is(i, "connection") ||
                                      view.is(i, "respect") || view.is(i, "spirit"));
    if (account || (view.is(i, "terms") && view.upos(i - 1) != Upos::ADP)) return view.after_adverbs(i + 1);
    const Upos tag = view.upos(i);
    if (tag != Upos::ADJ && tag != Upos::DET && tag != Upos::ADV && tag != Upos::PRON) return at;
  }
  return at;
}

}  // namespace

// "noted with (deep) satisfaction the", "learned with sorrow that": past how it was said.
int32_t skip_manner(const View& view, const Frame& frame, int32_t at) {
  if (view.is(at, "in")) return skip_terms(view, at);
  if (!view.is(at, "with") || frame.cue->accepts(takes::With)) return at;
  for (int32_t i = at + 1; view.contains(i) && i < at + 5; ++i) {
    if (view.knowledge().cues.noun(view.lower(i)) != nullptr && view.upos(i) == Upos::NOUN) {
      return view.is(i + 1, "of") || view.is_and(i + 1) ? at : view.after_adverbs(i + 1);
    }
    if (view.upos(i) != Upos::ADJ && view.upos(i) != Upos::DET && view.upos(i) != Upos::ADV) return at;
  }
  return at;
}

namespace {

// "Monday", "today".
bool is_day(const View& view, int32_t i) {
  if (!view.contains(i)) return false;
  const std::string_view word = view.lower(i);
  const QuantityWords& words = view.knowledge().quantity_words;
  return std::ranges::any_of(words.forms().longest(std::span(&word, 1)).values, [&](int32_t value) {
    const QuantityWordKind kind = words.words()[static_cast<size_t>(value)].kind;
    return kind == QuantityWordKind::Weekday || kind == QuantityWordKind::Day;
  });
}

// The end of a date that starts at the token, itself if none does.
int32_t end_of_date(const View& view, int32_t i) {
  if (!view.contains(i)) return i;
  const std::vector<Quantity>& quantities = view.document().quantities;
  const uint32_t begin = view.token(i).span.begin;
  const auto found = std::ranges::lower_bound(quantities, begin, {}, [](const Quantity& quantity) {
    return quantity.text.begin;
  });
  if (found == quantities.end() || found->text.begin != begin || found->kind != QuantityKind::Date) return i;
  while (view.contains(i) && view.token(i).span.begin < found->text.end) ++i;
  return i;
}

}  // namespace

// "agreed Monday to", "said on Friday that", "agreed on May 5 to": past the day on which it was said.
int32_t skip_day(const View& view, int32_t at) {
  const int32_t first = view.is(at, "on") ? at + 1 : at;
  int32_t i = end_of_date(view, first);
  if (i == first && is_day(view, i)) ++i;
  if (i == first) return at;
  if (view.is_comma(i)) i = std::max(i, end_of_date(view, i + 1));
  return view.is(i, "to") || view.is(i, "that") || view.is(i, "on") ? i : at;
}

// "agreed in principle on", "noted in particular that".
int32_t skip_fixed(const View& view, int32_t at) {
  if (view.is(at, "in") && (view.is(at + 1, "principle") || view.is(at + 1, "detail") || view.is(at + 1, "particular") || view.is(at + 1, "full"))) {
    return view.after_adverbs(at + 2);
  }
  return at;
}

// "agreed, in particular, to boost": a short phrase between commas.
int32_t skip_parenthesis(const View& view, int32_t at) {
  if (!view.is_comma(at) || (view.upos(at + 1) != Upos::ADP && view.upos(at + 1) != Upos::ADV)) return at;
  for (int32_t i = at + 1; view.contains(i) && i < at + 8; ++i) {
    if (view.upos(i) == Upos::VERB || view.upos(i) == Upos::AUX) return at;
    if (view.is_comma(i)) return opens_infinitive(view, i + 1) || view.is(i + 1, "that") ? i + 1 : at;
  }
  return at;
}

}  // namespace verbale
