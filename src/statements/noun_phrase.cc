// The phrase that names a source: its words in the tree, without what tells about them, with the rest of a
// list that the parser cut, and with the words that belong to it by form ("both", brackets, "of state").
#include "statements/noun_phrase.h"

#include <algorithm>

namespace verbale {
namespace {

constexpr int32_t kMaxReach = 60;  // words of a list of states

// "the Chancellor on Friday", "Mr. Cruz in Lima": when or where, no part of the name.
bool is_circumstance(const View& view, int32_t child, int32_t noun) {
  const int32_t marker = view.tree().child(child, Deprel::case_);
  if (marker < 0 || child < noun) return false;
  if (view.is(marker, "on") || view.is(marker, "during") || view.is(marker, "after") || view.is(marker, "before") ||
      view.is(marker, "at") || view.is(marker, "since")) {
    return true;
  }
  const Name* name = view.name_at(noun);
  return name != nullptr && name->kind == NameKind::Person && !view.is(marker, "of") && !view.is(marker, "from");
}

bool falls_off(const View& view, int32_t child, int32_t noun) {
  switch (view.deprel(child)) {
    case Deprel::acl: case Deprel::acl_relcl: case Deprel::parataxis: case Deprel::advcl:
    case Deprel::advmod: case Deprel::cc: case Deprel::mark: case Deprel::discourse: case Deprel::dep:
    case Deprel::cop: case Deprel::nsubj: case Deprel::obl: case Deprel::obj: case Deprel::xcomp:
      return true;
    case Deprel::punct:
      return true;
    case Deprel::appos:
      return !(view.is(noun, "we") || view.is(child - 1, "("));
    case Deprel::nmod:
      return is_circumstance(view, child, noun);
    case Deprel::case_:
      return child < noun;
    default:
      return view.upos(child) == Upos::VERB;
  }
}

// Grows `range` over the words of the phrase, in the tree.
void grow(const View& view, int32_t noun, TokenRange& range, int depth) {
  range.first = std::min(range.first, noun);
  range.last = std::max(range.last, noun + 1);
  if (depth > 20) return;
  for (const int32_t child : view.tree().children(noun)) {
    if (falls_off(view, child, noun)) continue;
    if (view.deprel(child) == Deprel::case_ && depth == 0) continue;
    grow(view, child, range, depth + 1);
  }
}

}  // namespace

bool may_stand_in_list(const View& view, int32_t i) {
  const Upos tag = view.upos(i);
  return tag == Upos::PROPN || tag == Upos::DET || tag == Upos::ADP || tag == Upos::ADJ || view.is_comma(i) ||
         view.is_and(i) || view.name_at(i) != nullptr ||
         (tag == Upos::NOUN && view.knowledge().speakers.kind(view.lower(i)) != SpeakerKind::None);
}

namespace {

// "..., Anna Vogel and David Otieno agreed" where the tree holds only the latter: one name and "and" between
// the phrase and the comma before.
bool take_joined_name(const View& view, TokenRange& range) {
  if (!view.is_and(range.first - 1)) return false;
  int32_t start = range.first - 1;
  bool speaker = false;
  while (view.contains(start - 1) && range.first - start < 14 && !view.is_comma(start - 1) && may_stand_in_list(view, start - 1)) {
    --start;
    speaker = speaker || (view.is_speaker(start) && view.upos(start) != Upos::ADJ);
  }
  if (view.is(start - 1, "both")) --start;
  if (!speaker || (start != view.first() && !view.is_comma(start - 1) && !view.is(start - 1, ":"))) return false;
  if (view.upos(start) == Upos::ADP || view.is_and(start)) return false;
  range.first = start;
  return true;
}

// "Canada, the Kingdom of Denmark, ..., and the United States condemn": lists that the parser cut are
// taken up again from the sentence's start, if nothing but names stands there.
void mend_list(const View& view, TokenRange& range) {
  if (range.first == view.first() || !(view.is_and(range.first - 1) || view.is_comma(range.first - 1))) return;
  int32_t names = 0;
  int32_t i = range.first - 1;
  for (; view.contains(i) && range.first - i < kMaxReach && may_stand_in_list(view, i); --i) {
    if (view.name_at(i) != nullptr) ++names;
    // "lawmakers from Lima, Cusco, and Puno"
    if (view.is(i + 1, "from") && view.is_speaker(i) && view.upos(i) == Upos::NOUN) ++names;
  }
  if (take_joined_name(view, range)) return;
  if (names == 0) return;
  ++i;
  while (i < range.first && (view.is_comma(i) || view.is_and(i) || view.upos(i) == Upos::ADP)) ++i;
  if (i == view.first() || view.is_comma(i - 1) || view.is(i - 1, ":")) range.first = i;
}

// "the Kremlin official", where the tree holds only the noun: the words before it up to the article.
void take_modifiers(const View& view, TokenRange& range) {
  const auto modifies = [&](int32_t i) {
    const Upos tag = view.upos(i);
    return tag == Upos::PROPN || tag == Upos::NOUN || tag == Upos::ADJ;
  };
  if (view.upos(range.first) == Upos::DET || view.upos(range.first) == Upos::PROPN || !modifies(range.first)) return;
  int32_t first = range.first;
  while (modifies(first - 1)) --first;
  if (first < range.first && view.upos(first - 1) == Upos::DET) range.first = first - 1;
}

// "Both host and guest": the word for all of them belongs to the name of the source.
void take_determiner(const View& view, TokenRange& range) {
  const Upos next = view.upos(range.first - 2);
  if (view.upos(range.first - 1) == Upos::NUM && (next == Upos::DET || range.first - 1 == view.first())) --range.first;
  while (view.is(range.first - 1, "both") || view.is(range.first - 1, "all") || view.is(range.first - 1, "the")) {
    --range.first;
  }
}

void close_brackets(const View& view, TokenRange& range) {
  int open = 0;
  for (int32_t i = range.first; i < range.last; ++i) open += view.is(i, "(") ? 1 : view.is(i, ")") ? -1 : 0;
  if (open > 0 && view.is(range.last, ")")) ++range.last;
  if (view.is(range.last, "(") && view.is(range.last + 2, ")") && view.upos(range.last + 1) == Upos::PROPN) {
    range.last += 3;
  }
}

}  // namespace

TokenRange noun_phrase(const View& view, int32_t noun) {
  TokenRange range = {noun, noun + 1};
  grow(view, noun, range, 0);
  if (const Name* name = view.name_at(range.first); name != nullptr) range.first = name->tokens.first;
  if (const Name* name = view.name_at(range.last - 1); name != nullptr) range.last = name->tokens.last;
  take_modifiers(view, range);
  mend_list(view, range);
  close_brackets(view, range);
  while (range.size() > 1 && (view.upos(range.first) == Upos::PUNCT || view.upos(range.first) == Upos::CCONJ)) {
    ++range.first;
  }
  // "head of state", which the tree may have cut
  if (view.is(range.last, "of") && (view.is(range.last + 1, "state") || view.is(range.last + 1, "government"))) {
    range.last += 2;
  }
  take_determiner(view, range);
  return range;
}

}  // namespace verbale
