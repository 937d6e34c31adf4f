// A decision from what a person gives of it: the entry is found in the record, and what is said is
// checked against it.
#pragma once

#include <optional>
#include <string>

#include "knowledge/knowledge.h"
#include "record/decision.h"
#include "store/lists.h"

namespace verbale {

inline constexpr uint32_t kLongestComment = 2500;  // code points
inline constexpr uint32_t kLongestReviewer = 100;

struct DecisionWish {
  std::string reviewer;
  std::string at;              // ISO date and time, UTC
  std::string entry;           // id or its beginning; empty: the words below, which no entry has
  std::string document;        // name or id
  std::optional<Layer> layer;  // of the entry to be made of the words; none: only "nothing-here"
  CodeRange place;
  std::string action;   // "accept", "reject", "correct", "nothing-here", "comment", "adjudicate"
  std::string verdict;  // of "adjudicate": one of the others; empty where it upholds a decision
  std::string upholds;  // id of that decision
  Correction change;
  std::string comment;
};

// Who decides is named on one line, and neither name nor comment is without end: asked of decisions that are made and of
// those that are imported.
Result<void> check_reviewer(const std::string& reviewer, const std::string& comment);

// Refuses what is not in the record, what contradicts the entry, and whom nobody knows by that id.
// An id that the text does not name is taken where the record or the packs know it: a person may
// know from elsewhere who spoke. The actor is then in the text's record without a mention.
Result<Decision> make_decision(const Record& record, const Knowledge& knowledge,
                               const DecisionWish& wish);

// "speaker=to-lam,xi-jinping", "content=10-40,50-60" in code points, "content=words that stand
// there", "cue=" for none: sets the field. Words are looked for in the text of the entry, the
// nearest to it.
Result<void> add_setting(Correction& change, std::string_view setting, const FoundEntry& found);

// The entry that a wish names, as it is or, if a person rejected it, as it was.
Result<FoundEntry> find_entry_to_decide(const Record& record, const std::string& id);

}  // namespace verbale
