// The subject is looked for where the tree has it: at the verb, else at the verb it is joined to, hangs on
// as an adverbial, or completes ("spoke with X to stress"). Where the tree has none, the nearest speaker
// to the left in the same clause is taken: the commonest fault of the parse is a subject hung elsewhere.
#include "statements/sources.h"

#include <algorithm>

#include "statements/noun_phrase.h"

namespace verbale {
namespace {

constexpr int kMaxClimb = 8;

// Of several subjects before the verb (the parser gives one clause's to another) the nearest that can
// speak: "which he said demonstrates", "the parties will ..., the envoy said".
int32_t subject_child(const View& view, int32_t verb) {
  int32_t subject = -1;
  for (const int32_t child : view.tree().children(verb)) {
    if (!view.is_subject(child)) continue;
    if (subject >= 0 && (child > verb || !view.is_speaker(child))) continue;
    subject = child;
  }
  return subject;
}

// "the head of state said", hung on the latter noun: who speaks is the former.
int32_t head_of_title(const View& view, int32_t subject) {
  if (!view.is(subject, "state") && !view.is(subject, "government") && !view.is(subject, "mission")) return subject;
  const bool head = view.is(subject - 1, "of") && view.is_person_like(subject - 2);
  return head ? subject - 2 : subject;
}

// A past cue is not joined to what is told in the present or as going on ("the steps they are taking, and
// stressed"), unless nothing stands above that.
bool may_share_subject(const View& view, const Frame& frame, int32_t verb) {
  if (frame.form != VerbForm::Past || !view.contains(view.token(verb).head)) return true;
  const VerbForm form = view.token(verb).verb;
  return form != VerbForm::Present && form != VerbForm::Present3 && form != VerbForm::Gerund;
}

// "by the leaders" of a passive.
int32_t agent_of(const View& view, int32_t verb) {
  for (const int32_t child : view.tree().children(verb)) {
    if (view.deprel(child) == Deprel::obl_agent) return child;
    if (view.deprel(child) == Deprel::obl && child > verb) {
      const int32_t marker = view.tree().child(child, Deprel::case_);
      if (marker >= 0 && view.is(marker, "by") && view.is_speaker(child)) return child;
    }
  }
  return -1;
}

bool climbs(Deprel relation) {
  return relation == Deprel::conj || relation == Deprel::advcl || relation == Deprel::xcomp ||
         relation == Deprel::parataxis || relation == Deprel::acl || relation == Deprel::ccomp ||
         relation == Deprel::dep || relation == Deprel::advmod || relation == Deprel::obl ||
         relation == Deprel::nmod || relation == Deprel::obj || relation == Deprel::appos;
}

bool is_relative(const View& view, int32_t i) {
  return view.is(i, "who") || view.is(i, "which") || view.is(i, "that");
}

// A subject found on the way up: a relative pronoun stands for the noun its clause hangs on.
int32_t antecedent(const View& view, int32_t verb, int32_t subject) {
  if (!is_relative(view, subject)) return subject;
  for (int depth = 0; view.contains(verb) && depth < kMaxClimb; ++depth) {
    if (view.deprel(verb) == Deprel::acl_relcl) return view.token(verb).head;
    verb = view.token(verb).head;
  }
  return -1;
}

// Follows the tree from the cue's verb; -1 if no subject is found.
int32_t subject_in_tree(const View& view, Frame& frame, bool& own) {
  int32_t verb = frame.verb;
  for (int depth = 0; view.contains(verb) && depth < kMaxClimb; ++depth) {
    const int32_t subject = subject_child(view, verb);
    // Of an inverted clause the subject follows its verb; elsewhere one that follows is another's.
    const bool fronted = frame.form == VerbForm::Gerund && verb > frame.verb;  // "Noting X, they agreed"
    const bool shared = depth == 0 || fronted || (subject < frame.verb && may_share_subject(view, frame, verb));
    if (subject >= 0 && shared) {
      own = depth == 0 || frame.cue_tokens.contains(verb);
      frame.relative = is_relative(view, subject);
      return antecedent(view, verb, subject);
    }
    const int32_t head = view.token(verb).head;
    const Deprel relation = view.deprel(verb);
    if (relation == Deprel::acl && depth == 0 && !view.is_comma(frame.cue_tokens.first - 1) &&
        view.is_speaker(head)) {
      return head;
    }
    if (!climbs(relation)) return -1;
    verb = head;
  }
  return -1;
}

// "her journey to Lima showed", "the talks in Peru proved": where, and not who.
bool ends_adjunct(const View& view, const Name& name) {
  if (name.kind != NameKind::Place && name.kind != NameKind::State) return false;
  const int32_t before = view.is(name.tokens.first - 1, "the") ? name.tokens.first - 2 : name.tokens.first - 1;
  return view.is(before, "to") || view.is(before, "in") || view.is(before, "at") || view.is(before, "into");
}

// The nearest speaker before the verb, over auxiliaries and adverbs only: "both sides all stressed".
int32_t subject_by_place(const View& view, const Frame& frame) {
  int32_t i = frame.cue_tokens.first - 1;
  while (view.contains(i) && (view.is_loose_adverb(i) || view.upos(i) == Upos::AUX || view.is(i, "both") ||
                              view.is(i, "all") || view.is(i, "each") || view.is(i, "not"))) {
    --i;
  }
  if (!view.contains(i)) return -1;
  if (const Name* name = view.name_at(i); name != nullptr) {
    return ends_adjunct(view, *name) ? -1 : name->core.last - 1;
  }
  return view.is_speaker(i) && view.upos(i) != Upos::ADJ ? i : -1;
}

// "Putin, in turn, stressed", "the Minister, for her part, said": over a short phrase between commas.
int32_t subject_over_phrase(const View& view, const Frame& frame) {
  constexpr int32_t kLongestPhrase = 8;
  const int32_t closes = view.before_adverbs(frame.cue_tokens.first);
  if (frame.form != VerbForm::Past || !view.is_comma(closes)) return -1;
  for (int32_t i = closes - 1; i > view.first() && closes - i <= kLongestPhrase; --i) {
    if (view.is_finite_verb(i)) return -1;
    if (!view.is_comma(i)) continue;
    if (view.upos(i + 1) != Upos::ADP && view.upos(i + 1) != Upos::ADV) return -1;
    return view.is_speaker(i - 1) ? i - 1 : -1;
  }
  return -1;
}

// "..., said X": the speaker after the cue, where the tree has hung it elsewhere.
int32_t subject_after(const View& view, const Frame& frame) {
  if (!frame.cue->accepts(takes::Quote) || frame.form != VerbForm::Past) return -1;
  const int32_t before = frame.cue_tokens.first - 1;
  if (!view.is_comma(before) && !view.is_any_quote(before)) return -1;
  const Name* name = view.name_at(frame.cue_tokens.last);
  return name != nullptr && view.is_speaker(name->core.last - 1) ? name->core.last - 1 : -1;
}

// "with the President underscoring": the participle has a subject of its own.
bool follows_with(const View& view, const Frame& frame) {
  for (int32_t i = frame.cue_tokens.first - 1; view.contains(i) && i > frame.cue_tokens.first - 8; --i) {
    if (view.is(i, "with")) return true;
    if (view.upos(i) == Upos::PUNCT || view.upos(i) == Upos::VERB) return false;
  }
  return false;
}

// The same to the right: "The ministers | and the Deputy Secretary | urged".
void extend_to_cue(const View& view, Frame& frame) {
  int32_t end = frame.cue_tokens.first;
  while (end > frame.source.last && (view.is_loose_adverb(end - 1) || view.upos(end - 1) == Upos::AUX ||
                                     view.is(end - 1, "both") || view.is(end - 1, "all"))) {
    --end;
  }
  if (end <= frame.source.last || !view.is_and(frame.source.last) || end - frame.source.last > 12) return;
  for (int32_t i = frame.source.last; i < end; ++i) {
    if (!may_stand_in_list(view, i) || view.is_comma(i)) return;
  }
  if (view.is_speaker(end - 1)) frame.source.last = end;
}

// "held talks, during which they reviewed X and stressed Y": the joined verb belongs to the clause that
// "which" or "where" opens, if its subject is the last before the cue.
int32_t subject_of_occasion(const View& view, const Frame& frame, int32_t above) {
  for (int32_t i = frame.cue_tokens.first - 1; i > above; --i) {
    if (view.is_final_mark(i)) return -1;
    if (!view.is_subject(i) || !view.is_speaker(i) || !view.is_finite_verb(view.token(i).head)) continue;
    const int32_t left = view.tree().left(i);
    const bool occasion = view.is(left - 1, "where") || (view.is(left - 1, "which") && view.upos(left - 2) == Upos::ADP);
    return occasion && view.token(view.token(i).head).verb == frame.form ? i : -1;
  }
  return -1;
}

// "Noting that ..., the ministers agreed": the subject of the clause that a fronted participle opens.
int32_t subject_of_main(const View& view, const Frame& frame) {
  if (frame.form != VerbForm::Gerund || frame.cue_tokens.first > view.first() + 2) return -1;
  for (int32_t i = frame.cue_tokens.last; i < view.last(); ++i) {
    if (!view.is_comma(i)) continue;
    for (int32_t j = i + 1; j < std::min(i + 12, view.last()); ++j) {
      if (view.is_comma(j) || view.is_finite_verb(j)) break;
      if (view.is_subject(j) && view.is_speaker(j)) return j;
    }
  }
  return -1;
}

// What the tree counts to the phrase though it does not name anybody: ", who is in Beijing for",
// ", in turn". The head of what is left becomes the subject.
void cut_at_comma(const View& view, Frame& frame) {
  for (int32_t i = frame.source.first + 1; i + 1 < frame.source.last; ++i) {
    if (!view.is_comma(i) || view.name_at(i) != nullptr) continue;
    const Upos next = view.upos(i + 1);
    const bool falls = view.is(i + 1, "who") || view.is(i + 1, "which") || view.is(i + 1, "whose") ||
                       next == Upos::ADP || next == Upos::SCONJ || next == Upos::ADV ||
                       (next == Upos::VERB && view.name_at(i + 1) == nullptr);
    if (!falls || view.is(frame.subject, "we")) continue;
    frame.source.last = i;
    if (frame.subject >= i || !view.is_speaker(frame.subject)) frame.subject = i - 1;
    return;
  }
}

// The first token of the frame's own clause: subject, auxiliaries and what stands before them, but
// nothing that reaches back over `floor`.
int32_t clause_begin(const View& view, const Frame& frame, int32_t floor) {
  int32_t begin = frame.cue_tokens.first;
  if (frame.own_subject && frame.source.first > floor && frame.source.first < begin) begin = frame.source.first;
  for (const int32_t child : view.tree().children(frame.verb)) {
    if (child >= frame.verb) break;
    const int32_t left = view.tree().left(child);
    if (view.deprel(child) == Deprel::cc && child > floor && child < begin) return child;
    if (view.is_subject(child) && child != frame.subject) continue;
    // "to act responsibly, and underscored": what a comma and "and" part from the cue is not of its clause.
    if (view.is_comma(view.tree().right(child)) && view.is_and(view.tree().right(child) + 1)) continue;
    if (left > floor && view.deprel(child) != Deprel::advcl && view.deprel(child) != Deprel::ccomp &&
        view.deprel(child) != Deprel::parataxis) {
      begin = std::min(begin, left);
    }
  }
  while (begin - 1 > floor && view.upos(begin) != Upos::CCONJ && !view.is_comma(begin) && (view.is_loose_adverb(begin - 1) || view.upos(begin - 1) == Upos::AUX ||
                               (view.is(begin - 1, "to") && frame.infinitive))) {
    --begin;
  }
  return begin;
}

bool cue_between(const std::vector<Frame>& frames, int32_t first, int32_t last) {
  return std::ranges::any_of(frames, [&](const Frame& frame) {
    return frame.cue_tokens.first > first && frame.cue_tokens.first < last;
  });
}

bool is_according_to(const Frame& frame) { return frame.cue->text == "according to"; }

// "according to a statement from the ministry, ...": the phrase up to the comma or the end.
void find_authority(const View& view, Frame& frame) {
  int32_t last = frame.cue_tokens.last;
  while (view.contains(last) && !view.is_comma(last) && !view.is_final_mark(last) && !view.is_finite_verb(last)) {
    ++last;
  }
  frame.source = {frame.cue_tokens.last, last};
  frame.subject = frame.source.empty() ? -1 : frame.source.first;
  frame.own_subject = true;
  frame.begin = frame.cue_tokens.first;
}

// The subject that the tree gives or, where it gives none that can speak, the words; `own`: of the cue's own
// clause.
int32_t choose_subject(const View& view, Frame& frame, bool& own) {
  if (frame.passive) return agent_of(view, frame.verb);
  int32_t subject = subject_in_tree(view, frame, own);
  const bool with = frame.form == VerbForm::Gerund && follows_with(view, frame);
  if (!own && subject >= 0 && (frame.form == VerbForm::Past || with)) {
    // A finite verb right behind a speaker has that speaker for its subject, whatever the tree says.
    if (const int32_t near = subject_by_place(view, frame); near >= 0) subject = near, own = true;
  }
  if (subject < 0 || !(view.is_speaker(subject) || view.is_text_speaker(subject))) {
    int32_t near = subject_by_place(view, frame);
    if (near < 0) near = subject_over_phrase(view, frame);
    if (near < 0) near = subject_after(view, frame);
    if (near < 0) near = subject_of_main(view, frame);
    if (near >= 0) subject = near, own = true;
  }
  if (!own && subject >= 0 && frame.form == VerbForm::Past) {
    if (const int32_t near = subject_of_occasion(view, frame, subject); near >= 0) subject = near;
  }
  return subject;
}

// What the other cues of the sentence tell of a subject. `before`: the frame before this one, or nullptr.
int32_t mend_subject(const View& view, const std::vector<Frame>& frames, const Frame& frame, const Frame* before,
                     int32_t subject, bool own) {
  if (own && subject < frame.cue_tokens.first && cue_between(frames, subject, frame.cue_tokens.first)) {
    // "The ministers discussed X, and Minister Y stressed": two clauses that the parser took for one.
    return std::max(subject, subject_by_place(view, frame));
  }
  if (own || subject < 0 || before == nullptr) return subject;
  // Joined to the cue before it, it has that one's subject, which may have been mended.
  const bool joined = view.deprel(frame.verb) == Deprel::conj && view.token(frame.verb).head == before->verb;
  return joined && before->subject < before->cue_tokens.first ? std::max(subject, before->subject) : subject;
}

void set_source(const View& view, const std::vector<Frame>& frames, Frame& frame, int32_t subject, bool own) {
  if (view.contains(subject)) {
    frame.subject = head_of_title(view, subject);
    frame.own_subject = own;
    frame.source = noun_phrase(view, frame.subject);
    cut_at_comma(view, frame);
    // A source does not reach into its own cue.
    if (frame.source.first < frame.cue_tokens.first) {
      frame.source.last = std::min(frame.source.last, frame.cue_tokens.first);
    }
  }
  if (frame.own_subject) extend_to_cue(view, frame);
  // A source ends where another cue stands.
  for (const Frame& other : frames) {
    if (&other != &frame && frame.source.contains(other.cue_tokens.first) &&
        other.cue_tokens.first > frame.source.first) {
      frame.source.last = other.cue_tokens.first;
    }
  }
}

// "Let me stress".
void take_let_me(const View& view, Frame& frame) {
  frame.subject = view.before_adverbs(frame.verb);
  frame.own_subject = true;
  frame.source = {frame.subject, frame.subject + 1};
  frame.begin = frame.subject - 1;
}

}  // namespace

namespace {

// "We, the leaders of A, B and C, today reaffirmed": all of the list is the source of the sentence's first cue.
bool take_we_list(const View& view, Frame& frame) {
  const int32_t first = view.first();
  if (!view.is(first, "we") || !view.is_comma(first + 1)) return false;
  int32_t last = view.before_adverbs(frame.cue_tokens.first) + 1;
  while (view.is_comma(last - 1)) --last;
  for (int32_t i = first + 1; i < last; ++i) {
    const Upos tag = view.upos(i);
    if (tag == Upos::VERB || tag == Upos::AUX || tag == Upos::SCONJ || view.is_final_mark(i)) return false;
  }
  frame.subject = first;
  frame.own_subject = true;
  frame.source = {first, last};
  frame.begin = first;
  return true;
}

}  // namespace

namespace {

// "China is ready to work with X, and push for": of one state it would be "pushes".
bool lacks_ending(const View& view, const Frame& frame) {
  if (frame.form != VerbForm::Base && frame.form != VerbForm::Present) return false;
  const Name* name = frame.own_subject || frame.subject < 0 ? nullptr : view.name_at(frame.subject);
  if (name == nullptr || frame.source.last > name->tokens.last) return false;
  for (int32_t i = frame.source.first; i < frame.source.last; ++i) {
    if (view.is_and(i)) return false;
  }
  return view.is_and(view.before_adverbs(frame.cue_tokens.first));
}

}  // namespace

void find_sources(const View& view, std::vector<Frame>& frames) {
  int32_t floor = view.first() - 1;
  const Frame* before = nullptr;
  for (Frame& frame : frames) {
    // "REAFFIRMED X and expressed Y"
    const bool goes_on = before != nullptr && before->omitted && view.is_and(view.before_adverbs(frame.cue_tokens.first));
    frame.omitted = frame.omitted || goes_on;
    if (frame.omitted) {
      frame.begin = frame.cue_tokens.first;
    } else if (frame.let_me) {
      take_let_me(view, frame);
    } else if (is_according_to(frame)) {
      find_authority(view, frame);
    } else if (!take_we_list(view, frame)) {
      bool own = false;
      int32_t subject = choose_subject(view, frame, own);
      subject = mend_subject(view, frames, frame, before, subject, own);
      set_source(view, frames, frame, subject, own);
      frame.begin = clause_begin(view, frame, floor);
    }
    frame.infinitive = frame.infinitive || lacks_ending(view, frame);
    floor = frame.cue_tokens.last - 1;
    before = &frame;
  }
}

}  // namespace verbale
