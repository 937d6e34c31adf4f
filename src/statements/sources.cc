// The subject is looked for where the tree has it: at the verb, else at the verb it is joined to, hangs on
// as an adverbial, or completes ("spoke with X to stress"). Where the tree has none, the nearest speaker
// to the left in the same clause is taken: the commonest fault of the parse is a subject hung elsewhere.
#include "statements/sources.h"

#include <algorithm>

namespace verbale {
namespace {

constexpr int kMaxClimb = 8;
constexpr int32_t kMaxReach = 60;  // words of a list of states

int32_t subject_child(const View& view, int32_t verb) {
  for (const int32_t child : view.tree().children(verb)) {
    if (view.is_subject(child)) return child;
  }
  return -1;
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
    if (subject >= 0 && (depth == 0 || subject < frame.verb || fronted)) {
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

// The nearest speaker before the verb, over auxiliaries and adverbs only: "both sides all stressed".
int32_t subject_by_place(const View& view, const Frame& frame) {
  int32_t i = frame.cue_tokens.first - 1;
  while (view.contains(i) && (view.is_loose_adverb(i) || view.upos(i) == Upos::AUX || view.is(i, "both") ||
                              view.is(i, "all") || view.is(i, "each") || view.is(i, "not"))) {
    --i;
  }
  if (!view.contains(i)) return -1;
  if (const Name* name = view.name_at(i); name != nullptr) return name->core.last - 1;
  return view.is_speaker(i) && view.upos(i) != Upos::ADJ ? i : -1;
}

// "..., said X": the speaker after the cue, where the tree has hung it elsewhere.
int32_t subject_after(const View& view, const Frame& frame) {
  if (!frame.cue->accepts(takes::Quote) || frame.form != VerbForm::Past) return -1;
  const int32_t before = frame.cue_tokens.first - 1;
  if (!view.is_comma(before) && !view.is_any_quote(before)) return -1;
  const Name* name = view.name_at(frame.cue_tokens.last);
  return name != nullptr && view.is_speaker(name->core.last - 1) ? name->core.last - 1 : -1;
}

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

// "with the President underscoring": the participle has a subject of its own.
bool follows_with(const View& view, const Frame& frame) {
  for (int32_t i = frame.cue_tokens.first - 1; view.contains(i) && i > frame.cue_tokens.first - 8; --i) {
    if (view.is(i, "with")) return true;
    if (view.upos(i) == Upos::PUNCT || view.upos(i) == Upos::VERB) return false;
  }
  return false;
}

bool falls_off(const View& view, int32_t child, int32_t noun) {
  switch (view.deprel(child)) {
    case Deprel::acl: case Deprel::acl_relcl: case Deprel::parataxis: case Deprel::advcl:
    case Deprel::advmod: case Deprel::cc: case Deprel::mark: case Deprel::discourse: case Deprel::dep:
    case Deprel::cop: case Deprel::nsubj: case Deprel::obl:
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

bool in_list(const View& view, int32_t i) {
  const Upos tag = view.upos(i);
  return tag == Upos::PROPN || tag == Upos::DET || tag == Upos::ADP || tag == Upos::ADJ || view.is_comma(i) ||
         view.is_and(i) || view.name_at(i) != nullptr ||
         (tag == Upos::NOUN && view.knowledge().speakers.kind(view.lower(i)) != SpeakerKind::None);
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
    if (!in_list(view, i) || view.is_comma(i)) return;
  }
  if (view.is_speaker(end - 1)) frame.source.last = end;
}

// "..., Anna Vogel and David Otieno agreed" where the tree holds only the latter: one name and "and" between
// the phrase and the comma before.
bool take_joined_name(const View& view, TokenRange& range) {
  if (!view.is_and(range.first - 1)) return false;
  int32_t start = range.first - 1;
  bool speaker = false;
  while (view.contains(start - 1) && range.first - start < 14 && !view.is_comma(start - 1) && in_list(view, start - 1)) {
    --start;
    speaker = speaker || (view.is_speaker(start) && view.upos(start) != Upos::ADJ);
  }
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
  for (; view.contains(i) && range.first - i < kMaxReach && in_list(view, i); --i) {
    if (view.name_at(i) != nullptr) ++names;
  }
  if (take_joined_name(view, range)) return;
  if (names == 0) return;
  ++i;
  while (i < range.first && (view.is_comma(i) || view.is_and(i) || view.upos(i) == Upos::ADP)) ++i;
  if (i == view.first() || view.is_comma(i - 1) || view.is(i - 1, ":")) range.first = i;
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

// "Both host and guest": the word for all of them belongs to the name of the source.
void take_determiner(const View& view, TokenRange& range) {
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
    if (left > floor && view.deprel(child) != Deprel::advcl && view.deprel(child) != Deprel::ccomp &&
        view.deprel(child) != Deprel::parataxis) {
      begin = std::min(begin, left);
    }
  }
  while (begin - 1 > floor && view.upos(begin) != Upos::CCONJ && (view.is_loose_adverb(begin - 1) || view.upos(begin - 1) == Upos::AUX ||
                               (view.is(begin - 1, "to") && frame.infinitive))) {
    --begin;
  }
  return begin;
}

}  // namespace

TokenRange noun_phrase(const View& view, int32_t noun) {
  TokenRange range = {noun, noun + 1};
  grow(view, noun, range, 0);
  if (const Name* name = view.name_at(range.first); name != nullptr) range.first = name->tokens.first;
  if (const Name* name = view.name_at(range.last - 1); name != nullptr) range.last = name->tokens.last;
  mend_list(view, range);
  close_brackets(view, range);
  while (range.size() > 1 && (view.upos(range.first) == Upos::PUNCT || view.upos(range.first) == Upos::CCONJ)) {
    ++range.first;
  }
  take_determiner(view, range);
  return range;
}

namespace {

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

}  // namespace

void find_sources(const View& view, std::vector<Frame>& frames) {
  int32_t floor = view.first() - 1;
  for (Frame& frame : frames) {
    bool own = false;
    if (frame.let_me) {
      frame.subject = view.before_adverbs(frame.verb);
      frame.own_subject = true;
      frame.source = {frame.subject, frame.subject + 1};
      frame.begin = frame.subject - 1;
      floor = frame.cue_tokens.last - 1;
      continue;
    }
    if (is_according_to(frame)) {
      find_authority(view, frame);
      floor = frame.cue_tokens.last - 1;
      continue;
    }
    int32_t subject = frame.passive ? agent_of(view, frame.verb) : subject_in_tree(view, frame, own);
    const bool with = frame.form == VerbForm::Gerund && follows_with(view, frame);
    if (!frame.passive && !own && subject >= 0 && (frame.form == VerbForm::Past || with)) {
      // A finite verb right behind a speaker has that speaker for its subject, whatever the tree says.
      if (const int32_t near = subject_by_place(view, frame); near >= 0) subject = near, own = true;
    }
    if (!frame.passive && (subject < 0 || !(view.is_speaker(subject) || view.is_text_speaker(subject)))) {
      int32_t near = subject_by_place(view, frame);
      if (near < 0) near = subject_after(view, frame);
      if (near < 0) near = subject_of_main(view, frame);
      if (near >= 0) subject = near, own = true;
    }
    if (subject >= 0) {
      frame.subject = subject;
      frame.own_subject = own;
      frame.source = noun_phrase(view, subject);
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
    frame.begin = clause_begin(view, frame, floor);
    floor = frame.cue_tokens.last - 1;
  }
}

}  // namespace verbale
