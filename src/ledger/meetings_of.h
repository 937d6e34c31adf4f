// The columns of a ledger: visits, and meetings that no visit holds, with their accounts.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "visits/documents.h"

namespace verbale {

// Each document is in one of them: where it is an account of several, in the one that most of what
// it tells belongs to. A document that tells of no meeting comes to the one of its states within
// four days, else it is one of its own; without a day it is in none, if there is any meeting. By date.
std::vector<LedgerMeeting> ledger_meetings(std::span<const Document> documents,
                                           const MeetingReporter& reporter);
// The same of documents that were joined already.
std::vector<LedgerMeeting> ledger_meetings(std::span<const Document> documents,
                                           const JoinedDocuments& joined);

// Those that are in none of them.
std::vector<int32_t> in_no_meeting(std::span<const Document> documents, std::span<const LedgerMeeting> meetings);

// The two states that met most often; of equal ones the first by name. Empty where none did.
std::vector<std::string> main_states(std::span<const LedgerMeeting> meetings);

// Did all of these states meet there? A meeting of which one state or none is known may be theirs.
bool may_concern(const LedgerMeeting& meeting, std::span<const std::string> states);
bool concerns(const LedgerMeeting& meeting, std::span<const std::string> states);

}  // namespace verbale
