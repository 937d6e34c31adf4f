// The queue of what persons have yet to look at, and two reviewers compared, as JSON.
#pragma once

#include <string>
#include <string_view>

#include "agreement/agreement.h"
#include "store/review_queue.h"
#include "store/review_rows.h"

namespace verbale {

// `review --json`.
std::string queue_to_json(const Queue& queue);

// `agreement --json`. Differences are told with the documents of the record.
Result<std::string> agreement_to_json(const Record& record, const Agreement& agreement);

// Two reviewers' decisions of the whole record. Refuses who has decided nothing.
Result<Agreement> agreement_of(const Record& record, std::string_view a, std::string_view b);

// [{"reviewer", "decisions"}], those that stand.
Result<std::string> reviewers_to_json(const Record& record);

}  // namespace verbale
