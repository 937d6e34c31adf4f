// verbale serve: the page of the record, on this machine alone.
#include "serve/serve.h"

#include <fmt/format.h>

#include <filesystem>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/store_path.h"

namespace verbale {

// A record that is not there is made, one of an older format is brought up to date; one that may
// not be written is served to read.
int run_serve(const ServeOptions& options) {
  ServeWish wish;
  wish.store = store_path(options.store);
  wish.port = static_cast<uint16_t>(options.port);
  std::error_code unknown;  // a folder that may not be looked into
  const bool there = std::filesystem::exists(wish.store, unknown);
  {
    Result<std::string> version = program_version();
    if (!version) return refused(version.error());
    const Result<Store> store = Store::open(wish.store, *version);
    if (!store && !there) return refused(store.error());
    if (store) wish.reader_version = std::move(*version);
    if (!store) print_note(store.error().message() + "; the page can only read");
  }
  if (!there)
    print_note(wish.store +
               ": an empty record was made; add documents from the page or with `verbale add`");
  const Result<void> served = serve(wish, [&](const std::string& address) {
    print(fmt::format("Open {}\nWho has this address may write to {}. Stop with Ctrl-C.\n", address,
                      wish.store));
    finish_output();
  });
  return served ? kDone : refused(served.error());
}

}  // namespace verbale
