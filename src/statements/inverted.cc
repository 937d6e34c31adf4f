#include "statements/inverted.h"

#include <algorithm>

#include "statements/complements.h"

namespace verbale {
namespace {

bool may_invert(const Frame& frame) {
  return frame.cue->accepts(takes::Quote) && frame.form != VerbForm::Gerund && !frame.infinitive &&
         !frame.topic;
}

// Nothing that could be a content follows the cue: the sentence's end, a comma, or an adjunct.
bool nothing_follows(const View& view, const Frame& frame, int32_t after) {
  after = view.after_adverbs(after);
  if (!view.contains(after) || view.is_final_mark(after) || view.is_any_quote(after)) return true;
  if (view.is_comma(after)) return true;
  return (view.upos(after) == Upos::ADP || view.upos(after) == Upos::SCONJ) && frame.complement == ComplementKind::None;
}

bool closes_content(const View& view, int32_t i) { return view.is_comma(i) || view.is_any_quote(i); }

// The one told, "he told his guest.", where nothing else follows.
TokenRange hearer(const View& view, const Frame& frame) {
  if (!frame.cue->accepts(takes::Addressee)) return {};
  for (const int32_t child : view.tree().children(frame.verb)) {
    const Deprel relation = view.deprel(child);
    if (child < frame.cue_tokens.last || (relation != Deprel::obj && relation != Deprel::iobj)) continue;
    const int32_t right = view.tree().right(child);
    if (view.tree().left(child) == frame.cue_tokens.last && view.is_speaker(child)) {
      return {frame.cue_tokens.last, right};
    }
  }
  return {};
}

// The start of the clause whose subject phrase the tree lets start at `i`: the sentence's start, unless
// another clause stands before. A finite verb within "the hope that ..." opens none.
int32_t phrase_start(const View& view, int32_t i) {
  bool finite = false;
  bool that = false;
  for (int32_t j = view.first(); j < i; ++j) {
    if (view.is(j, "that") || view.is(j, "which")) that = true;
    if (view.is(j, ";") || view.is(j, ":")) return i;
    if (view.is_finite_verb(j) && !that) finite = true;
  }
  return finite ? i : view.first();
}

// "Satisfaction was expressed with", "An agreement was reached on": a light verb in the passive. Verb and noun
// are one stretch, the content follows.
bool take_light_passive(const View& view, Frame& frame, int32_t subject) {
  const Cues& cues = view.knowledge().cues;
  const Cues::Form* form = cues.form(view.lower(frame.verb));
  const CueNoun* noun = cues.noun(view.lower(subject));
  if (form == nullptr || noun == nullptr || !cues.verb(form->verb).light) return false;
  if (std::ranges::find(noun->verbs, form->verb) == noun->verbs.end()) return false;
  if (view.tree().right(subject) > subject + 1 || subject + 4 < frame.verb) return false;
  Frame light = frame;
  light.cue = &cues.cue(noun->cue);
  light.head = subject;
  int32_t first = subject;
  while (first > view.tree().left(subject) && view.upos(first - 1) == Upos::ADJ) --first;
  light.cue_tokens = {first, frame.cue_tokens.last};
  light.complement = ComplementKind::None;
  find_complement(view, light);
  if (light.complement == ComplementKind::None || light.complement == ComplementKind::Object) return false;
  frame = light;
  frame.begin = std::min(frame.begin, view.tree().left(subject));
  return true;
}

// "In particular, the importance of ...": the adverbial before the phrase is no part of it.
int32_t after_adverbial(const View& view, int32_t left, int32_t noun) {
  const Upos first = view.upos(left);
  if (first != Upos::ADP && first != Upos::ADV) return left;
  for (int32_t i = left; i < noun; ++i) {
    if (view.is_comma(i)) return i + 1;
  }
  return left;
}

}  // namespace

// "According to X, CONTENT" and "CONTENT, according to X".
void find_ascribed_content(const View& view, Frame& frame, int32_t floor) {
  const int32_t after = frame.source.last;
  const bool before = frame.cue_tokens.first > floor + 3;
  if (before) {
    frame.complement = ComplementKind::Before;
    frame.content = {floor, frame.cue_tokens.first};
    frame.begin = floor;
  } else if (view.is_comma(after)) {
    frame.complement = ComplementKind::Bare;
    frame.content = {after + 1, view.last()};
  }
}

// "..., X said", "..., said X": the content is what stands before, from `floor` on.
bool invert(const View& view, Frame& frame, int32_t floor) {
  if (!may_invert(frame) || frame.subject < 0) return false;
  const bool verb_first = frame.source.first >= frame.cue_tokens.last;
  const int32_t start = verb_first ? frame.cue_tokens.first : frame.source.first;
  const TokenRange told = verb_first ? TokenRange() : hearer(view, frame);
  const int32_t after = verb_first ? frame.source.last : told.empty() ? frame.cue_tokens.last : told.last;
  if (verb_first && frame.source.first > frame.cue_tokens.last + 1) return false;
  if (start - floor < 2 || !closes_content(view, start - 1)) return false;
  // "The relationship, he stressed, has stood the test": the cue stands within the content.
  const bool within = !verb_first && view.is_comma(start - 1) && view.is_comma(after) &&
                      frame.complement == ComplementKind::None &&
                      (view.is_finite_verb(after + 1) || view.upos(after + 1) == Upos::AUX);
  if (frame.complement != ComplementKind::None && !verb_first && told.empty()) return false;
  const bool garbled = verb_first && view.knowledge().cues.form(view.lower(after)) != nullptr;
  if (!garbled && !nothing_follows(view, frame, after)) return false;
  bool verb = false;
  for (int32_t i = floor; i < start; ++i) verb = verb || view.is_finite_verb(i) || view.is_any_quote(i);
  if (!verb && !within) return false;
  if (within) frame.content_rest = {after + 1, view.last()};
  frame.complement = ComplementKind::Before;
  frame.to = told;
  frame.content = {floor, start - 1};
  frame.begin = floor;
  return true;
}

// "X, he said, will ...": what follows the second comma goes on with the content.
void find_rest(const View& view, Frame& frame) {
  const int32_t after = std::max(frame.cue_tokens.last, frame.source.last);
  if (!view.is_comma(after) || !frame.content_rest.empty()) return;
  // "If they agree, he said, aid could flow": what stands before the cue is no main clause.
  const bool clause = view.upos(frame.content.first) == Upos::SCONJ || view.is(frame.content.first, "if");
  if (clause && view.upos(after + 1) != Upos::VERB && !view.is_and(after + 1)) {
    frame.content_rest = {after + 1, view.last()};
    return;
  }
  for (int32_t i = frame.content.first; i < frame.content.last; ++i) {
    const int32_t head = view.token(i).head;
    if (view.contains(head) && head > after && (view.is_subject(i) || view.deprel(i) == Deprel::advcl ||
                                                view.deprel(i) == Deprel::obl)) {
      frame.content_rest = {after + 1, view.last()};
      return;
    }
  }
}

void find_passive_content(const View& view, Frame& frame) {
  const int32_t subject = view.tree().child(frame.verb, Deprel::nsubj_pass);
  const int32_t plain = subject >= 0 ? subject : view.tree().child(frame.verb, Deprel::nsubj);
  if (plain < 0 || plain > frame.verb || view.is(plain, "it")) return;
  if (view.upos(plain) == Upos::PRON) return;
  if (take_light_passive(view, frame, plain)) return;
  if (frame.cue->kind == CueKind::Noun) {
    frame.complement = ComplementKind::None;
    return;
  }
  if (frame.complement == ComplementKind::That || frame.complement == ComplementKind::Inf ||
      frame.complement == ComplementKind::Quote) {
    return;
  }
  const int32_t right = std::min(view.tree().right(plain), frame.cue_tokens.first);
  int32_t left = view.tree().left(plain);
  // The parse has cut the phrase in two: nothing but a phrase stands before it in the clause.
  left = phrase_start(view, left);
  left = after_adverbial(view, left, plain);
  frame.complement = ComplementKind::Subject;
  frame.content = {left, right};
  frame.begin = std::min(frame.begin, frame.content.first);
}

}  // namespace verbale
