#include "visits/documents.h"

#include "base/utf8.h"

namespace verbale {

JoinedDocuments join_documents(std::span<const Document* const> documents,
                               const MeetingReporter& reporter) {
  JoinedDocuments result;
  for (size_t i = 0; i < documents.size(); ++i) {
    const CodePointIndex index(documents[i]->text);
    const RecordIds ids = make_ids(*documents[i], index);
    for (MeetingReport& report : reporter.reports(*documents[i], ids, index)) {
      result.reports.push_back(std::move(report));
      result.documents.push_back(static_cast<int32_t>(i));
    }
  }
  result.joined = join_reports(result.reports);
  return result;
}

JoinedDocuments join_documents(std::span<const Document> documents, const MeetingReporter& reporter) {
  std::vector<const Document*> pointers;
  for (const Document& document : documents) pointers.push_back(&document);
  return join_documents(pointers, reporter);
}

}  // namespace verbale
