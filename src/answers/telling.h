// Which documents tell of a meeting or visit of the record.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "store/lists.h"
#include "store/meeting_lists.h"

namespace verbale {

struct TellingDocuments {
  std::vector<std::string> ids;    // each once, in the order of the accounts; those that only refer to it left out
  std::vector<std::string> names;  // of the same
  std::string state;               // one that took part; may be empty
};

// `id`: of a meeting or visit, as find_meeting and find_visit take it. An error: there is none, or no document gives an
// account of it.
Result<TellingDocuments> documents_that_tell(const Record& record, const std::string& id);

// The same of meetings that were found already; `id` is for the message.
Result<TellingDocuments> documents_that_tell(std::span<const ListedMeeting> meetings, const std::string& id);

}  // namespace verbale
