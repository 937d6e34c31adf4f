#include "acts/cue_class.h"

#include <algorithm>

namespace verbale {
namespace {

// A gap in a phrase ("make * clear") takes up to this many words.
constexpr int32_t kLongestGap = 5;

ActClass act_class(const Cue& cue) {
  switch (cue.cue_class) {
    case CueClass::Stress: return ActClass::Stress;
    case CueClass::Believe: return ActClass::Believe;
    case CueClass::Agree: return ActClass::Agree;
    case CueClass::Commit: return ActClass::Commit;
    case CueClass::Ready: return ActClass::Willing;
    case CueClass::Ask: return ActClass::Ask;
    case CueClass::Hope: return ActClass::Hope;
    case CueClass::Order: return ActClass::Order;
    case CueClass::Announce: return ActClass::Announce;
    case CueClass::Accept: return ActClass::Accept;
    case CueClass::Express:
    case CueClass::Support: return ActClass::Express;
    // "said his country supports, opposes": a policy; as a cue of its own it is a feeling all the same.
    case CueClass::Attitude: return cue.act == Act::Expressive ? ActClass::Stand : ActClass::Say;
    default: return ActClass::Say;
  }
}

bool follows(const WordsAt& words, const Cue& cue, int32_t at, int32_t end) {
  for (size_t i = 0; i < cue.rest.size(); ++i) {
    while (at < end && words.at(at).upos == Upos::ADV && words.lower(at) != cue.rest[i]) ++at;  // "look very much forward"
    if (cue.rest[i] != "*") {
      if (at >= end || words.lower(at) != cue.rest[i]) return false;
      ++at;
      continue;
    }
    if (i + 1 == cue.rest.size()) return true;
    const int32_t last = std::min(end, at + kLongestGap + 1);
    while (at < last && words.lower(at) != cue.rest[i + 1]) ++at;
    if (at >= last) return false;
  }
  return true;
}

// "conveyed his wishes for", not "expressed his wish to": in the plural a greeting.
bool wishes_well(const WordsAt& words, int32_t noun) {
  return words.is(noun, "wishes") && !words.is(noun + 1, "to");
}

std::optional<ActClass> class_of_noun(const Knowledge& knowledge, const WordsAt& words, TokenRange range) {
  // The last tells: "a message of greetings", "the two governments' support".
  for (int32_t i = range.last - 1; i >= range.first; --i) {
    // The cue's last word is its noun, whatever its tag ("expressed hope").
    if (i + 1 < range.last && words.at(i).upos == Upos::VERB && words.at(i).verb != VerbForm::Base) continue;
    if (const CueNoun* noun = knowledge.cues.noun(words.lower(i)); noun != nullptr && wishes_well(words, i)) {
      return act_class(knowledge.cues.cue(noun->cue));
    }
    const std::optional<ActClass> own = knowledge.act_words.find(ActPart::Noun, words.lemma(i));
    if (own) return own;
    if (const CueNoun* noun = knowledge.cues.noun(words.lower(i))) {
      return act_class(knowledge.cues.cue(noun->cue));
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<ActClass> class_of_cue(const Knowledge& knowledge, const WordsAt& words, TokenRange cue) {
  const Cues& cues = knowledge.cues;
  // "remain committed", "confident": the adjective tells.
  for (int32_t i = cue.first; i < std::min(cue.last, cue.first + 2); ++i) {
    const bool state = i == cue.first || words.lemma(i - 1) == "remain" || words.lemma(i - 1) == "stay" ||
                       words.lemma(i - 1) == "stand" || words.lemma(i - 1) == "be";
    const bool adjective = words.at(i).upos == Upos::ADJ || words.at(i).verb == VerbForm::PastParticiple;
    if (!state || !adjective) continue;
    if (const Cue* known = cues.adjective(words.lower(i))) return act_class(*known);
  }
  const Cues::Form* form = cues.form(words.lower(cue.first));
  if (form == nullptr) return class_of_noun(knowledge, words, cue);
  const CueVerb& verb = cues.verb(form->verb);
  for (const int32_t phrase : verb.phrases) {
    if (follows(words, cues.cue(phrase), cue.first + 1, cue.last)) return act_class(cues.cue(phrase));
  }
  if (cue.size() > 1) {
    const std::optional<ActClass> noun = class_of_noun(knowledge, words, {cue.first + 1, cue.last});
    if (noun && verb.light) return noun;
  }
  if (verb.cue < 0) return std::nullopt;
  return act_class(cues.cue(verb.cue));
}

Expect expected_after(std::optional<ActClass> cue) {
  switch (cue.value_or(ActClass::Say)) {
    case ActClass::Agree: case ActClass::Commit: case ActClass::Willing: case ActClass::Order: case ActClass::Ask:
    case ActClass::Invite: case ActClass::Accept: case ActClass::Express: case ActClass::Stand:
      return Expect::Phrase;
    default:
      return Expect::Anything;
  }
}

}  // namespace verbale
