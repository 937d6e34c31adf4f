// verbale remove: takes documents out of the record.
#include <fmt/format.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/store_path.h"

namespace verbale {
namespace {

Result<void> remove_document(Store& store, const Reader& reader, const MeetingReporter& reporter,
                             const std::string& name) {
  const Result<StoredDocument> document = store.find_document(name);
  if (!document) return std::unexpected(document.error());
  if (Result<void> begun = store.begin(); !begun) return begun;
  const Result<std::optional<StoredDocument>> next = store.remove(*document);
  if (!next) return std::unexpected(next.error());
  if (*next) {
    if (Result<void> read = read_again(store, reader, reporter, **next); !read) return read;
  }
  if (Result<void> settled = settle_record(store, reader, reporter); !settled) return settled;
  if (Result<void> committed = store.commit(); !committed) return committed;
  print(fmt::format("{} removed\n", document->name));
  return {};
}

}  // namespace

int run_remove(const RemoveOptions& options) {
  const Result<Reader> reader = load_reader();
  if (!reader) return refused(reader.error());
  Result<Store> store = open_store(options.store);
  if (!store) return refused(store.error());
  const MeetingReporter reporter(*reader->knowledge);
  int code = kDone;
  for (const std::string& name : options.documents) {
    if (const Result<void> removed = remove_document(*store, *reader, reporter, name); !removed) {
      code = refused(removed.error());
    }
  }
  return code;
}

}  // namespace verbale
