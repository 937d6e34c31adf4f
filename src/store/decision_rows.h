// The rows of persons' decisions. Like marks they name words of a text by its id, without a
// reference: taking a document out leaves them, and when it comes back they take effect again.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "record/decision.h"
#include "store/database.h"

namespace verbale {

// Empty fields do not filter.
struct DecisionFilter {
  std::string text = {};      // id
  std::string document = {};  // name or id of a publication
  std::string reviewer = {};
  std::string entry = {};  // id, or its beginning
  std::string id = {};     // of the decision, or its beginning
};

// In the order in which they were made. Throws DatabaseError.
std::vector<Decision> load_decisions(const Database& database, const DecisionFilter& filter);

// Those about one text that fit it (record/decision_check.h), null if there are none. Throws DatabaseError.
std::shared_ptr<ReviewedText> load_review(const Database& database, std::string_view text_id,
                                          std::string_view text);

// False: it was there already; where it has been withdrawn since, and this one is, so it is there
// now. Throws DatabaseError.
bool insert_decision(const Database& database, const Decision& decision);

// False: there is none such, or it was withdrawn before. Throws DatabaseError.
bool withdraw_decision(const Database& database, std::string_view id, std::string_view at);

}  // namespace verbale
