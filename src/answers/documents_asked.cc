#include "answers/documents_asked.h"

#include <algorithm>
#include <set>

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

Result<std::vector<Document>> documents_of_record(const Record& record, const EntryFilter& filter,
                                                  const Reader& reader, int threads) {
  EntryFilter asked = filter;
  asked.state.clear();
  asked.kind.clear();
  asked.limit = -1;
  asked.offset = 0;
  Result<std::vector<Document>> read = read_accounts(record, reader, asked, threads);
  if (!read) return read;
  EntryFilter rest = filter;
  rest.document.clear();  // the record knows ids too
  return let_through(std::move(*read), rest);
}

std::vector<Document> let_through(std::vector<Document> documents, const EntryFilter& filter) {
  std::set<std::string> texts;
  std::vector<Document> chosen;
  for (Document& document : documents) {
    if (is_let_through(document, filter) && texts.insert(document.text).second)
      chosen.push_back(std::move(document));
  }
  return chosen;
}

std::vector<const Document*> pointers_to(const std::vector<Document>& documents) {
  std::vector<const Document*> pointers;
  for (const Document& document : documents) pointers.push_back(&document);
  return pointers;
}

}  // namespace verbale
