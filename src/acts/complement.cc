#include "acts/complement.h"

#include <algorithm>

#include "acts/cue_class.h"

namespace verbale {
namespace {

// A chain of verbs such as "will also be ready to continue to work" is followed so far.
constexpr int kLongestChain = 6;
// How far behind a noun its infinitive may stand: "the willingness, bilaterally and together with allies, to".
constexpr int32_t kNounReach = 24;
// How many words the subject of a joined clause may have.
constexpr int32_t kSubjectReach = 16;
// How far into a complement its leading noun may stand.
constexpr int32_t kLeadingReach = 12;
// A clause is read so far: longer ones are no prose, and the time must not grow with the square.
constexpr int32_t kLongestClause = 200;

}  // namespace

bool ComplementReader::starts_infinitive(int32_t token, int32_t end) const {
  if (words_.is_negation(token)) ++token;
  if (!words_.is(token, "to") || words_.is_hyphen(token - 1)) return false;
  const int32_t verb = words_.skip_adverbs(token + 1, end);
  return verb < end && is_deed(verb);
}

int32_t ComplementReader::skip_manner(int32_t token, int32_t end) const {
  while (token < end && knowledge_.commitment_words.has(CommitmentClass::Manner, words_.lower(token)) &&
         words_.is_adverb(token)) {
    ++token;
  }
  return token;
}

bool ComplementReader::is_deed_lemma(std::string_view lemma) const {
  return knowledge_.commitment_words.has(CommitmentClass::Verb, lemma) ||
         knowledge_.commitment_words.has(CommitmentClass::VerbNoun, lemma);
}

bool ComplementReader::is_deed(int32_t token) const {
  if (words_.is_base_verb(token)) return true;
  const std::string_view word = words_.lower(token);
  if (knowledge_.commitment_words.has(CommitmentClass::Verb, word)) return true;
  int32_t before = token - 1;
  while (words_.is_any(before, {"and", "better", "further"}) || words_.at(before).upos == Upos::ADV) --before;
  const bool marked = words_.at(before).upos == Upos::PART;
  return (marked || words_.at(token + 1).upos == Upos::DET) &&
         knowledge_.commitment_words.has(CommitmentClass::VerbNoun, word);
}

// Whether the verb belongs to a clause inside the clause: the nearest opener to the left, with no comma between.
bool ComplementReader::in_relative(int32_t token, int32_t first) const {
  for (int32_t i = token - 1; i >= first && i >= token - 14; --i) {
    if (words_.is_comma(i)) return false;
    if (words_.is_any(i, {"which", "who", "whom", "whose", "where", "what"})) return true;
    const Upos tag = words_.at(i).upos;
    if (words_.is(i, "that") && tag != Upos::DET) return true;
    if (tag == Upos::SCONJ && words_.is_any(i, {"since", "because", "if", "when", "although", "though", "while", "unless",
                                                "whereas", "until", "as", "once", "whether", "how"})) {
      return true;
    }
    if (words_.is_finite(i) && words_.is_verb(i)) return false;
  }
  return false;
}

// "the sanctions the allies would impose": a subject straight after a noun opens a relative clause.
bool ComplementReader::in_contact_clause(int32_t token, int32_t first) const {
  int32_t i = token - 1;
  while (i > first && words_.is_adverb(i)) --i;
  while (i > first && (words_.is_noun(i) || words_.at(i).upos == Upos::ADJ || words_.is_hyphen(i) || words_.is_hyphen(i - 1))) {
    --i;
  }
  const Upos tag = words_.at(i).upos;
  return (tag == Upos::DET || tag == Upos::PRON) && i > first && words_.at(i - 1).upos == Upos::NOUN;
}

int32_t ComplementReader::clause_start(TokenRange range) const {
  // "although ..., X will", "to follow up on this, X will", "under the plan, X will", "additionally, X will": the words
  // before the comma are an adverbial. Only the first token can open one.
  const int32_t first = range.first;
  const Upos tag = words_.at(first).upos;
  const bool adverbial = tag == Upos::SCONJ || tag == Upos::ADP || tag == Upos::ADV ||
                         starts_infinitive(first, range.last) || words_.is_gerund(first) ||
                         words_.is_any(first, {"although", "while", "if", "as", "when", "since"}) ||
                         words_.at(first).verb == VerbForm::PastParticiple;
  if (!adverbial) return first;
  const bool purpose = starts_infinitive(first, range.last);
  range.last = std::min(range.last, first + kLongestClause);
  for (int32_t i = first + 1; i + 2 < range.last; ++i) {
    if (!words_.is_comma(i)) continue;
    if (!words_.opens_noun_phrase(i + 1) && !words_.is_adverb(i + 1)) continue;
    if (words_.is_any(i + 1, {"which", "who", "whose", "that"})) continue;
    // What follows must be a subject with its finite verb; an apposition may stand between.
    int commas = 0;
    for (int32_t j = i + 2; j < range.last && commas < 3; ++j) {
      commas += words_.is_comma(j);
      if (commas > 0 && !words_.is_noun(j - 1) && !words_.is_comma(j) && !words_.is_comma(j - 1)) continue;
      const bool finite = commas == 0 && !purpose ? words_.is_finite(j) && words_.is_verb(j)
                                                  : words_.at(j).verb == VerbForm::Modal;
      if (finite && !in_relative(j, i) && !in_contact_clause(j, i)) return i + 1;
      if (words_.is(j, "to") && is_deed(j + 1)) break;
    }
  }
  return first;
}

// By the parse: a word that hangs on something outside, with a finite verb and a subject of its own.
int32_t ComplementReader::parsed_verb(TokenRange range) const {
  range.last = std::min(range.last, range.first + kLongestClause);
  for (int32_t i = range.first; i < range.last; ++i) {
    const Token& token = words_.at(i);
    if (range.contains(token.head) || token.deprel == Deprel::acl_relcl) continue;
    bool subject = false;
    int32_t finite = words_.is_finite(i) && words_.is_verb(i) ? i : -1;
    for (int32_t j = range.first; j < range.last; ++j) {
      const Token& child = words_.at(j);
      if (child.head != i) continue;
      subject |= (child.deprel == Deprel::nsubj || child.deprel == Deprel::nsubj_pass ||
                  child.deprel == Deprel::expl || child.deprel == Deprel::csubj) && j < i;
      const bool helps = child.deprel == Deprel::aux || child.deprel == Deprel::aux_pass ||
                         child.deprel == Deprel::cop;
      if (helps && words_.is_finite(j) && (finite < 0 || j < finite)) finite = j;
    }
    if (subject && finite < 0 && words_.is_base_verb(i) && !words_.is(i - 1, "to")) finite = i;  // "that both sides enhance"
    if (!subject || finite < 0) continue;
    if (!in_relative(finite, range.first) && !in_contact_clause(finite, range.first)) return finite;
  }
  return -1;
}

// A verb without ending after its subject, where the tagger saw none: "the two sides enhance".
int32_t ComplementReader::bare_verb(TokenRange range) const {
  for (int32_t i = range.first + 1; i < range.last && i < range.first + kSubjectReach; ++i) {
    const int32_t before = words_.is_adverb(i - 1) ? i - 2 : i - 1;
    const bool subject = words_.is_noun(before) && (words_.at(before).plural || words_.at(before).upos == Upos::PROPN);
    if (subject && knowledge_.commitment_words.has(CommitmentClass::Verb, words_.lower(i))) return i;
    if (words_.at(i).upos == Upos::ADP || words_.is(i, "to")) return -1;
  }
  return -1;
}

int32_t ComplementReader::main_verb(TokenRange range) const {
  const int32_t start = clause_start(range);
  const int32_t parsed = parsed_verb({start, range.last});
  // A finite verb further left wins: the parse often takes the last of several joined clauses for the main one.
  const int32_t end = parsed >= 0 ? parsed : range.last;
  for (int32_t i = start + 1; i < end; ++i) {
    if (words_.is(i, ";")) break;
    const Deprel relation = words_.at(i).deprel;
    const bool participle = relation == Deprel::amod || relation == Deprel::acl || relation == Deprel::acl_relcl;
    if (words_.is_finite(i) && words_.is_verb(i) && !words_.is(i - 1, "to") && !participle &&
        !in_relative(i, start) && !in_contact_clause(i, start)) {
      return i;
    }
  }
  return parsed >= 0 ? parsed : bare_verb({start, range.last});
}

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
  if (words_.is_comma(next) && words_.is_adverb(next + 1) && words_.is_comma(next + 2)) next += 3;
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
    complement.willing = complement.deed_verb >= 0 &&
                         knowledge_.commitment_words.has(CommitmentClass::Action,
                                                         words_.lemma(complement.deed_verb));
  }
}

