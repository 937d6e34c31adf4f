// Sibling or nested: whether a later cue of the sentence is the speaker's next act ("..., and urged him
// to") or part of what was said ("said that France urged"). The tree says it by the path between the two,
// and the parser errs here more than anywhere: "and VERB-ed" hangs on the nearest clause. So a path that
// says "nested" is checked against the form: same tense as the first cue, joined by "and" or a comma, no
// subject of its own.
#include "statements/boundaries.h"

namespace verbale {
namespace {

bool is_past(VerbForm form) { return form == VerbForm::Past || form == VerbForm::PastParticiple; }
bool is_present(VerbForm form) {
  return form == VerbForm::Present || form == VerbForm::Present3 || form == VerbForm::Base;
}

bool same_tense(const Frame& a, const Frame& b) {
  return (is_past(a.form) && is_past(b.form)) || (is_present(a.form) && is_present(b.form));
}

// "and", or a comma, right before the cue and its adverbs.
bool is_joined(const View& view, const Frame& b) {
  const int32_t before = view.before_adverbs(b.cue_tokens.first);
  return view.is_and(before) || view.is_comma(before) || view.is(before, "but") || view.is(before, "then") ||
         view.is(before, ";");
}

// A gerund with no subject, after a comma, "and" or "while": "..., stressing that".
bool is_trailing_gerund(const View& view, const Frame& b) {
  if (b.form != VerbForm::Gerund || b.own_subject) return false;
  const int32_t before = view.before_adverbs(b.cue_tokens.first);
  return view.is_comma(before) || view.is(before, "while") || view.is_and(before) || view.is(before, "–") ||
         view.is(before, "—") || view.is(before, "when");
}

// "on strengthening trust and maintaining exchanges": one of several gerunds of the content, not a
// participle beside the cue.
bool is_parallel_gerund(const View& view, const Frame& a, const Frame& b) {
  if (!view.is_and(view.before_adverbs(b.cue_tokens.first))) return false;
  for (int32_t i = a.content.first; i < b.cue_tokens.first; ++i) {
    if (view.upos(i) == Upos::VERB && view.token(i).verb == VerbForm::Gerund) return true;
  }
  return false;
}

// A finite verb of the same tense between the two with a subject of its own, to which `b` may be joined.
bool has_rival(const View& view, const Frame& a, const Frame& b) {
  for (int32_t i = a.cue_tokens.last; i < b.cue_tokens.first; ++i) {
    if (!view.is_finite_verb(i)) continue;
    const int32_t clause = view.upos(i) == Upos::AUX ? view.token(i).head : i;
    const int32_t subject = view.contains(clause) ? view.tree().child(clause, Deprel::nsubj) : -1;
    if (subject >= 0 && !view.is_speaker(subject)) continue;  // a thing says nothing
    const bool relative = view.contains(clause) && view.deprel(clause) == Deprel::acl_relcl;
    const VerbForm form = view.token(i).verb;
    if (!relative && is_past(form) == is_past(b.form)) return true;
  }
  return false;
}

bool takes_clause(const Frame& a) {
  return a.complement == ComplementKind::That || a.complement == ComplementKind::Bare;
}

// "said that X and that he welcomes": a clause beside the first within what is said.
bool follows_that(const View& view, const Frame& b) {
  const int32_t start = b.own_subject ? b.source.first : b.cue_tokens.first;
  return b.own_subject && view.is(start - 1, "that") &&
         (view.is_and(start - 2) || view.is_comma(start - 2) || view.is(start - 2, ";") || view.is(start - 2, "but"));
}

// The same words as subject ("We ..., and we ..."), or a person's past act after a person's past act.
bool goes_on_with_speaker(const View& view, const Frame& a, const Frame& b) {
  if (!b.own_subject || b.subject < 0) return false;
  const int32_t begin = view.is_comma(b.begin) ? b.begin + 1 : b.begin;
  const int32_t before = begin - 1;
  const bool joined = view.is_and(begin) || view.is_and(before) || view.is_comma(before) ||
                      view.is(before, "while") || view.is(before, ";") || view.is(begin, "while");
  if (!joined) return false;
  if (a.subject >= 0 && view.lower(a.subject) == view.lower(b.subject)) return true;
  if (!same_tense(a, b)) return false;
  if (!takes_clause(a)) return true;
  return is_past(b.form) && view.is_person_like(b.subject);
}

// The relation by which `below` leaves `above` tells whether it is part of the complement.
bool leaves_by_coordination(const View& view, const Frame& a, const Frame& b) {
  const int32_t step = view.tree().step_towards(a.verb, b.verb);
  if (step < 0) return true;
  switch (view.deprel(step)) {
    case Deprel::conj: case Deprel::parataxis: case Deprel::list:
      return true;
    case Deprel::advcl:
      return step == b.verb && is_trailing_gerund(view, b);
    default:
      return false;
  }
}

// "the visit, which he said shows": the speaker's next words about the thing, not what he said before.
bool comments_on(const View& view, const Frame& b) {
  return b.own_subject && b.complement == ComplementKind::Bare && view.is(b.source.first - 1, "which") &&
         view.is_comma(b.source.first - 2);
}

// "Noting that ..., the ministers agreed": a fronted participle ends at its main clause.
bool is_main_clause(const View& view, const Frame& a, const Frame& b) {
  return a.form == VerbForm::Gerund && a.cue_tokens.first <= view.first() + 2 && b.own_subject &&
         b.subject == a.subject && view.is_comma(b.source.first - 1);
}

}  // namespace

bool is_sibling(const View& view, const Frame& a, const Frame& b) {
  if (view.tree().dominates(b.verb, a.verb) && b.verb != a.verb) return true;
  if (b.infinitive || b.modal || b.relative) return false;
  if (comments_on(view, b) || is_main_clause(view, a, b)) return true;
  if (takes_clause(a) && follows_that(view, b)) return false;
  if (b.form == VerbForm::Gerund && is_parallel_gerund(view, a, b)) return false;
  if (leaves_by_coordination(view, a, b)) return true;
  if (is_trailing_gerund(view, b)) return a.form != VerbForm::Gerund || is_joined(view, b);
  if (goes_on_with_speaker(view, a, b)) return true;
  if (b.own_subject || !is_joined(view, b) || !same_tense(a, b)) return false;
  return !takes_clause(a) || !has_rival(view, a, b);
}

}  // namespace verbale
