#include "changes/settings.h"

#include <algorithm>
#include <optional>

#include "base/dates.h"
#include "changes/one_go.h"
#include "changes/read_again.h"
#include "store/in_one_piece.h"

namespace verbale {

// A date that is none or a side that is no code would make what is counted from them wrong.
Result<void> check_setting(const std::string& key, const std::string& value) {
  GivenMetadata given;
  const std::string setting = key + "=" + value;
  if (given_field(given, key) == nullptr) {
    return fail(
        setting, "is no setting",
        "KEY=VALUE with a KEY of title date outlet url language side; an empty VALUE takes a "
        "setting back");
  }
  const std::string remedy = "dates are YYYY-MM-DD, sides ISO 3166 codes of three letters (VNM)";
  if (value.empty()) return {};
  if (key == "date" && iso_date(value).empty()) return fail(setting, "is no date", remedy);
  const bool code =
      value.size() == 3 && std::ranges::all_of(value, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (key == "side" && !code) return fail(setting, "is no code of a state", remedy);
  return {};
}

Result<std::string> set_document(Store& store, const Reader& reader, const std::string& name,
                                 const Settings& settings) {
  const Result<StoredDocument> document = store.find_document(name);
  if (!document) return std::unexpected(document.error());
  const MeetingReporter reporter(*reader.knowledge);
  const Result<void> done = in_one_piece(store, [&]() -> Result<void> {
    for (const auto& [key, value] : settings) {
      if (Result<void> set = store.set(*document, key, value); !set) return set;
    }
    if (Result<void> read = read_again(store, reader, reporter, *document); !read) return read;
    return settle_record(store, reader, reporter);
  });
  if (!done) return std::unexpected(done.error());
  return document->name;
}

Result<std::string> remove_document(Store& store, const Reader& reader, const std::string& name) {
  const Result<StoredDocument> document = store.find_document(name);
  if (!document) return std::unexpected(document.error());
  const MeetingReporter reporter(*reader.knowledge);
  const Result<void> done = in_one_piece(store, [&]() -> Result<void> {
    const Result<std::optional<StoredDocument>> next = store.remove(*document);
    if (!next) return std::unexpected(next.error());
    if (*next) {
      if (Result<void> read = read_again(store, reader, reporter, **next); !read) return read;
    }
    return settle_record(store, reader, reporter);
  });
  if (!done) return std::unexpected(done.error());
  return document->name;
}

}  // namespace verbale