// The verb after a form of "be", "remain" or "stay" at next - 1; -1: the chain ends here.
int32_t ComplementReader::after_be(Complement& complement, int32_t next) const {
  const int32_t end = complement.tokens.last;
  const int32_t word = words_.skip_adverbs(next, end);
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
    if (!words_.is(to, "to")) return -1;
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
        verb = after_semi_modal(complement, verb);
      }
    } else if (lemma == "do" && words_.is_base_verb(words_.skip_adverbs(verb + 1, end)) && words_.is_finite(verb)) {
      verb = words_.skip_adverbs(verb + 1, end);
    } else {
      verb = after_semi_modal(complement, verb);
    }
  }
}

void ComplementReader::read_clause(Complement& complement, int32_t finite) const {
  complement.shape = Shape::Clause;
  int32_t subject_end = finite;
  while (subject_end > complement.tokens.first && words_.is_adverb(subject_end - 1)) --subject_end;
  complement.subject = {clause_start(complement.tokens), subject_end};
  // "through the task force we will": the pronoun is the subject, what stands before it an adverbial.
  if (words_.at(subject_end - 1).upos == Upos::PRON && subject_end - 1 > complement.tokens.first) {
    complement.subject.first = subject_end - 1;
  }
  follow_verbs(complement, finite);
  if (complement.will && complement.deed_verb >= 0 &&
      knowledge_.commitment_words.has(CommitmentClass::Stative, words_.lemma(complement.deed_verb))) {
    complement.will = false;  // "we will see": nothing that is done
  }
  if (complement.deed_start == finite) complement.deed_start = skip_manner(subject_end, complement.tokens.last);
}

