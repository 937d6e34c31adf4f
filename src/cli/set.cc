// verbale set: metadata that a person knows better. They outlive every reading again.
#include <fmt/format.h>

#include <utility>

#include "changes/settings.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/store_path.h"

namespace verbale {
namespace {

int refuse_usage(Error error) {
  print_error(error);
  return kUsage;
}

// KEY=VALUE; an empty KEY where there is no "=".
std::pair<std::string, std::string> parted(const std::string& setting) {
  const size_t equals = setting.find('=');
  if (equals == std::string::npos) return {"", setting};
  return {setting.substr(0, equals), setting.substr(equals + 1)};
}

}  // namespace

int run_set(const SetOptions& options) {
  Settings settings;
  for (const std::string& setting : options.settings) {
    settings.push_back(parted(setting));
    const auto& [key, value] = settings.back();
    if (Result<void> checked = check_setting(key, value); !checked) {
      checked.error().file = setting;
      return refuse_usage(checked.error());
    }
  }
  const Result<Reader> reader = load_reader();
  if (!reader) return refused(reader.error());
  Result<Store> store = open_store(options.store);
  if (!store) return refused(store.error());
  const Result<std::string> name = set_document(*store, *reader, options.document, settings);
  if (!name) return refused(name.error());
  print(fmt::format("{} set and read again\n", *name));
  return kDone;
}

}  // namespace verbale
