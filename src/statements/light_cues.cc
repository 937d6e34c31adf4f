// The noun phrase of a light verb is read from left to right: determiners, adjectives, possessors ("China's
// strong support"), perhaps an addressee first ("expressed to him his thanks"). The first noun of
// attitude that heads the phrase makes the cue; nouns joined to it belong to it ("thanks and respect").
#include "statements/light_cues.h"

#include <algorithm>

namespace verbale {
namespace {

constexpr int32_t kMaxPhrase = 14;  // words between the verb and its noun

bool may_stand_in_phrase(const View& view, int32_t i) {
  switch (view.upos(i)) {
    case Upos::DET: case Upos::ADJ: case Upos::NOUN: case Upos::PROPN: case Upos::PRON: case Upos::NUM:
    case Upos::PART: case Upos::ADV: case Upos::CCONJ:
      return !view.is(i, "that") && !view.is(i, "to");
    case Upos::VERB:  // "growing concern", "shared view", "heartfelt"
      return view.token(i).verb == VerbForm::Gerund || view.token(i).verb == VerbForm::PastParticiple ||
             view.token(i).verb == VerbForm::Past;
    default:
      return view.is_comma(i) && view.upos(i - 1) == Upos::ADJ && view.upos(i + 1) == Upos::ADJ;
  }
}

bool is_noun_like(const View& view, int32_t i) {
  return view.upos(i) == Upos::NOUN || view.upos(i) == Upos::PROPN;
}

const CueNoun* noun_for(const View& view, int32_t verb, int32_t i) {
  const CueNoun* noun = view.knowledge().cues.noun(view.lower(i));
  if (noun == nullptr || view.name_at(i) != nullptr) return nullptr;
  if (std::ranges::find(noun->verbs, verb) != noun->verbs.end()) return noun;
  // A verb that is a cue by itself ("reiterated") joins with the noun only before a that-clause.
  const bool full = view.knowledge().cues.verb(verb).cue >= 0;
  return full && view.is(i + 1, "that") ? noun : nullptr;
}

// A noun that heads its phrase: no other noun follows, no possessor's mark.
bool heads_phrase(const View& view, int32_t i) {
  return !is_noun_like(view, i + 1) && !view.is(i + 1, "'s") && !view.is(i + 1, "’s") && !view.is(i + 1, "'") &&
         !view.is(i + 1, "’");
}

// "gratitude and deep respect": the last of the joined nouns of attitude.
int32_t last_joined(const View& view, int32_t verb, int32_t i) {
  for (;;) {
    int32_t next = i + 1;
    if (view.is_comma(next)) ++next;
    if (!view.is_and(next) && next == i + 1) return i;
    if (view.is_and(next)) ++next;
    int32_t steps = 0;
    while (steps < 4 && (view.upos(next) == Upos::ADJ || view.upos(next) == Upos::DET ||
                         view.upos(next) == Upos::PRON || view.upos(next) == Upos::ADV)) {
      ++next, ++steps;
    }
    if (noun_for(view, verb, next) == nullptr || !heads_phrase(view, next)) return i;
    i = next;
  }
}

// "a message of greetings": the noun after "of" tells what the message is.
int32_t message_noun(const View& view, int32_t i) {
  if (!view.is(i + 1, "of")) return -1;
  int32_t next = i + 2;
  for (int32_t steps = 0; steps < 3 && view.upos(next) == Upos::ADJ; ++steps) ++next;
  return view.knowledge().cues.noun(view.lower(next)) != nullptr ? next : -1;
}

// An addressee between verb and noun: "to him", "to the people of Japan"; its end, or `i`.
int32_t skip_addressee(const View& view, int32_t i) {
  if (!view.is(i, "to") || view.upos(i + 1) == Upos::VERB) return i;
  int32_t j = i + 1;
  while (view.contains(j) && j < i + 10) {
    if (view.upos(j) == Upos::PRON && view.token(j).deprel == Deprel::nmod_poss) break;
    if (j > i + 1 && (view.upos(j) == Upos::DET) && !view.is(j - 1, "of")) break;
    if (!may_stand_in_phrase(view, j) && !view.is(j, "of")) break;
    ++j;
  }
  return j;
}

// "the Party and State's support": the first of joined possessors.
bool is_possessor(const View& view, int32_t i) {
  for (int32_t j = i + 1; j < i + 6 && may_stand_in_phrase(view, j); ++j) {
    if (view.is(j, "'s") || view.is(j, "’s") || view.is(j, "'") || view.is(j, "’")) return true;
  }
  return view.is(i + 1, "-") || view.name_at(i) != nullptr;
}

}  // namespace

bool find_light_cue(const View& view, int32_t verb, Frame& frame) {
  const int32_t start = skip_addressee(view, view.after_adverbs(frame.verb + 1));
  for (int32_t i = start; view.contains(i) && i < start + kMaxPhrase; ++i) {
    if (!may_stand_in_phrase(view, i) && view.knowledge().cues.noun(view.lower(i)) == nullptr) return false;
    const CueNoun* noun = noun_for(view, verb, i);
    if (noun == nullptr && is_noun_like(view, i) && heads_phrase(view, i) && !is_possessor(view, i)) return false;
    if (noun == nullptr || !heads_phrase(view, i)) continue;
    int32_t head = last_joined(view, verb, i);
    if (const int32_t told = message_noun(view, head); told >= 0) {
      noun = view.knowledge().cues.noun(view.lower(told));
      head = told;
    }
    frame.cue = &view.knowledge().cues.cue(noun->cue);
    frame.head = head;
    frame.cue_tokens.last = head + 1;
    return true;
  }
  return false;
}

bool find_light_subject(const View& view, int32_t verb, Frame& frame) {
  const int32_t subject = view.tree().child(frame.verb, Deprel::nsubj_pass);
  if (subject < 0 || subject > frame.verb) return false;
  const CueNoun* noun = view.knowledge().cues.noun(view.lower(subject));
  if (noun == nullptr || std::ranges::find(noun->verbs, verb) == noun->verbs.end()) return false;
  frame.cue = &view.knowledge().cues.cue(noun->cue);
  frame.head = subject;
  return true;
}

}  // namespace verbale