void ComplementReader::read_infinitive(Complement& complement, int32_t to) const {
  complement.shape = complement.shape == Shape::None ? Shape::Infinitive : complement.shape;
  const int32_t end = complement.tokens.last;
  if (words_.is_negation(to)) {
    follow_verbs(complement, words_.skip_adverbs(to + 2, end));
    complement.deed_start = to;
    return;
  }
  const int32_t verb = words_.skip_adverbs(to + 1, end);
  follow_verbs(complement, verb);
  if (complement.deed_start == verb) complement.deed_start = skip_manner(to + 1, end);
}

void ComplementReader::read_gerund(Complement& complement, int32_t verb) const {
  complement.shape = complement.shape == Shape::None ? Shape::Gerund : complement.shape;
  complement.deed = Shape::Gerund;
  complement.deed_verb = complement.verb = verb;
  int32_t start = verb;
  while (start > complement.tokens.first && words_.is_adverb(start - 1)) --start;
  complement.deed_start = start;
}

// What hangs on a noun of binding: "commitment to V", "readiness, together with X, to V", "need for X to V".
void ComplementReader::read_after_noun(Complement& complement, ActClass kind) const {
  const int32_t end = std::min(complement.tokens.last, complement.noun + 1 + kNounReach);
  for (int32_t i = complement.noun + 1; i < end; ++i) {
    const bool prepared = words_.is_any(i, {"to", "for", "of", "on", "that"});
    if (!prepared) continue;
    if (words_.is(i, "to") && kind == ActClass::Commit) {
      read_committed_to(complement, i);
      return;
    }
    const int32_t next = words_.skip_adverbs(i + 1, end);
    if (starts_infinitive(i, end)) {
      read_infinitive(complement, i);
      complement.willing |= kind != ActClass::Need && kind != ActClass::Ask && kind != ActClass::Hope;
      return;
    }
    if (words_.is_gerund(next)) {
      read_gerund(complement, next);
      return;
    }
    if (words_.is(i, "for") || words_.is(i, "that")) {
      for (int32_t to = i + 2; to < complement.tokens.last && to < i + 14 && !words_.is_verb(to - 1); ++to) {
        if (!starts_infinitive(to, complement.tokens.last)) continue;
        complement.subject = {i + 1, to};
        read_infinitive(complement, to);
        return;
      }
    }
    const bool asks = kind == ActClass::Ask || kind == ActClass::Invite;
    const int32_t named = words_.at(next).upos == Upos::DET ? next + 1 : next;
    if ((words_.is(i, "of") || (words_.is(i, "to") && asks)) && words_.at(named).upos == Upos::PROPN) continue;  // holder, addressee
    if (words_.is(i, "on") && i == complement.noun + 1 && !words_.is_noun(next)) continue;
    complement.deed = Shape::Noun;
    complement.deed_start = i + 1;
    complement.deed_verb = words_.noun_head(i + 1, complement.tokens.last);
    return;
  }
}

