// The main verb of a content: which of its finite verbs belongs to no clause inside it.
#include "acts/complement.h"

#include <algorithm>

namespace verbale {
namespace {

// How many words the subject of a joined clause may have.
constexpr int32_t kSubjectReach = 16;
// A clause is read so far: longer ones are no prose, and the time must not grow with the square.
constexpr int32_t kLongestClause = 200;

}  // namespace

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

}  // namespace verbale
