// Why an entry was made. What the record does not keep (the class of the cue, whom a pronoun leads
// to) is found by reading the stored text again: the same version gives the same entry.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/rules.h"
#include "pipeline/pipeline.h"
#include "store/lists.h"
#include "store/meeting_lists.h"

namespace verbale {

// What it is about ("speaker"), and the words.
struct Reason {
  std::string about;
  std::string words;
};

struct Why {
  std::string id;                   // of the entry or meeting
  std::optional<FoundEntry> entry;  // nothing: a meeting that only titles tell of
  std::vector<Reason> reasons;
  bool lost = false;  // reading the text again with this version no longer finds the entry
};

// By the id of an entry or of a meeting.
Result<Why> why(const Record& record, const std::string& id, const Reader& reader,
                const RuleTexts& rules);

// Why its meetings are one visit, and each account is of its meeting.
std::vector<Reason> why_visit(const ListedVisit& visit);

// As `explain --json`.
std::string why_to_json(const Why& why);

}  // namespace verbale