// The noun of the pack that heads the first noun phrase and governs what follows ("their shared commitment to"); -1: none.
int32_t ComplementReader::leading_act_noun(int32_t start, int32_t end) const {
  for (int32_t i = start; i < end && i < start + kLeadingReach; ++i) {
    const Token& token = words_.at(i);
    const bool owned = i > start && (words_.at(i - 1).upos == Upos::ADJ || words_.at(i - 1).upos == Upos::PRON ||
                                     words_.at(i - 1).upos == Upos::PART || words_.at(i - 1).upos == Upos::DET);
    const bool may_be_noun = words_.is_noun(i) || (owned && (words_.is_verb(i) || words_.is(i + 1, "to")));
    if (may_be_noun && knowledge_.act_words.find(ActPart::Noun, words_.lemma(i))) {
      const bool governs = i + 1 >= end || words_.is_comma(i + 1) || words_.is_preposition(i + 1) ||
                           words_.is_any(i + 1, {"to", "for", "that", "and", "on", "as"}) ||
                           words_.at(i + 1).verb == VerbForm::PastParticiple || words_.at(i + 1).verb == VerbForm::Past;
      if (governs && !words_.is_hyphen(i + 1)) return i;
    }
    const bool inside = words_.opens_noun_phrase(i) || token.upos == Upos::ADV || token.upos == Upos::PART ||
                        token.upos == Upos::CCONJ || words_.is_hyphen(i) || words_.is_quote(i) || words_.is_gerund(i) ||
                        token.verb == VerbForm::PastParticiple || (owned && token.verb == VerbForm::Past) || words_.is_comma(i);
    if (!inside || words_.is(i, "to")) return -1;
  }
  return -1;
}

void ComplementReader::read_noun(Complement& complement, int32_t start) const {
  complement.shape = Shape::Noun;
  complement.deed = Shape::Noun;
  complement.deed_start = start;
  const int32_t end = complement.tokens.last;
  complement.noun = complement.deed_verb = words_.noun_head(start, end);
  if (const int32_t noun = leading_act_noun(start, end); noun >= 0) {
    complement.noun = noun;
    complement.noun_class = knowledge_.act_words.find(ActPart::Noun, words_.lemma(noun));
  }
  if (!complement.noun_class) return;
  switch (*complement.noun_class) {
    case ActClass::Commit: case ActClass::Willing: case ActClass::Plan: case ActClass::Agree:
    case ActClass::Need: case ActClass::Ask: case ActClass::Hope: case ActClass::Invite:
      read_after_noun(complement, *complement.noun_class);
      break;
    default:
      break;
  }
}

// "Vietnam to strengthen exchanges": a headline's way to say that it will.
bool ComplementReader::read_headline(Complement& complement, int32_t start) const {
  const int32_t head = words_.noun_head(start, complement.tokens.last);
  if (head < 0 || words_.at(head).upos != Upos::PROPN || !starts_infinitive(head + 1, complement.tokens.last)) {
    return false;
  }
  complement.shape = Shape::Clause;
  complement.subject = {start, head + 1};
  complement.will = true;
  read_infinitive(complement, head + 1);
  return true;
}

