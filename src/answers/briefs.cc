#include "answers/briefs.h"

#include <algorithm>

#include "answers/telling.h"
#include "brief/brief.h"
#include "store/read_accounts.h"

namespace verbale {

Result<Page> brief_of_meeting(const Record& record, const std::string& id,
                              const LedgerMaterials& materials, int threads) {
  const Result<TellingDocuments> told = documents_that_tell(record, id);
  if (!told) return std::unexpected(told.error());
  EntryFilter filter;
  filter.state = told->state;
  const Result<std::vector<Document>> documents =
      read_accounts(record, materials.reader, filter, threads);
  if (!documents) return std::unexpected(documents.error());
  std::vector<int32_t> accounts;
  for (size_t i = 0; i < documents->size(); ++i) {
    if (std::ranges::find(told->names, (*documents)[i].source.name) != told->names.end())
      accounts.push_back(static_cast<int32_t>(i));
  }
  if (accounts.empty()) {
    return fail(id, "none of its accounts names a state that took part",
                "`verbale show` tells who took part; a brief needs to know for whom");
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
