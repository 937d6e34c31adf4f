#include "ledger/clause_parts.h"

#include <algorithm>

namespace verbale {

// The verb that a joined deed begins with, whatever the tagger takes it for; -1: none.
int32_t ClauseParts::deed_after(int32_t token, int32_t end) const {
  constexpr int32_t kNear = 3;  // "and further strengthen"
  for (int32_t i = token; i + 1 < std::min(end, token + kNear); ++i) {
    if (knowledge_.commitment_words.has(CommitmentClass::Verb, words_.lower(i))) {
      return words_.opens_noun_phrase(i + 1) ? i : -1;
    }
    if (!words_.is(i, "and") && !words_.is_adverb(i)) return -1;
  }
  return -1;
}

// Where a clause still holds two deeds: "maintain exchanges between leaders, strengthen trust".
std::vector<Clause> ClauseParts::parts_of(const Clause& clause) const {
  std::vector<Clause> parts = {clause};
  for (int32_t i = clause.tokens.first + 2; i + 1 < clause.tokens.last; ++i) {
    if (!words_.is_any(i, {",", ";"})) continue;
    const int32_t verb = deed_after(i + 1, clause.tokens.last);
    if (verb < 0) continue;
    parts.push_back(cut_in_two(parts.back(), i, verb));
    i = verb;
  }
  return parts;
}

// Shortens `clause` to what stands before the comma; the rest begins at `verb`.
Clause ClauseParts::cut_in_two(Clause& clause, int32_t comma, int32_t verb) const {
  Clause rest = clause;
  rest.tokens.first = verb;
  rest.head = verb;
  rest.start = ClauseStart::Conjunct;
  rest.span = {words_.at(verb).span.begin, clause.span.end};
  clause.tokens.last = comma;
  clause.span.end = words_.at(comma - 1).span.end;
  std::erase_if(rest.features, [&](const Feature& feature) { return feature.tokens.first < verb; });
  std::erase_if(clause.features,
                [&](const Feature& feature) { return feature.tokens.first >= comma; });
  if (clause.head >= comma) clause.head = clause.tokens.first;
  return rest;
}

// "better control [and resolve disagreements]": a verb that the tagger may take for a noun.
bool ClauseParts::is_verb_alone(const Clause& clause) const {
  const int32_t last = clause.tokens.last - 1;
  const bool after = words_.is(last - 1, "to") || words_.is_adverb(last - 1) ||
                     words_.is_any(last - 1, {"better", "well", "further", ","});
  const CommitmentWords& pack = knowledge_.commitment_words;
  return after && (pack.has(CommitmentClass::Verb, words_.lemma(last)) ||
                   pack.has(CommitmentClass::VerbNoun, words_.lemma(last)));
}

}  // namespace verbale
