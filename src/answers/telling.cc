#include "answers/telling.h"

#include <algorithm>

namespace verbale {

Result<TellingDocuments> documents_that_tell(std::span<const ListedMeeting> meetings, const std::string& id) {
  TellingDocuments telling;
  for (const ListedMeeting& meeting : meetings) {
    for (const ListedAccount& account : meeting.accounts) {
      const bool told = std::ranges::find(telling.ids, account.document_id) != telling.ids.end();
      if (account.mention || told) continue;
      telling.ids.push_back(account.document_id);
      telling.names.push_back(account.document);
    }
    for (const JoinedPerson& person : meeting.participants) {
      if (telling.state.empty()) telling.state = person.side;
    }
  }
  if (telling.ids.empty()) {
    return fail(id, "no document gives an account of it; some only refer to it", "`verbale show` tells which");
  }
  return telling;
}

Result<TellingDocuments> documents_that_tell(const Record& record, const std::string& id) {
  if (const Result<FoundVisit> visit = find_visit(record, id)) {
    return documents_that_tell(visit->visit.meetings, visit->visit.id);
  }
  const Result<FoundMeeting> meeting = find_meeting(record, id);
  if (!meeting) return std::unexpected(meeting.error());
  return documents_that_tell(std::span(&meeting->meeting, 1), meeting->meeting.id);
}

}  // namespace verbale
