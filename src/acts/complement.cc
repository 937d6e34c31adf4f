#include "acts/complement.h"

#include <algorithm>

namespace verbale {
namespace {

// How far behind a noun its infinitive may stand: "the willingness, bilaterally and together with allies, to".
constexpr int32_t kNounReach = 24;
// How many words the subject of a joined clause may have.
constexpr int32_t kSubjectReach = 16;
// How far into a complement its leading noun may stand.
constexpr int32_t kLeadingReach = 12;

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

// "it is essential that Peru open the road", "it was critical for both to return": what X is to do.
bool ComplementReader::read_importance(Complement& complement, int32_t finite) const {
  constexpr int32_t kLongestSubject = 10;
  static constexpr std::string_view kImportant[] = {"essential", "important", "critical", "crucial", "vital", "imperative", "necessary",
                                                    "urgent", "incumbent", "indispensable"};
  if (words_.lemma(finite) != "be" || !words_.is(words_.first_adverb(finite, complement.tokens.first) - 1, "it")) return false;
  const int32_t adjective = words_.skip_adverbs(finite + 1, complement.tokens.last);
  if (std::ranges::find(kImportant, words_.lower(adjective)) == std::end(kImportant)) return false;
  if (!words_.is_any(adjective + 1, {"that", "for"})) return false;
  const int32_t start = adjective + 2;
  for (int32_t i = start + 1; i < std::min(complement.tokens.last, start + kLongestSubject); ++i) {
    const bool infinitive = words_.is(adjective + 1, "for") && starts_infinitive(i, complement.tokens.last);
    const bool bare = words_.is(adjective + 1, "that") && is_deed(i) && !words_.is(i - 1, "to");
    if (!infinitive && !bare) continue;
    complement.shape = Shape::Clause;
    complement.verb = finite;
    complement.subject = {start, words_.first_adverb(i, start)};
    if (infinitive) read_infinitive(complement, i);
    else follow_verbs(complement, i);
    complement.must = complement.important = true;
    return true;
  }
  return false;
}

void ComplementReader::read_clause(Complement& complement, int32_t finite) const {
  complement.shape = Shape::Clause;
  if (read_importance(complement, finite)) return;
  const int32_t subject_end = words_.first_adverb(finite, complement.tokens.first);
  complement.subject = {clause_start(complement.tokens), subject_end};
  // "through the task force we will": the pronoun is the subject, what stands before it an adverbial.
  if (words_.at(subject_end - 1).upos == Upos::PRON && subject_end - 1 > complement.tokens.first) {
    complement.subject.first = subject_end - 1;
  }
  complement.subject.first = after_adverbial(complement.subject, finite);
  follow_verbs(complement, finite);
  if (complement.will && complement.deed_verb >= 0 &&
      knowledge_.commitment_words.has(CommitmentClass::Stative, words_.lemma(complement.deed_verb))) {
    complement.will = false;  // "we will see": nothing that is done
  }
  if (complement.deed_start == finite) complement.deed_start = skip_manner(subject_end, complement.tokens.last);
}

// A noun of an act: of the pack, or an -ing form that stands as a noun ("the sharing of data").
bool ComplementReader::names_act(int32_t noun) const {
  if (noun < 0) return false;
  if (knowledge_.commitment_words.has(CommitmentClass::Action, words_.lemma(noun))) return true;
  return words_.lower(noun).ends_with("ing") && words_.is(noun + 1, "of") && words_.is_any(noun - 1, {"the", "further", "continued"});
}

// "Over the next three years | Chile will": the subject by the parse, where an adverbial without a comma stands before.
int32_t ComplementReader::after_adverbial(TokenRange subject, int32_t finite) const {
  static constexpr std::string_view kTime[] = {"over", "in", "during", "within", "for", "by", "from", "since", "after", "before", "at",
                                               "on", "throughout", "under", "through", "as"};
  static constexpr std::string_view kUnits[] = {"week", "month", "year", "summer", "autumn", "fall", "winter", "spring", "decade"};
  const bool unit = words_.is_any(subject.first, {"this", "next"}) && std::ranges::find(kUnits, words_.lower(subject.first + 1)) != std::end(kUnits);
  if (!unit && std::ranges::find(kTime, words_.lower(subject.first)) == std::end(kTime)) return subject.first;
  for (int32_t i = subject.last - 1; i > subject.first; --i) {
    const Token& token = words_.at(i);
    if (token.deprel != Deprel::nsubj && token.deprel != Deprel::nsubj_pass) continue;
    if (token.head != finite && token.head != words_.at(finite).head) continue;
    int32_t first = i;
    while (first - 1 > subject.first && words_.at(first - 1).head >= first && words_.at(first - 1).head <= i) --first;
    return first;
  }
  return subject.first;
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
  complement.deed_start = words_.first_adverb(verb, complement.tokens.first);
}

bool ComplementReader::stands_in_name(int32_t token) const {
  const auto after = std::ranges::upper_bound(document_.names, token, {}, [](const Name& name) { return name.tokens.first; });
  return after != document_.names.begin() && (after - 1)->tokens.contains(token);
}

// "the importance of Peru | opening the road": who is to do it stands before the gerund.
bool ComplementReader::read_doing(Complement& complement, int32_t of) const {
  constexpr int32_t kLongestSubject = 10;
  for (int32_t i = of + 2; i < std::min(complement.tokens.last, of + kLongestSubject); ++i) {
    const bool inside = words_.opens_noun_phrase(i) || words_.is_noun(i) || words_.at(i).upos == Upos::PART ||
                        words_.is_any(i, {"'s", "’s", "’", "and", "of", "both"});
    if (words_.is_gerund(i) && words_.at(i).upos == Upos::VERB && words_.is_noun(i - 1) && words_.opens_noun_phrase(i + 1)) {
      complement.subject = {of + 1, i};
      read_gerund(complement, i);
      return true;
    }
    if (!inside || words_.is_verb(i)) return false;
  }
  return false;
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
    if (kind == ActClass::Need && words_.is_any(i, {"of", "for"}) && read_doing(complement, i)) return;
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
    const bool all = words_.is_any(next, {"both", "all", "two", "three"}) || words_.is(named, "two") || words_.is(named, "three");
    const bool group = words_.is(i, "of") && (words_.at(next).upos == Upos::DET || all) &&
                       knowledge_.speakers.kind(words_.lower(words_.noun_head(i + 1, end))) != SpeakerKind::None;
    const bool somebody = words_.at(named).upos == Upos::PROPN || stands_in_name(named) || group;
    if ((words_.is(i, "of") || (words_.is(i, "to") && asks)) && somebody) continue;  // holder, addressee
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
    bool owned = i > start && (words_.at(i - 1).upos == Upos::ADJ || words_.at(i - 1).upos == Upos::PRON ||
                                     words_.at(i - 1).upos == Upos::PART || words_.at(i - 1).upos == Upos::DET);
    // "enduring United States support for", tagged as a verb
    owned |= i > start && words_.is_noun(i - 1) && words_.is_any(i + 1, {"for", "of"}) && words_.is_base_verb(i);
    const bool may_be_noun = words_.is_noun(i) || (owned && (words_.is_verb(i) || words_.is(i + 1, "to")));
    if (may_be_noun && knowledge_.act_words.find(ActPart::Noun, words_.lemma(i))) {
      const bool governs = i + 1 >= end || words_.is_comma(i + 1) || words_.is_preposition(i + 1) ||
                           words_.is_any(i + 1, {"to", "for", "that", "and", "on", "as"}) ||
                           words_.at(i + 1).verb == VerbForm::PastParticiple || words_.at(i + 1).verb == VerbForm::Past;
      if (governs && !words_.is_hyphen(i + 1)) return i;
    }
    // "the port and their support": the first of the two is what it is about.
    if (token.upos == Upos::CCONJ && i > start && words_.is_noun(i - 1) && words_.is_any(i + 1, {"the", "their", "its", "our", "his", "her"})) {
      return -1;
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

// "Over the next three years | Chile will invite": when, and not what about.
bool ComplementReader::opens_with_time(int32_t start, int32_t finite) const {
  constexpr int32_t kLongestTime = 7;
  static constexpr std::string_view kUnits[] = {"day", "week", "month", "year", "decade", "quarter", "future", "summer", "autumn", "winter", "spring"};
  if (words_.at(finite).verb != VerbForm::Modal) return false;
  for (int32_t i = start + 1; i < finite && i < start + kLongestTime; ++i) {
    if (words_.is_preposition(i) || words_.is_comma(i)) return false;
    if (std::ranges::find(kUnits, words_.lemma(i)) != std::end(kUnits)) return i + 1 < finite;
  }
  return false;
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
  if (main >= 0 && !(prepared && clause_start({start, end}) == start && !opens_with_time(start, main))) {
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
  const auto stands_ready = [this](int32_t i) { return words_.lemma(i) == "stand" && words_.is(i + 1, "ready"); };
  while (finite < reach && !words_.is_finite(finite) && !stands_ready(finite)) {
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

// "supports the mission | and will send a frigate": where behind the object of the cue a promise without a subject
// is joined; -1: nowhere.
int32_t ComplementReader::joined_promise(TokenRange content) const {
  for (int32_t i = content.first; i + 2 < content.last; ++i) {
    if (words_.is_finite(i) && words_.is_verb(i)) return -1;
    if (i == content.first || !words_.is(i, "and")) continue;
    const int32_t verb = words_.skip_adverbs(i + 1, content.last);
    const bool will = words_.is_any(verb, {"will", "shall"});
    const bool stands = words_.is_any(verb, {"is", "are", "stands", "stand", "remains", "remain"}) &&
                        words_.is_any(words_.skip_adverbs(verb + 1, content.last), {"ready", "willing", "prepared"});
    if (will || stands) return i;
  }
  return -1;
}

std::vector<Complement> ComplementReader::read_clauses(TokenRange content, Expect expect) const {
  if (const int32_t joint = expect == Expect::Phrase ? joined_promise(content) : -1; joint >= 0) {
    Complement promise;
    promise.tokens = {joint + 1, content.last};
    read_clause(promise, words_.skip_adverbs(joint + 1, content.last));
    promise.subject = {};
    return {read({content.first, joint}, expect), promise};
  }
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
    while (finite < content.last && !words_.is_finite(finite) && words_.lemma(finite) != "stand") ++finite;
    read_clause(next, finite);
    if (!has_subject) next.subject = subject;
    clauses.back().tokens.last = i;
    clauses.push_back(next);
    i = std::max(i, next.verb);
  }
  return clauses;
}

}  // namespace verbale
