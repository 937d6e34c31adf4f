// verbale remove: takes documents out of the record.
#include <fmt/format.h>

#include "changes/settings.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/store_path.h"

namespace verbale {
int run_remove(const RemoveOptions& options) {
  const Result<Reader> reader = load_reader();
  if (!reader) return refused(reader.error());
  Result<Store> store = open_store(options.store);
  if (!store) return refused(store.error());
  int code = kDone;
  for (const std::string& document : options.documents) {
    const Result<std::string> name = remove_document(*store, *reader, document);
    if (name) {
      print(fmt::format("{} removed\n", *name));
    } else {
      code = refused(name.error());
    }
  }
  return code;
}

}  // namespace verbale
