// Follows the verbs of a clause to the deed: "will also be ready to continue to work". Each one says how firmly.
#include "acts/complement.h"

#include "acts/cue_class.h"

namespace verbale {
namespace {

// A chain of verbs such as "will also be ready to continue to work" is followed so far.
constexpr int kLongestChain = 6;
// How far behind a noun its infinitive may stand: "the willingness, bilaterally and together with allies, to".
constexpr int32_t kNounReach = 24;

}  // namespace

int32_t ComplementReader::take_modal(Complement& complement, int32_t modal) const {
  const std::string_view word = words_.lemma(modal);
  if (words_.is_any(modal, {"will", "shall", "would", "'ll", "’ll", "wo"}) || word == "will" || word == "shall") {
    complement.will = true;
  } else if (words_.is_any(modal, {"must", "should", "ought"})) {
    complement.must = true;
  } else {
    complement.can = true;
  }
  int32_t next = modal + 1;
  // "will, therefore, work"
  if (words_.is_comma(next) && words_.is_adverb(next + 1) && words_.is_comma(next + 2)) {
    next += 3;
  } else if (words_.is_comma(next) && (words_.is_adverb(next + 1) || words_.is_preposition(next + 1) || words_.is(next + 1, "subject"))) {
    // "will, subject to approval, provide"
    constexpr int32_t kLongestAside = 10;
    for (int32_t i = next + 2; i < next + kLongestAside; ++i) {
      if (!words_.is_comma(i)) continue;
      if (is_deed(words_.skip_adverbs(i + 1, complement.tokens.last))) next = i + 1;
      break;
    }
  }
  if (words_.is(modal, "ought") && words_.is(next, "to")) ++next;
  complement.deed_start = skip_manner(next, complement.tokens.last);
  return words_.skip_adverbs(next, complement.tokens.last);
}

void ComplementReader::read_committed_to(Complement& complement, int32_t to) const {
  const int32_t end = complement.tokens.last;
  const int32_t start = to + 1;
  const int32_t verb = words_.skip_adverbs(start, end);
  complement.deed_start = skip_manner(start, end);
  complement.deed_verb = verb;
  if (verb >= end) return;
  if (is_deed(verb)) {
    complement.deed = Shape::Infinitive;
    complement.willing = true;
  } else if (words_.is_gerund(verb)) {
    complement.deed = Shape::Gerund;
    complement.willing = true;
  } else {
    complement.deed = Shape::Noun;
    complement.deed_verb = words_.noun_head(start, end);
    complement.willing = complement.deed_verb >= 0 && names_act(complement.deed_verb);
  }
}

// The verb after a form of "be", "remain" or "stay" at next - 1; -1: the chain ends here.
int32_t ComplementReader::after_be(Complement& complement, int32_t next) const {
  const int32_t end = complement.tokens.last;
  const int32_t word = words_.skip_adverbs(next, end);
  const bool refused = words_.is_negation(next) || (word > next && words_.is_negation(word - 1));
  if (starts_infinitive(word, end) || (words_.is(word, "to") && words_.is_base_verb(word + 1))) {
    complement.will = true;  // "is to put in place"
    complement.deed_start = skip_manner(word + 1, end);
    return words_.skip_adverbs(word + 1, end);
  }
  if (words_.is(word, "going") && starts_infinitive(word + 1, end)) {
    complement.will = true;
    complement.deed_start = word + 2;
    return words_.skip_adverbs(word + 2, end);
  }
  const std::optional<ActClass> adjective =
      knowledge_.act_words.find(ActPart::Adjective, words_.lower(word));
  if (adjective == ActClass::Willing || adjective == ActClass::Commit) {
    // "willing, together with X, to": the infinitive may come later.
    int32_t to = word + 1;
    while (to < end && to < word + kNounReach && !words_.is(to, "to")) ++to;
    if (!words_.is(to, "to") || refused) return -1;  // "was not prepared to" binds nobody
    if (adjective == ActClass::Commit) {
      read_committed_to(complement, to);
      return -1;
    }
    complement.willing = true;
    complement.deed_start = skip_manner(to + 1, end);
    return words_.skip_adverbs(to + 1, end);
  }
  if (words_.at(word).verb == VerbForm::PastParticiple) {
    complement.passive = true;
    complement.verb = complement.deed_verb = word;
    return -1;
  }
  if (words_.is_gerund(word)) {
    // "is providing vaccines", not "are developing well".
    const int32_t object = words_.skip_adverbs(word + 1, end);
    complement.progressive = is_deed_lemma(words_.lemma(word)) && object < end &&
                             (words_.opens_noun_phrase(object) || words_.is(object, "to"));
    complement.deed_start = skip_manner(next, end);
    complement.verb = complement.deed_verb = word;
    complement.deed = Shape::Gerund;
    return -1;
  }
  return -1;
}

// "intends to V", "needs to V", "agreed to V": the verb after "to"; -1: this verb is the last of the chain.
int32_t ComplementReader::after_semi_modal(Complement& complement, int32_t verb) const {
  const int32_t end = complement.tokens.last;
  const int32_t to = words_.skip_adverbs(verb + 1, end);
  if (!words_.is(to, "to")) return -1;
  const std::string_view lemma = words_.lemma(verb);
  const std::optional<ActClass> kind = class_of_cue(knowledge_, words_, {verb, verb + 1});
  if (lemma == "need" || lemma == "have") {
    complement.must = true;
  } else if (kind == ActClass::Commit || kind == ActClass::Willing || kind == ActClass::Agree ||
             lemma == "wish") {
    if (!starts_infinitive(to, end)) {
      if (kind == ActClass::Commit) read_committed_to(complement, to);
      return -1;
    }
    complement.willing = true;
  } else {
    return -1;
  }
  complement.deed_start = skip_manner(to + 1, end);
  return words_.skip_adverbs(to + 1, end);
}

// "have agreed in principle on a new framework": what is agreed is still to be done.
bool ComplementReader::has_agreed(Complement& complement, int32_t verb) const {
  const int32_t end = complement.tokens.last;
  if (class_of_cue(knowledge_, words_, {verb, verb + 1}) != ActClass::Agree) return false;
  int32_t on = words_.skip_adverbs(verb + 1, end);
  if (words_.is(on, "in") && words_.is(on + 1, "principle")) on += 2;
  if (on + 1 >= end || !words_.is_any(on, {"on", "upon"})) return false;
  complement.past = false;
  complement.willing = true;
  complement.deed = Shape::Noun;
  complement.deed_start = on + 1;
  complement.deed_verb = words_.noun_head(on + 1, end);
  return true;
}

void ComplementReader::follow_verbs(Complement& complement, int32_t verb) const {
  const int32_t end = complement.tokens.last;
  complement.deed = Shape::Infinitive;
  complement.deed_start = verb;
  for (int step = 0; step < kLongestChain && verb >= 0 && verb < end; ++step) {
    complement.verb = complement.deed_verb = verb;
    const std::string_view lemma = words_.lemma(verb);
    if (words_.at(verb).verb == VerbForm::Modal) {
      verb = take_modal(complement, verb);
      continue;
    }
    if (lemma == "like" && complement.will && words_.is(verb + 1, "to")) {
      // "would like to thank": a polite present.
      complement.will = false;
      complement.deed_start = words_.skip_adverbs(verb + 2, end);
      verb = complement.deed_start;
      continue;
    }
    const bool helper = lemma == "be" || lemma == "remain" || lemma == "stay" || lemma == "stand" || lemma == "become";
    if (words_.at(verb).verb == VerbForm::Past && !complement.willing && !complement.will) {
      // "was willing to" under a cue in the past is a present in reported speech.
      complement.past = !helper && lemma != "intend" && lemma != "plan" && lemma != "need";
    }
    const bool stands = helper && lemma != "be" && lemma != "remain" && words_.at(verb + 1).upos != Upos::ADJ;
    if (helper && !stands) {
      verb = after_be(complement, verb + 1);
      const bool deed = complement.passive || complement.progressive || complement.willing || verb >= 0;
      if (!deed) complement.will = false;  // "would be in the interest of both": a forecast, nothing to be done
    } else if (lemma == "have" && words_.at(words_.skip_adverbs(verb + 1, end)).verb == VerbForm::PastParticiple) {
      complement.past = true;
      complement.will = false;  // "would have benefited"
      verb = words_.skip_adverbs(verb + 1, end);
      if (words_.lemma(verb) == "be") verb = after_be(complement, verb + 1);
      else if (verb < end) {
        complement.verb = complement.deed_verb = verb;
        verb = has_agreed(complement, verb) ? -1 : after_semi_modal(complement, verb);
      }
    } else if (lemma == "do" && words_.is_base_verb(words_.skip_adverbs(verb + 1, end)) && words_.is_finite(verb)) {
      verb = words_.skip_adverbs(verb + 1, end);
    } else {
      verb = after_semi_modal(complement, verb);
    }
  }
}

}  // namespace verbale
