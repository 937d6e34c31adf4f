// Documents that were read, put together: what the commands that take files use. The store keeps
// the same of its own.
#pragma once

#include <span>
#include <vector>

#include "visits/visits.h"

namespace verbale {

struct JoinedDocuments {
  std::vector<MeetingReport> reports;  // by document, as given
  std::vector<int32_t> documents;      // of each report, the index of its document
  Joined joined;                       // members are indices into `reports`
};

// All meetings and visits that the documents tell of. The result does not depend on their order; a
// text that several of them print is one account.
JoinedDocuments join_documents(std::span<const Document* const> documents,
                               const MeetingReporter& reporter);
JoinedDocuments join_documents(std::span<const Document> documents, const MeetingReporter& reporter);

}  // namespace verbale