Complement ComplementReader::read(TokenRange content, Expect expect) const {
  Complement complement;
  complement.tokens = content;
  const int32_t end = content.last;
  int32_t start = content.first;
  while (start < end && (words_.is_quote(start) || words_.at(start).upos == Upos::PUNCT)) ++start;
  if (start >= end) return complement;
  complement.tokens.first = start;
  if (starts_infinitive(start, end)) {
    // "to follow up, X will travel" is a clause that opens with its purpose.
    const bool clause = expect == Expect::Anything && clause_start({start, end}) > start;
    const int32_t main = clause ? main_verb({start, end}) : -1;
    if (main >= 0) {
      read_clause(complement, main);
    } else {
      read_infinitive(complement, start);
    }
    return complement;
  }
  if (words_.is_any(start, {"that", "whether", "how"})) ++start;
  const bool prepared = words_.is_any(start, {"on", "upon", "for", "about", "over", "at", "to", "in", "of", "against",
                                              "with", "towards", "toward", "as", "from"});
  complement.tokens.first = start;
  const bool phrase = leading_act_noun(prepared ? start + 1 : start, end) >= 0 || (prepared && expect == Expect::Phrase);
  const int32_t main = phrase ? -1 : main_verb({start, end});
  if (main >= 0 && !(prepared && clause_start({start, end}) == start)) {
    read_clause(complement, main);
    return complement;
  }
  if (!prepared && read_headline(complement, start)) return complement;
  if (prepared) ++start;
  const int32_t first = words_.skip_adverbs(start, end);
  if (leading_act_noun(start, end) >= 0) {
    read_noun(complement, start);
  } else if (words_.is_gerund(first)) {
    complement.tokens.first = start;
    read_gerund(complement, first);
  } else if (words_.at(first).upos == Upos::VERB && words_.at(first).verb == VerbForm::Base) {
    complement.shape = Shape::Infinitive;  // an item of a list: "Strengthen X"
    follow_verbs(complement, first);
    complement.deed_start = start;
  } else {
    read_noun(complement, start);
  }
  return complement;
}

// Where a clause joined by the word at `token` has its first word; -1: no clause follows. A clause is a subject or
// none, and then a modal or a form of "be", "remain", "stand": other verbs are joined inside a clause.
int32_t ComplementReader::joined_clause(int32_t token, int32_t end, bool* has_subject) const {
  int32_t start = token + 1;
  if (words_.is_comma(token) || words_.is(token, ";")) {
    if (words_.is_any(start, {"and", "but", "while"})) ++start;
    else if (!words_.is(token, ";")) return -1;
  }
  const bool that = words_.is(start, "that");
  if (that) ++start;
  const int32_t first = words_.skip_adverbs(start, end);
  int32_t finite = first;
  const int32_t reach = std::min(end, first + kSubjectReach);
  while (finite < reach && !words_.is_finite(finite)) {
    if (words_.is_any(finite, {";", ",", "which", "who", "that"}) || words_.is_base_verb(finite)) return -1;
    ++finite;
  }
  if (finite >= reach) return -1;
  const std::string_view lemma = words_.lemma(finite);
  const bool linking = words_.at(finite).verb == VerbForm::Modal || lemma == "be" || lemma == "remain" || lemma == "stand";
  if (!linking && !that) return -1;
  *has_subject = finite > first;
  return start;
}

std::vector<Complement> ComplementReader::read_clauses(TokenRange content, Expect expect) const {
  std::vector<Complement> clauses = {read(content, expect)};
  if (clauses.back().shape != Shape::Clause) return clauses;
  for (int32_t i = clauses.back().verb + 1; i > 0 && i < content.last; ++i) {
    if (!words_.is_any(i, {"and", "but", ";", ",", "while"})) continue;
    bool has_subject = false;
    const int32_t start = joined_clause(i, content.last, &has_subject);
    if (start < 0) continue;
    const TokenRange subject = clauses.back().subject;
    Complement next;
    next.tokens = {start, content.last};
    int32_t finite = words_.skip_adverbs(start, content.last);
    while (finite < content.last && !words_.is_finite(finite)) ++finite;
    read_clause(next, finite);
    if (!has_subject) next.subject = subject;
    clauses.back().tokens.last = i;
    clauses.push_back(next);
    i = std::max(i, next.verb);
  }
  return clauses;
}

}  // namespace verbale
