#include "cli/chosen_documents.h"

#include <algorithm>
#include <set>

#include "cli/reread.h"
#include "cli/store_path.h"
#include "store/read_accounts.h"

namespace verbale {
namespace {

bool names_state(const Document& document, const std::string& state) {
  return document.publication.side.value == state ||
         std::ranges::any_of(document.actors, [&](const Actor& actor) {
           return actor.id == state || actor.state == state;
         });
}

bool is_let_through(const Document& document, const EntryFilter& filter) {
  const std::string& day = document.publication.day().value;
  if (!filter.side.empty() && document.publication.side.value != filter.side) return false;
  if (!filter.document.empty() && document.source.name != filter.document) return false;
  if (!filter.state.empty() && !names_state(document, filter.state)) return false;
  // "2024" as a last day is the end of 2024.
  if (!filter.from.empty() && (day.empty() || day < filter.from)) return false;
  return filter.to.empty() || (!day.empty() && day.substr(0, filter.to.size()) <= filter.to);
}

}  // namespace

Result<std::vector<Document>> chosen_documents(const DocumentChoice& choice, const Reader& reader,
                                               int& code) {
  std::vector<Document> documents;
  EntryFilter rest = choice.filter;
  if (choice.files.empty()) {
    const Result<Record> record = Record::open(store_path(choice.store));
    if (!record) return std::unexpected(record.error());
    rest.document.clear();  // the record knows ids too
    EntryFilter asked = choice.filter;
    asked.state.clear();
    asked.kind.clear();
    asked.limit = -1;
    Result<std::vector<Document>> read = read_accounts(*record, reader, asked, choice.threads);
    if (!read) return read;
    documents = std::move(*read);
  } else {
    documents = read_files(choice.files, reader, choice.threads,
                           [&](const Error& error) { code = refused(error); });
  }
  std::set<std::string> texts;
  std::vector<Document> chosen;
  for (Document& document : documents) {
    if (is_let_through(document, rest) && texts.insert(document.text).second)
      chosen.push_back(std::move(document));
  }
  return chosen;
}

}  // namespace verbale
