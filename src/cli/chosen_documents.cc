#include "cli/chosen_documents.h"

#include "answers/documents_asked.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "store/read_accounts.h"

namespace verbale {

Result<std::vector<Document>> chosen_documents(const DocumentChoice& choice, const Reader& reader,
                                               int& code) {
  if (choice.files.empty()) {
    const Result<Record> record = Record::open(store_path(choice.store));
    if (!record) return std::unexpected(record.error());
    return documents_of_record(*record, choice.filter, reader, choice.threads);
  }
  return let_through(read_files(choice.files, reader, choice.threads,
                                [&](const Error& error) { code = refused(error); }),
                     choice.filter);
}

}  // namespace verbale
