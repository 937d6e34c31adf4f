#include "answers/briefs.h"

#include <set>

#include "brief/brief.h"
#include "store/meeting_lists.h"
#include "store/read_accounts.h"

namespace verbale {
namespace {

// The names of the documents that give an account of a meeting or visit, and a state that took
// part.
struct Told {
  std::set<std::string> documents;
  std::string state;
};

void add_told(Told& told, const ListedMeeting& meeting) {
  for (const ListedAccount& account : meeting.accounts) {
    if (!account.mention) told.documents.insert(account.document);
  }
  for (const JoinedPerson& person : meeting.participants) {
    if (told.state.empty()) told.state = person.side;
  }
}

Result<Told> find_told(const Record& record, const std::string& id) {
  Told told;
  if (const Result<FoundVisit> visit = find_visit(record, id)) {
    for (const ListedMeeting& meeting : visit->visit.meetings) add_told(told, meeting);
    return told;
  }
  const Result<FoundMeeting> meeting = find_meeting(record, id);
  if (!meeting) return std::unexpected(meeting.error());
  add_told(told, meeting->meeting);
  return told;
}

}  // namespace

Result<Page> brief_of_meeting(const Record& record, const std::string& id,
                              const LedgerMaterials& materials, int threads) {
  const Result<Told> told = find_told(record, id);
  if (!told) return std::unexpected(told.error());
  EntryFilter filter;
  filter.state = told->state;
  const Result<std::vector<Document>> documents =
      read_accounts(record, materials.reader, filter, threads);
  if (!documents) return std::unexpected(documents.error());
  std::vector<int32_t> accounts;
  for (size_t i = 0; i < documents->size(); ++i) {
    if (told->documents.contains((*documents)[i].source.name))
      accounts.push_back(static_cast<int32_t>(i));
  }
  if (accounts.empty()) {
    return fail(id, "no document gives an account of it; some only refer to it",
                "`verbale show` tells which; a brief needs an account");
  }
  return brief_of_occasion(*documents, accounts, materials.tools());
}

Result<Page> brief_of_states(const Record& record, const std::vector<std::string>& states,
                             const LedgerMaterials& materials, int threads) {
  EntryFilter filter;
  filter.state = states.front();
  const Result<std::vector<Document>> documents =
      read_accounts(record, materials.reader, filter, threads);
  if (!documents) return std::unexpected(documents.error());
  return brief_of_relationship(*documents, states, materials.tools());
}

}  // namespace verbale
