#include "commitments/undertakings.h"

#include <algorithm>

namespace verbale {
namespace {

// Forms in -ing that modify a noun or open a list, and join nothing.
constexpr std::string_view kNoDeeds[] = {
    "including", "following", "existing", "emerging", "ongoing", "according", "regarding", "concerning", "pending",
    "leading",   "growing",   "resulting", "developing", "remaining", "outstanding", "pressing", "evolving", "standing",
    "making", "starting", "beginning", "ranging", "depending"};

// Participles that tell what comes of a deed ("a donation of ten million doses, bringing the total to").
constexpr std::string_view kResults[] = {"bringing", "marking", "reflecting", "demonstrating", "representing",
                                         "totaling", "totalling", "signaling", "signalling", "underscoring"};

}  // namespace

TokenRange UndertakingSplitter::trimmed(TokenRange range) const {
  const auto loose = [this](int32_t i) {
    return words_.at(i).upos == Upos::PUNCT || words_.is_any(i, {"and", "or", "but", "while"});
  };
  const auto closes = [this](int32_t i) { return words_.is_any(i, {")", "]", "\"", "”"}); };
  while (!range.empty() && loose(range.last - 1) && !closes(range.last - 1)) --range.last;
  while (!range.empty() && loose(range.first) && !words_.is_quote(range.first)) ++range.first;
  return range;
}

// A relative clause at the end tells about the deed and is no part of it.
int32_t UndertakingSplitter::end_of_deed(int32_t start, int32_t end) const {
  for (int32_t i = start + 1; i + 1 < end; ++i) {
    if (words_.is(i, "in") && words_.is(i + 1, "recognition") && words_.is(i + 2, "of")) return i;
    if (words_.is_comma(i) && words_.is_any(i + 1, kResults)) return i;
    if (!words_.is_comma(i) || !words_.is_any(i + 1, {"which", "who", "whose"})) continue;
    bool goes_on = false;
    for (int32_t j = i + 2; j < end; ++j) goes_on |= words_.is_comma(j) || words_.is(j, ";");
    // "which we intend to do together" is still about the deed.
    if (!goes_on && !words_.is_any(i + 2, {"we", "they", "both"})) return i;
  }
  return end;
}

// Keeps track of a verb further in: after it a joined verb may be its partner and no new undertaking.
void UndertakingSplitter::look_inside(Segment& segment, int32_t token) const {
  int32_t to = token - 1;
  while (to > segment.verb && words_.is_adverb(to)) --to;
  const bool infinitive = words_.is(to, "to") && !words_.is_hyphen(to - 1) && reader_.is_deed(token);
  const bool gerund = segment.shape == Shape::Gerund || segment.shape == Shape::Noun
                          ? words_.is_gerund(token) && words_.is_preposition(token - 1)
                          : false;
  const bool relative = words_.is_any(token - 1, {"which", "that", "who"}) && words_.is_finite(token);
  if (!infinitive && !gerund && !relative) return;
  segment.inner = token;
  int32_t governor = to - 1;
  while (governor > segment.verb && words_.is_adverb(governor)) --governor;
  const auto inner = [this](int32_t i) {
    return knowledge_.commitment_words.match(CommitmentClass::Inner, words_.lemmas(i, i + 2)) > 0;
  };
  segment.inner_takes_all |= gerund || inner(segment.verb) || inner(governor) || inner(governor - 1);
}

// What the parse says of a joined verb after an inner one.
bool UndertakingSplitter::joined_to_inner(const Segment& segment, int32_t joint, int32_t verb) const {
  // Where the parser saw no verb at all, a comma goes on with the undertakings.
  if (words_.at(verb).upos != Upos::VERB && words_.is_comma(joint)) return false;
  int32_t head = verb;
  for (int step = 0; step < 6; ++step) {
    if (words_.at(head).deprel != Deprel::conj) break;
    head = words_.at(head).head;
    if (head == segment.verb) return false;
    if (head == segment.inner) return true;
  }
  return true;
}

bool UndertakingSplitter::splits(const Segment& segment, int32_t joint, int32_t verb, bool marked) const {
  if (words_.is(joint, ";") || marked) return true;
  if (!segment.object) return false;
  if (segment.inner < 0) return true;
  return !segment.inner_takes_all && !joined_to_inner(segment, joint, verb);
}

// Whether the word after a joint is a verb: by its tag, or by the pack where the tagger went wrong in a list.
bool UndertakingSplitter::opens_deed(int32_t joint, int32_t verb, int32_t end) const {
  const CommitmentWords& pack = knowledge_.commitment_words;
  const Token& token = words_.at(verb);
  // "respect for each other" and "dialogue between" are nouns, whatever the tagger says.
  const bool noun_too = pack.has(CommitmentClass::VerbNoun, words_.lower(verb)) || words_.is_noun(verb);
  if (noun_too && words_.is_any(verb + 1, {"for", "of", "between", "among", "and", ","})) return false;
  if (token.upos == Upos::VERB && token.verb == VerbForm::Base) return true;
  if (words_.is_hyphen(verb + 1)) return false;
  if (words_.is(verb - 1, "to") && words_.at(verb - 1).upos == Upos::PART) return true;
  const std::span<const std::string_view> lemmas = words_.lemmas(verb, end);
  const bool same_form = words_.lower(verb) == words_.lemma(verb);  // "set up" is past and base
  if ((token.verb == VerbForm::None || (same_form && !words_.is_gerund(verb))) && pack.match(CommitmentClass::Verb, lemmas) > 0 && words_.lower(verb) == words_.lemma(verb)) return true;
  if (token.upos == Upos::VERB && token.verb == VerbForm::Present &&
      (token.deprel == Deprel::conj || words_.is_comma(joint) || pack.match(CommitmentClass::Verb, lemmas) > 0)) {
    return true;
  }
  if (pack.match(CommitmentClass::VerbNoun, lemmas) == 0) return false;
  if (words_.is(joint, ";")) return true;
  if (words_.at(verb + 1).plural) return verb_follows(verb, end);
  return opens_object(verb + 1);
}

// The start of an object, as against the rest of a compound noun.
bool UndertakingSplitter::opens_object(int32_t token) const {
  const Upos tag = words_.at(token).upos;
  return tag == Upos::DET || tag == Upos::ADJ || words_.at(token).plural || words_.is_any(token, {"its", "their", "our"});
}

// Whether the list goes on with what is only ever a verb, so that a word that may be one is one.
bool UndertakingSplitter::verb_follows(int32_t token, int32_t end) const {
  constexpr int32_t kReach = 60;
  for (int32_t i = token + 1; i + 1 < std::min(end, token + kReach); ++i) {
    if (!words_.is_any(i, {",", "and", ";"})) continue;
    const int32_t next = words_.skip_adverbs(words_.is_any(i + 1, {"and", "to"}) ? i + 2 : i + 1, end);
    if (knowledge_.commitment_words.match(CommitmentClass::Verb, words_.lemmas(next, end)) > 0) return true;
  }
  return false;
}

// Whether the word belongs to the name of a framework ("the Build Back Better agendas").
bool UndertakingSplitter::is_in_name(int32_t token) const {
  const Span word = words_.at(token).span;
  const auto after = std::ranges::upper_bound(document_.frameworks, word.begin, {}, [](const Framework& f) { return f.text.begin; });
  return after != document_.frameworks.begin() && (after - 1)->text.contains(word);
}

// Whether the verb before the joint stands under "can", "may" or "could".
bool UndertakingSplitter::follows_modal(int32_t joint) const {
  constexpr int32_t kReach = 6;
  for (int32_t i = joint - 1; i > joint - kReach; --i) {
    if (words_.is_any(i, {"can", "may", "could", "might", "cannot"})) return true;
    if (words_.is_comma(i) || words_.is(i, "to")) return false;
  }
  return false;
}

// The verb of an undertaking that the word at `joint` may join; -1: none. `start` gets its first word.
int32_t UndertakingSplitter::next_verb(const Segment& segment, int32_t joint, int32_t end, int32_t* start,
                                       Shape* shape) const {
  int32_t next = joint + 1;
  const bool comma = words_.is_comma(joint) || words_.is(joint, ";");
  if (comma && words_.is_any(next, {"and", "or", "while", "but", "as"})) {
    next += words_.is(next, "as") ? 3 : 1;  // "as well as"
  } else if (words_.is(joint, "as")) {
    next += 2;
  }
  const bool contrast = words_.is(next - 1, "while") || words_.is(joint, "while");
  if (words_.is_any(next, {"thus", "thereby", "hence"})) return -1;  // what comes of it
  const bool negated = words_.is_negation(next) && words_.is(next + 1, "to");
  *start = words_.is(next, "to") ? next + 1 : next;
  const int32_t first = negated ? next + 2 : *start;
  int32_t verb = words_.skip_adverbs(first, end);
  // "strengthen", taken for an adverb, is a verb all the same.
  for (int32_t i = first; i < verb; ++i) {
    if (knowledge_.commitment_words.has(CommitmentClass::Verb, words_.lower(i))) verb = i;
  }
  if (verb >= end || is_in_name(verb)) return -1;
  // "the conference, to be held in June": what is told of a thing.
  if (words_.is(*start - 1, "to") && words_.is(verb, "be") && words_.at(words_.skip_adverbs(verb + 1, end)).verb == VerbForm::PastParticiple) {
    return -1;
  }
  // "that nobody can build or acquire": both are what the clause denies.
  if (words_.is(joint, "or") && *start == next && follows_modal(joint)) return -1;
  const bool marked = *start > next && segment.inner >= 0;  // "working to V and to V"
  if ((segment.shape != Shape::Gerund || marked) && opens_deed(joint, verb, end)) {
    *shape = Shape::Infinitive;
    return verb;
  }
  const bool gerund = words_.is_gerund(verb) && words_.at(verb).upos == Upos::VERB &&
                      words_.at(verb).deprel != Deprel::amod &&
                      !words_.is_any(verb, kNoDeeds);
  // "continue sending X, teaching Y, and rebuilding Z"
  const bool goes_on = words_.is_any(segment.verb, {"continue", "keep", "start", "begin"}) && words_.is_gerund(segment.verb + 1) && !words_.is(joint, "as") &&
                       !words_.is(joint + 1, "as");
  if (gerund && (segment.shape == Shape::Gerund || contrast || goes_on)) {
    *shape = Shape::Gerund;
    return verb;
  }
  return -1;
}

std::vector<Undertaking> UndertakingSplitter::split_verbs(const Complement& complement) const {
  std::vector<Undertaking> found;
  const int32_t end = complement.tokens.last;
  Segment segment{complement.deed_start, complement.deed_verb, complement.deed, false, -1, false};
  const auto close = [&](int32_t at) {
    const TokenRange range = trimmed({segment.start, end_of_deed(segment.start, at)});
    if (!range.empty()) found.push_back({range, complement.subject, segment.shape, segment.verb});
  };
  for (int32_t i = complement.deed_verb + 1; i < end; ++i) {
    const bool joint = words_.is_any(i, {",", ";", "and", "or", "while", "but"}) ||
                       (words_.is(i, "as") && words_.is(i + 1, "well") && words_.is(i + 2, "as"));
    if (joint) {
      int32_t start = -1;
      Shape shape = segment.shape;
      const int32_t verb = next_verb(segment, i, end, &start, &shape);
      const bool marked = verb >= 0 && words_.is(start - 1, "to");
      const bool contrast = shape != segment.shape;
      if (verb >= 0 && splits(segment, i, verb, (marked || contrast) && segment.object)) {
        close(i);
        segment = {start, verb, shape, false, -1, false};
        i = verb;
        continue;
      }
    }
    segment.object |= words_.is_nominal(i);
    look_inside(segment, i);
  }
  close(end);
  return found;
}

std::vector<Undertaking> UndertakingSplitter::split_nouns(const Complement& complement) const {
  std::vector<Undertaking> found;
  const int32_t end = end_of_deed(complement.deed_start, complement.tokens.last);
  int32_t start = complement.deed_start;
  int32_t head = complement.deed_verb;
  const auto close = [&](int32_t at) {
    const TokenRange range = trimmed({start, at});
    if (!range.empty()) found.push_back({range, complement.subject, Shape::Noun, head});
  };
  bool purpose = false;  // "a partnership to ensure X and to allow Y": the latter is joined to the former
  for (int32_t i = start + 1; i + 1 < end; ++i) {
    purpose |= words_.is(i - 1, "to") && reader_.is_deed(i);
    int32_t next = i + 1;
    if (words_.is_comma(i) && words_.is(next, "and")) ++next;
    else if (!words_.is(i, "and")) continue;
    // "commitment to coordination and to opening the border": the rest are verbs.
    if (purpose && words_.is(next, "to") && !words_.is_gerund(next + 1)) continue;
    if (words_.is(next, "to") && (reader_.is_deed(next + 1) || words_.is_gerund(next + 1))) {
      close(i);
      Complement rest = complement;
      rest.deed = words_.is_gerund(next + 1) ? Shape::Gerund : Shape::Infinitive;
      rest.deed_start = rest.deed_verb = next + 1;
      for (const Undertaking& more : split_verbs(rest)) found.push_back(more);
      return found;
    }
    if (!words_.is_any(next, {"a", "an", "the", "its", "their"}) || head < 0 || i <= head) continue;
    const int32_t noun = words_.noun_head(next, end);
    // "the withdrawal of troops and the weapons": only what is joined to the head is another undertaking.
    const bool bare = i == head + 1;
    const bool act = noun >= 0 && knowledge_.commitment_words.has(CommitmentClass::Action, words_.lemma(noun));
    if (noun < 0 || !(bare || act || words_.at(noun).head == head)) continue;
    close(i);
    start = next;
    head = noun;
    i = noun;
  }
  close(end);
  return found;
}

std::vector<Undertaking> UndertakingSplitter::split(const Complement& complement) const {
  if (complement.deed == Shape::None || complement.deed_start < 0) return {};
  if (complement.deed == Shape::Noun || complement.deed_verb < 0) return split_nouns(complement);
  return split_verbs(complement);
}

}  // namespace verbale
