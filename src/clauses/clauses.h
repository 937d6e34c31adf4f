// A read document cut into the pieces that two accounts of a meeting can share, each with what it
// means.
//
// The units are what the record says the account tells: contents of statements, topics, and
// sentences of narrative. A unit is cut into clauses, down to the conjunct ("to deepen trust, [to]
// expand trade"), because accounts share less than sentences and put what they share in another
// order. Each character of a unit belongs to exactly one clause; attribution (source, cue),
// furniture and the dateline to none.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

enum class UnitKind : uint8_t { Statement, Topic, Narrative };

// What a word or name of a clause stands for, the same in every account: a lemma, the id of an
// actor or a framework, an ISO date, a number. Two features are the same thing where kind and key
// are equal.
enum class FeatureKind : uint8_t { Word, Actor, Framework, Number, Date };

struct Feature {
  FeatureKind kind = FeatureKind::Word;
  std::string key;    // folded lemma, actor id, framework's canonical name, value
  TokenRange tokens;  // where it stands: the evidence of a match
  // One of those who meet, their states and parties, or the place where they meet: everything is
  // about them, so that they tell little.
  bool party = false;

  // One of those who meet, not the place.
  bool is_side() const { return party && kind == FeatureKind::Actor; }
};

// How a clause came to begin where it does.
enum class ClauseStart : uint8_t {
  Unit,        // the unit begins
  Conjunct,    // "and expand trade"
  ListItem,    // "such as [defence], [trade]"
  Supplement,  // after a comma: a participle, a relative clause, "including"
  Rest         // goes on after attribution or furniture stood between
};

struct Clause {
  Span span;  // bytes; without conjunction and punctuation at its ends
  TokenRange tokens;
  int32_t unit = -1;  // index into ClausedDocument::units
  int32_t head = -1;  // token that heads it: a verb, or the noun of a bare phrase
  ClauseStart start = ClauseStart::Unit;
  bool negated = false;
  std::vector<Feature> features;  // in text order; function words have none
};

struct Unit {
  UnitKind kind = UnitKind::Narrative;
  int32_t statement = -1;         // index into Document::statements, of the innermost that holds it
  int32_t topic = -1;             // index into Document::topics
  int32_t sentence = -1;          // of its first word
  std::vector<int32_t> speakers;  // actors: of the statement or topic
  int32_t first_clause = 0;       // its clauses, in text order
  int32_t last_clause = 0;        // one past the end
};

struct ClausedDocument {
  const Document* document = nullptr;
  std::vector<Unit> units;      // in text order of their first clause
  std::vector<Clause> clauses;  // of the first unit, then of the next
};

// `document` has been read and must outlive the result.
ClausedDocument cut_clauses(const Document& document, const Knowledge& knowledge);

}  // namespace verbale
