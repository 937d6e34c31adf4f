// The content starts where the complement starts; the words between cue and complement (the addressee,
// "on Monday", "with satisfaction") are passed over. Read from left to right, with the tree asked only
// where the words do not tell: the start of a complement is the surest thing in a parse, but its label
// is not.
#include "statements/complements.h"

#include <algorithm>

#include "statements/openings.h"

namespace verbale {
namespace {

constexpr int32_t kMaxAddressee = 40;

bool ends_clause(const View& view, int32_t i) {
  return !view.contains(i) || view.is_final_mark(i) || (view.is_any_quote(i) && i + 1 >= view.last());
}

void set_content(Frame& frame, ComplementKind kind, int32_t first, int32_t last) {
  frame.complement = kind;
  frame.content = {first, last};
}

// The head of the first noun phrase in [from, to).
int32_t first_noun(const View& view, int32_t from, int32_t to) {
  for (int32_t i = from; i < to; ++i) {
    const Upos tag = view.upos(i);
    const Upos next = view.upos(i + 1);
    const bool noun = tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::PRON;
    if (noun && next != Upos::NOUN && next != Upos::PROPN && next != Upos::PART) return i;
  }
  return to - 1;
}

// The addressee that starts at `from` and where what is said to it opens; false if no such opening.
bool take_addressee(const View& view, Frame& frame, int32_t from) {
  int32_t object = -1;
  for (const int32_t child : view.tree().children(frame.verb)) {
    const Deprel relation = view.deprel(child);
    if (child >= from && (relation == Deprel::obj || relation == Deprel::iobj)) {
      object = child;
      break;
    }
  }
  if (object < 0 || view.tree().left(object) > from + 1) object = -1;
  for (int32_t i = from + 1; view.contains(i) && i < from + kMaxAddressee; ++i) {
    // "all parties concerned to exercise": a participle behind the noun.
    const bool reduced = view.token(i).verb == VerbForm::Past && opens_infinitive(view, i + 1);
    if ((view.is_finite_verb(i) && !reduced) || (view.is_final_mark(i) && !view.is(i, "–"))) return false;
    const bool that = is_that(view, i) && frame.cue->accepts(takes::That);
    const bool infinitive = opens_infinitive(view, i) && frame.cue->accepts(takes::Inf);
    const uint32_t bit = preposition_bit(view, i) &
                         (takes::For | takes::On | takes::Upon | takes::Of | takes::About | takes::Over);
    const bool prep = (bit & frame.cue->takes) != 0 && !infinitive;
    if (!that && !infinitive && !prep) continue;
    const int32_t told = object >= 0 && object < i ? object : first_noun(view, from, i);
    // Who is thanked or urged need be no speaker ("the islands"), but is no abstract thing either.
    const bool named = (prep && frame.cue->cue_class == CueClass::Express) ||
                       (infinitive && object >= 0 && view.token(told).plural && frame.cue->cue_class == CueClass::Ask);
    const bool thing = view.knowledge().speakers.kind(view.lower(told)) == SpeakerKind::Thing;
    const bool speaker = view.is_speaker(told) || view.upos(told) == Upos::PRON || view.is_speaker(i - 1) ||
                         (named && !thing && view.upos(told) == Upos::NOUN && view.upos(i - 1) == Upos::NOUN);
    if (!speaker) {
      if (that || (infinitive && object < 0)) continue;
      return false;
    }
    if (infinitive && view.is(i + 1, ":")) return false;
    frame.to = {from, i};
    while (frame.to.size() > 1 && (view.is_comma(frame.to.last - 1) || view.is_loose_adverb(frame.to.last - 1))) {
      --frame.to.last;
    }
    set_content(frame, that ? ComplementKind::That : infinitive ? ComplementKind::Inf : ComplementKind::Prep,
                that ? i + 1 : i, view.last());
    return true;
  }
  return false;
}

// "wished him a happy Easter": the thing wished starts after the person's phrase.
bool take_second_object(const View& view, Frame& frame, int32_t from) {
  for (int32_t i = from + 1; view.contains(i) && i < from + 25; ++i) {
    if (view.is_final_mark(i) || view.is_finite_verb(i)) return false;
    const Upos tag = view.upos(i);
    const bool opens = (tag == Upos::DET && !view.is(i, "the")) || tag == Upos::NUM || (tag == Upos::ADJ && view.name_at(i) == nullptr) ||
                       (tag == Upos::NOUN && !view.is_speaker(i));
    if (!opens || view.is_and(i - 1) || view.upos(i - 1) == Upos::DET || view.upos(i - 1) == Upos::ADP ||
        view.upos(i - 1) == Upos::ADJ || view.is(i, "all")) {
      continue;
    }
    if (!(view.is_speaker(i - 1) || view.upos(i - 1) == Upos::PRON || view.upos(i - 1) == Upos::PROPN ||
          view.is(i - 1, ")") || view.upos(i - 1) == Upos::NOUN)) {
      return false;
    }
    frame.to = {from, i};
    set_content(frame, ComplementKind::Object, i, view.last());
    return true;
  }
  return false;
}

// The object or clause that the tree gives, where other words stand between it and the cue.
bool take_from_tree(const View& view, Frame& frame, int32_t from) {
  for (const int32_t child : view.tree().children(frame.verb)) {
    if (child < from) continue;
    const Deprel relation = view.deprel(child);
    const int32_t left = view.tree().left(child);
    if (left < from || view.upos(left) == Upos::ADP) continue;
    if (relation == Deprel::obj && frame.cue->accepts(takes::Obj)) {
      set_content(frame, ComplementKind::Object, left, view.last());
      return true;
    }
    if (relation == Deprel::ccomp && frame.cue->accepts(takes::That | takes::Bare)) {
      const bool that = view.is(left, "that");
      set_content(frame, that ? ComplementKind::That : ComplementKind::Bare, left + (that ? 1 : 0), view.last());
      return true;
    }
    if (relation == Deprel::xcomp && frame.cue->accepts(takes::Inf) && opens_infinitive(view, left)) {
      set_content(frame, ComplementKind::Inf, left, view.last());
      return true;
    }
  }
  return false;
}

// Whether a clause starts at `from`: a finite verb comes before the phrase ends.
bool has_finite_clause(const View& view, int32_t from) {
  for (int32_t i = from; view.contains(i) && !view.is_final_mark(i); ++i) {
    if (view.is_comma(i) && i > from + 2 && view.upos(from) != Upos::ADP && view.upos(from) != Upos::SCONJ &&
        view.upos(i + 1) != Upos::ADJ && view.upos(i + 1) != Upos::PROPN && view.upos(i + 1) != Upos::NOUN &&
        !view.is_and(i + 1) && view.upos(i + 1) != Upos::DET && !view.is(i + 1, "including") &&
        !view.is(i + 1, "which") && !view.is(i + 1, "who")) {
      return false;
    }
    if (view.is_finite_verb(i)) return true;
  }
  return false;
}

// A complement that opens right at `at`.
bool take_here(const View& view, Frame& frame, int32_t at) {
  const Cue& cue = *frame.cue;
  if (quote_opens(view, at) && cue.accepts(takes::Quote | takes::That | takes::Bare)) {
    const int32_t quote = view.is_open_quote(at) ? at : at + 1;
    set_content(frame, ComplementKind::Quote, quote + 1, view.last());
    return view.contains(quote + 1);
  }
  if (view.is(at, ":") && cue.accepts(takes::That | takes::Quote) && view.contains(at + 1)) {
    set_content(frame, ComplementKind::Bare, at + 1, view.last());
    return true;
  }
  if (is_that_after_cue(view, at) && cue.accepts(takes::That | takes::Bare)) {
    set_content(frame, ComplementKind::That, at + 1, view.last());
    return true;
  }
  if (opens_infinitive(view, at)) {
    if (!cue.accepts(takes::Inf)) return false;
    set_content(frame, ComplementKind::Inf, at, view.last());
    return true;
  }
  const bool taken = view.is(at - 1, "of") && frame.cue_tokens.last == at;
  if (const uint32_t bit = preposition_bit(view, at); !taken && bit != 0 && bit != takes::That) {
    if (!cue.accepts(bit)) return false;
    set_content(frame, ComplementKind::Prep, at, view.last());
    return true;
  }
  return false;
}

// "regards X as Y": with no "as" it is no view.
bool take_as(const View& view, Frame& frame, int32_t at) {
  for (int32_t i = at + 1; view.contains(i) && i < at + 25 && !view.is_final_mark(i) && !view.is_finite_verb(i); ++i) {
    if (!view.is(i, "as")) continue;
    set_content(frame, ComplementKind::Object, at, view.last());
    return true;
  }
  return false;
}

// Whether a noun phrase, gerund or bare clause starts at `at`.
bool take_phrase(const View& view, Frame& frame, int32_t at) {
  const Cue& cue = *frame.cue;
  const Upos tag = view.upos(at);
  if (cue.accepts(takes::As) && !cue.accepts(takes::Obj)) return take_as(view, frame, at);
  if (tag == Upos::ADP || tag == Upos::CCONJ || tag == Upos::PUNCT || tag == Upos::X) {
    if (!view.is(at, "(") && !view.is_any_quote(at) && !(tag == Upos::X && view.contains(at))) return false;
  }
  const bool gerund = view.token(at).verb == VerbForm::Gerund && tag == Upos::VERB;
  if (gerund && !cue.accepts(takes::Ing | takes::Obj | takes::Bare)) return false;
  const bool clause = has_finite_clause(view, at);
  const bool of_taken = cue.kind == CueKind::Adjective && view.is(frame.cue_tokens.last - 1, "of");
  if (cue.accepts(takes::Obj) || gerund || of_taken) {
    const bool bare = cue.accepts(takes::Bare) && clause && view.tree().child(frame.verb, Deprel::ccomp) >= at;
    set_content(frame, bare ? ComplementKind::Bare : ComplementKind::Object, at, view.last());
    return true;
  }
  if (!cue.accepts(takes::Bare) || !clause) return false;
  set_content(frame, ComplementKind::Bare, at, view.last());
  return true;
}

// "expressed his joy." says it; "had a hope", "found satisfaction" do not.
bool can_stand_alone(const View& view, const Frame& frame) {
  const Cues& cues = view.knowledge().cues;
  const Cues::Form* form = cues.form(view.lower(frame.verb));
  if (form == nullptr) return false;
  const CueVerb& verb = cues.verb(form->verb);
  return verb.cue >= 0 || verb.lemma == "extend" || verb.lemma == "offer" || verb.lemma == "send" ||
         verb.lemma == "raise" || verb.lemma == "renew";
}

// "extended an invitation | to the Minister | to visit Lima": the hearer between the noun and what he is asked.
bool take_invited(const View& view, Frame& frame, int32_t at) {
  constexpr int32_t kReach = 16;
  if (frame.cue->cue_class != CueClass::Ask || !frame.cue->accepts(takes::Inf)) return false;
  if (!view.is(at, "to") || opens_infinitive(view, at)) return false;
  for (int32_t i = at + 2; view.contains(i) && i < at + kReach && !view.is_final_mark(i) && !view.is_finite_verb(i); ++i) {
    if (!opens_infinitive(view, i)) continue;
    frame.to = {at + 1, i};
    set_content(frame, ComplementKind::Inf, i, view.last());
    return true;
  }
  return false;
}

void take_light_complement(const View& view, Frame& frame) {
  const int32_t after = view.after_adverbs(frame.cue_tokens.last);
  int32_t at = skip_holder(view, frame, after);
  if (view.is(at, "to") && !frame.cue->accepts(takes::To) && !opens_infinitive(view, at)) {
    at = skip_told(view, frame, at);
  }
  if (take_invited(view, frame, at)) return;
  if (take_here(view, frame, at)) return;
  // "expressed her views on the talks": what about, and not what.
  if (frame.cue->cue_class == CueClass::Believe && at == after && preposition_bit(view, at) != 0) {
    frame.topic = true;
    return;
  }
  if (at > after && !frame.to.empty()) return set_content(frame, ComplementKind::Prep, at, view.last());
  if (view.is_comma(after) && is_that(view, after + 1)) {
    set_content(frame, ComplementKind::That, after + 2, view.last());
    return;
  }
  if (const int32_t that = distant_that(view, after); that >= 0 && frame.cue->accepts(takes::That)) {
    set_content(frame, ComplementKind::That, that + 1, view.last());
    return;
  }
  // Nothing hangs on the noun: the verb alone is the cue, the noun phrase its content; but "issued a
  // statement" says nothing.
  const CueClass kind = frame.cue->cue_class;
  const bool feeling = kind == CueClass::Express || kind == CueClass::Support || kind == CueClass::Believe ||
                       kind == CueClass::Hope || kind == CueClass::Ready;
  if (frame.head <= frame.verb || !feeling || !can_stand_alone(view, frame)) return;
  const int32_t noun = frame.head;
  frame.cue_tokens.last = frame.verb + 1;
  const bool addressed = view.is(noun + 1, "to");
  set_content(frame, ComplementKind::Object, view.after_adverbs(frame.verb + 1),
              addressed ? noun + 1 : view.last());
}

}  // namespace

namespace {

// What may follow where neither a clause nor a hearer opened at `at`.
void take_rest(const View& view, Frame& frame, int32_t at) {
  if (take_here(view, frame, at)) return;
  // "X, he stressed, is": the content goes on behind the comma; see boundaries.
  if (view.is_comma(at) && frame.own_subject && view.is_comma(frame.source.first - 1)) return;
  if (view.upos(at) == Upos::ADP && frame.cue->accepts(takes::That)) {
    if (const int32_t that = distant_that(view, at); that >= 0) {
      if (view.is(at, "to") || view.is(at, "with")) frame.to = {at + 1, that};
      return set_content(frame, ComplementKind::That, that + 1, view.last());
    }
  }
  if (take_phrase(view, frame, at)) return;
  take_from_tree(view, frame, at);
}

}  // namespace

void find_complement(const View& view, Frame& frame) {
  if (frame.cue->kind == CueKind::Noun) return take_light_complement(view, frame);
  int32_t at = view.after_adverbs(frame.cue_tokens.last);
  at = skip_manner(view, frame, skip_fixed(view, skip_day(view, at)));
  if (frame.cue->kind == CueKind::Phrase) at = skip_holder(view, frame, at);
  if (frame.cue->accepts(takes::Reflexive | takes::Addressee) &&
      (view.lower(at).ends_with("self") || view.lower(at).ends_with("selves"))) {
    at = view.after_adverbs(at + 1);
  }
  at = skip_parenthesis(view, at);
  if (view.is_comma(at) && !quote_opens(view, at)) {
    if (const int32_t that = distant_that(view, at + 1); that >= 0) at = that;
  }
  if (ends_clause(view, at) && !view.is(at, ":")) return;
  if (view.is(at, "that") || quote_opens(view, at) || view.is(at, ":")) {
    if (take_here(view, frame, at)) {
      if (frame.complement == ComplementKind::That && view.is_comma(frame.content.first)) ++frame.content.first;
      return;
    }
  }
  if (frame.cue->accepts(takes::Addressee) && !opens_infinitive(view, at) && view.upos(at) != Upos::ADP) {
    if (frame.cue->text == "wish" && take_second_object(view, frame, at)) return;
    if (take_addressee(view, frame, at)) {
      if (view.is_comma(frame.content.first)) ++frame.content.first;
      return;
    }
  }
  // "I tell them it is": who is told is a pronoun or a name, and a clause follows at once.
  if (frame.cue->accepts(takes::Addressee) && frame.cue->accepts(takes::Bare) && view.upos(at) == Upos::PRON &&
      view.upos(at + 1) != Upos::PUNCT && has_finite_clause(view, at + 1)) {
    frame.to = {at, at + 1};
    return set_content(frame, ComplementKind::Bare, at + 1, view.last());
  }
  if (frame.cue->cue_class == CueClass::Commit && gives_to_named(view, at) && take_second_object(view, frame, at)) {
    return;
  }
  take_rest(view, frame, at);
}

}  // namespace verbale
