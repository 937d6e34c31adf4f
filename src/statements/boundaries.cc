// A content is linear, not a subtree: it runs from the complement's start to the end of the sentence, and is
// cut at the first of: a sibling cue; another verb joined to the cue; and, after a noun phrase or an
// infinitive, a new main clause ("..., and the two sides will"). That is right far more often than any
// subtree, because what trails behind a content mostly belongs to it.
#include "statements/boundaries.h"

#include "statements/complements.h"

#include <algorithm>

namespace verbale {
namespace {

// Where the clause of `verb`, a token that is no cue, begins: its leftmost dependent after `floor`.
int32_t verb_clause_begin(const View& view, int32_t verb, int32_t floor) {
  int32_t begin = verb;
  for (const int32_t child : view.tree().children(verb)) {
    const int32_t left = view.tree().left(child);
    if (child < verb && left > floor) begin = std::min(begin, left);
  }
  return begin;
}

// "and", "while", commas and dashes at the end of what is left of a cut.
int32_t step_back(const View& view, int32_t end, int32_t floor) {
  while (end > floor) {
    const int32_t i = end - 1;
    if (view.is_comma(i) || view.is(i, "and") || view.is(i, "but") || view.is(i, "while") || view.is(i, ";") ||
        view.is(i, "which") || view.is(i, "as") || view.is(i, "then") || view.is(i, "–") || view.is(i, "—") ||
        view.is(i, "with") || view.is(i, "who") || view.is(i, "when") ||
        (view.upos(i) == Upos::ADV && view.upos(i - 1) == Upos::CCONJ)) {
      --end;
    } else if (view.is(i, "well") && view.is(i - 1, "as")) {
      end -= 2;
    } else {
      break;
    }
  }
  return end;
}

bool is_cue_token(const std::vector<Frame>& frames, int32_t i) {
  for (const Frame& frame : frames) {
    if (frame.cue_tokens.contains(i) || frame.verb == i) return true;
  }
  return false;
}

// A verb joined to the cue that is none itself ("thanked X and signed Y").
int32_t joined_verb_cut(const View& view, const std::vector<Frame>& frames, const Frame& a) {
  for (const int32_t child : view.tree().children(a.verb)) {
    if (view.deprel(child) != Deprel::conj || child < a.content.first || is_cue_token(frames, child)) continue;
    if (view.upos(child) != Upos::VERB || !view.is_finite_verb(child)) continue;
    const bool past = view.token(child).verb == VerbForm::Past;
    if (past != (a.form == VerbForm::Past || a.form == VerbForm::PastParticiple)) continue;
    const int32_t subject = view.tree().child(child, Deprel::nsubj);
    if (subject >= 0 && (view.is(subject, "which") || view.is(subject, "that") || view.is(subject, "who"))) continue;
    return verb_clause_begin(view, child, a.content.first);
  }
  return view.last();
}

// "said that X would open and called Y": a past verb cannot be joined to one under "will" or "would", so it
// is the speaker's next act. Only where what is said holds no other past verb.
int32_t past_act_cut(const View& view, const Frame& a) {
  const bool clause = a.complement == ComplementKind::That || a.complement == ComplementKind::Bare;
  if (!clause || a.form != VerbForm::Past) return view.last();
  bool modal = false;
  for (int32_t i = a.content.first; i + 1 < a.content.last; ++i) {
    if (view.is(i, "will") || view.is(i, "would") || view.is(i, "shall")) modal = true;
    const VerbForm form = view.token(i).verb;
    const bool past = view.is_finite_verb(i) && form == VerbForm::Past;
    if (!past && !(form == VerbForm::PastParticiple && view.upos(i) == Upos::VERB)) continue;
    const int32_t before = view.before_adverbs(i);
    const Upos next = view.upos(i + 1);
    const bool has_object = next == Upos::DET || next == Upos::PRON || next == Upos::PROPN || next == Upos::ADP;
    return modal && past && view.is(before, "and") && has_object ? before : view.last();
  }
  return view.last();
}

// After a phrase without a clause of its own, "and SUBJECT FINITE-VERB" is a new main clause.
int32_t new_clause_cut(const View& view, const Frame& a) {
  if (a.complement != ComplementKind::Inf && a.complement != ComplementKind::Prep &&
      a.complement != ComplementKind::Object) {
    return view.last();
  }
  for (int32_t i = a.content.first + 1; i + 2 < a.content.last; ++i) {
    if (!view.is(i, "and") && !view.is(i, "but")) continue;
    int32_t start = view.after_adverbs(i + 1);
    if (!view.is_comma(i - 1) && view.upos(start) != Upos::PRON) continue;
    if (view.is_comma(start)) ++start;
    for (int32_t s = start; s < std::min(start + 14, a.content.last); ++s) {
      if (view.is_finite_verb(s) || view.is_comma(s) || view.upos(s) == Upos::ADP) {
        if (!view.is(s, "of")) break;
      }
      if (!view.is_subject(s) || view.tree().left(s) < start) continue;
      const int32_t verb = view.token(s).head;
      const bool clause = view.contains(verb) && verb > s && view.deprel(verb) != Deprel::acl_relcl &&
                          view.deprel(verb) != Deprel::ccomp && view.deprel(verb) != Deprel::advcl;
      bool finite = view.is_finite_verb(verb);
      for (int32_t v = s + 1; !finite && v < verb; ++v) finite = view.is_finite_verb(v);
      if (clause && finite) return i;
      break;
    }
  }
  return view.last();
}

// Whether a frame can end another's content: acts of saying and topics, told as `a` is. A gerund of a verb
// that means a deed as often ("maintaining", "defending") cannot.
bool may_bound(const View& view, const Frame& b) {
  if (b.infinitive || b.modal) return false;
  if (!b.topic && b.complement == ComplementKind::None) return false;
  const CueClass kind = b.cue->cue_class;
  const bool deed = kind == CueClass::Attitude || kind == CueClass::Introduce || kind == CueClass::Intend ||
                    kind == CueClass::Order || kind == CueClass::Ready || kind == CueClass::Agree;
  if (b.form == VerbForm::Gerund) {
    const int32_t before = view.before_adverbs(b.cue_tokens.first);
    if (takes::bit_of(view.lower(before)) != 0) return false;  // "in tackling"
    if (kind == CueClass::Agree || (kind == CueClass::Attitude && b.cue->text == "value")) return true;
    return !deed;
  }
  if (b.form == VerbForm::Past || b.form == VerbForm::PastParticiple) {
    return view.deprel(b.verb) != Deprel::acl && view.deprel(b.verb) != Deprel::amod;
  }
  if (b.topic || deed) return b.own_subject && view.is(b.subject, "we");
  return true;
}

// "recalled that the visit conveyed", "noted that coming here showed": the first finite verb of the clause that
// is the content, wherever it hangs.
bool opens_content(const View& view, const Frame& a, const Frame& b) {
  if (a.complement != ComplementKind::That || b.form == VerbForm::Gerund) return false;
  for (int32_t i = a.content.first; i < b.cue_tokens.first; ++i) {
    if (view.is_finite_verb(i) || view.is_comma(i) || (view.is_and(i) && !b.own_subject)) return false;
  }
  return true;
}

// "By declaring 2025 a year of X, the two sides will": a fronted participle ends before the main clause.
int32_t fronted_cut(const View& view, const Frame& a) {
  if (a.form != VerbForm::Gerund || a.cue_tokens.first > view.first() + 2) return view.last();
  for (int32_t i = a.content.first + 1; i + 2 < a.content.last; ++i) {
    if (!view.is_comma(i)) continue;
    for (int32_t j = i + 1; j < std::min(i + 10, a.content.last); ++j) {
      if (view.is_comma(j) || view.upos(j) == Upos::ADP) break;
      const int32_t verb = view.contains(j + 1) ? view.after_adverbs(j + 1) : j;
      const bool subject = view.is_speaker(j) && (view.is_finite_verb(verb) || view.is_modal(verb));
      if (subject) return i;
    }
  }
  return view.last();
}

// "..., TASS reports.": the agency's word about itself at the sentence's end.
int32_t credit_cut(const View& view, const Frame& a) {
  int32_t i = view.last() - 1;
  while (i > a.content.first && view.is_final_mark(i)) --i;
  if (!view.is(i, "reports") && !view.is(i, "reported")) return view.last();
  int32_t comma = i - 1;
  while (comma > i - 5 && view.upos(comma) == Upos::PROPN) --comma;
  return comma < i - 1 && view.is_comma(comma) && comma > a.content.first ? comma : view.last();
}

void cut_content(const View& view, std::vector<Frame>& frames, size_t index) {
  Frame& a = frames[index];
  int32_t end = a.content.last;
  for (size_t j = index + 1; j < frames.size(); ++j) {
    Frame& b = frames[j];
    if (b.begin >= end) break;
    if (b.cue_tokens.first < a.content.first || b.complement == ComplementKind::Before) continue;
    if (a.cue->text == "according to" || !may_bound(view, b) || !is_sibling(view, a, b)) continue;
    if (opens_content(view, a, b)) continue;
    // Where the tree lets the clause begin before the content, it begins at its subject.
    const bool early = b.begin <= a.content.first && b.own_subject && b.source.first > a.content.first;
    end = std::min(end, std::max(early ? b.source.first : b.begin, a.content.first));
    // A participle or a joined verb has the source of the cue it stands beside.
    const bool lost = b.subject < 0 || !view.is_speaker(b.subject) || b.subject >= a.cue_tokens.last;
    if (!b.own_subject && lost && !b.passive && !b.let_me && a.subject >= 0 && !a.passive) {
      b.subject = a.subject;
      b.source = a.source;
    }
    break;
  }
  if (a.complement != ComplementKind::Quote && a.cue->text != "according to") {
    end = std::min({end, joined_verb_cut(view, frames, a), past_act_cut(view, a), credit_cut(view, a),
                    fronted_cut(view, a)});
    a.content.last = end;
    end = std::min(end, new_clause_cut(view, a));
  }
  a.content.last = end < view.last() ? step_back(view, end, a.content.first) : end;
}

// ---- Content before the cue

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

void find_outer(std::vector<Frame>& frames, size_t index) {
  Frame& frame = frames[index];
  int32_t best = -1;
  for (size_t j = 0; j < frames.size(); ++j) {
    const Frame& other = frames[j];
    if (j == index || other.topic || other.complement == ComplementKind::None) continue;
    const bool inside = other.content.contains(frame.cue_tokens.first) ||
                        other.content_rest.contains(frame.cue_tokens.first);
    if (!inside) continue;
    if (best < 0 || other.content.size() < frames[static_cast<size_t>(best)].content.size()) {
      best = static_cast<int32_t>(j);
    }
  }
  frame.outer = best;
}

}  // namespace

TokenRange trim_content(const View& view, TokenRange content) {
  while (!content.empty() && (view.upos(content.first) == Upos::PUNCT && !view.is(content.first, "(") &&
                              !view.is(content.first, "[") && !view.is(content.first, "$") &&
                              !view.is_any_quote(content.first))) {
    ++content.first;
  }
  while (!content.empty()) {
    const int32_t i = content.last - 1;
    if (view.is_comma(i) || view.is_final_mark(i) || view.is(i, "-")) {
      --content.last;
    } else if (view.is_any_quote(i)) {
      int32_t marks = 0;
      for (int32_t j = content.first; j < content.last; ++j) marks += view.is_any_quote(j) ? 1 : 0;
      if (marks % 2 == 0) break;
      --content.last;
    } else {
      break;
    }
  }
  return content;
}

void find_boundaries(const View& view, std::vector<Frame>& frames) {
  int32_t floor = view.first();
  for (Frame& frame : frames) {
    if (frame.topic) continue;
    if (frame.passive) find_passive_content(view, frame);
    if (frame.cue->text == "according to") find_ascribed_content(view, frame, floor);
    if (invert(view, frame, floor)) {
      find_rest(view, frame);
      // The next content can only start behind this cue.
      floor = std::max(frame.cue_tokens.last, frame.source.last);
    }
  }
  // An inverted cue also ends what is said inside its content.
  for (size_t i = 0; i < frames.size(); ++i) {
    for (const Frame& frame : frames) {
      if (frame.complement == ComplementKind::Before && frame.content.contains(frames[i].cue_tokens.first) &&
          frames[i].complement != ComplementKind::Before) {
        frames[i].content.last = std::min(frames[i].content.last, frame.content.last);
      }
    }
  }
  for (size_t i = 0; i < frames.size(); ++i) {
    const ComplementKind kind = frames[i].complement;
    if (frames[i].topic || kind == ComplementKind::None || kind == ComplementKind::Before ||
        kind == ComplementKind::Subject) {
      continue;
    }
    cut_content(view, frames, i);
  }
  for (size_t i = 0; i < frames.size(); ++i) find_outer(frames, i);
}

}  // namespace verbale
