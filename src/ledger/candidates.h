// Places in one account that may be entries of the ledger, each with what it is about.
//
// A candidate is a clause, the name of a framework inside one, or what was signed. What it is about
// is its core: the nouns, adjectives and names of the thing, without the verb, the circumstances
// ("in line with ...") and those who act.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clauses/clauses.h"
#include "ledger/ledger.h"
#include "ledger/named.h"

namespace verbale {

struct CoreFeature {
  FeatureKind kind = FeatureKind::Word;
  std::string key;
  int32_t token = -1;
  bool head = false;    // belongs to the noun phrase that heads the thing
  bool noun = true;     // names a thing, does not describe one
  bool anchor = false;  // names what is built or runs: enough to be one thing
  bool named = false;   // stands in the candidate's name
  double share = 1;     // of the word's weight that counts here
};

// A word of the clause, and where it stands.
struct ClauseWord {
  std::string key;
  int32_t token = -1;
};

struct Candidate {
  int32_t document = -1;
  int32_t meeting = -1;  // set by whoever knows the meetings
  Span text;
  TokenRange tokens;
  int32_t sentence = -1;
  Span label;           // the words that it may be called by
  int32_t telling = 0;  // how many of them say what it is
  std::string id;  // of the claim
  EntryStage stage = EntryStage::Raised;
  ThreadKind kind = ThreadKind::Pledge;
  std::string name;         // canonical, of a named thing; empty: none
  std::string name_key;     // the same for all names of that thing between these states
  bool known_name = false;  // by a pack
  bool event = false;       // it names an event: a year, a festival
  bool single = false;      // one document, not a number of them
  std::vector<CoreFeature> core;
  std::vector<ClauseWord> words;  // all of the clause
  std::vector<std::string> by;
  std::vector<std::string> of;
  std::string agent;        // state that acts, where it is one; empty: both or not told
  std::string target;       // state that the thing is about, where it is one
  bool opens = false;       // may open a thread; else it only joins one
  bool echo = false;        // tells an undertaking of the account again (headline, lead)
  bool in_passing = false;  // a name in a clause that undertakes nothing
  std::vector<Step> steps;
  std::vector<Catalyst> catalysts;
  std::optional<Deadline> deadline;
  std::string_view made_by;
};

// In text order. `names`: those of the document (ledger/named.h).
std::vector<Candidate> find_candidates(const Document& document, int32_t index,
                                       std::span<const NamedPlace> names,
                                       const LedgerTools& tools);

}  // namespace verbale
