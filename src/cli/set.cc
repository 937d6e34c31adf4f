// verbale set: metadata that a person knows better. They outlive every reading again.
#include <fmt/format.h>

#include <algorithm>

#include "base/dates.h"
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

// A date that is none or a side that is no code would make what is counted from them wrong.
std::string problem_of(const std::string& setting) {
  const size_t equals = setting.find('=');
  const std::string key = setting.substr(0, equals);
  const std::string value = setting.substr(equals + 1);
  if (value.empty()) return {};
  if (key == "date" && iso_date(value).empty()) return "is no date";
  const bool code = value.size() == 3 && std::ranges::all_of(value, [](char c) { return c >= 'A' && c <= 'Z'; });
  return key == "side" && !code ? "is no code of a state" : "";
}

}  // namespace

int run_set(const SetOptions& options) {
  for (const std::string& setting : options.settings) {
    const size_t equals = setting.find('=');
    GivenMetadata given;
    if (equals == std::string::npos || given_field(given, setting.substr(0, equals)) == nullptr) {
      return refuse_usage({setting, "is no setting",
                           "KEY=VALUE with a KEY of title date outlet url language side; an empty "
                           "VALUE takes a setting back"});
    }
  }
  for (const std::string& setting : options.settings) {
    if (const std::string problem = problem_of(setting); !problem.empty()) {
      return refuse_usage({setting, problem, "dates are YYYY-MM-DD, sides ISO 3166 codes of three letters (VNM)"});
    }
  }
  const Result<Reader> reader = load_reader();
  if (!reader) return refused(reader.error());
  Result<Store> store = open_store(options.store);
  if (!store) return refused(store.error());
  const Result<StoredDocument> document = store->find_document(options.document);
  if (!document) return refused(document.error());
  const MeetingReporter reporter(*reader->knowledge);
  if (Result<void> begun = store->begin(); !begun) return refused(begun.error());
  for (const std::string& setting : options.settings) {
    const size_t equals = setting.find('=');
    const Result<void> set =
        store->set(*document, setting.substr(0, equals), setting.substr(equals + 1));
    if (!set) return refused(set.error());
  }
  if (Result<void> read = read_again(*store, *reader, reporter, *document); !read) return refused(read.error());
  if (Result<void> settled = settle_record(*store, *reader, reporter); !settled) return refused(settled.error());
  if (Result<void> committed = store->commit(); !committed) return refused(committed.error());
  print(fmt::format("{} set and read again\n", document->name));
  return kDone;
}

}  // namespace verbale
