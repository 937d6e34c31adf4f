#include "review/import.h"

#include <fmt/format.h>

#include <optional>

#include "base/file.h"
#include "base/json_value.h"
#include "base/utf8.h"
#include "paper/archive.h"
#include "record/decision_json.h"
#include "review/webanno_import.h"
#include "review/wishes.h"
#include "store/decision_rows.h"
#include "store/guarded.h"

namespace verbale {
namespace {

constexpr size_t kMostUnpacked = size_t{1} << 30;

class DecisionImporter {
 public:
  DecisionImporter(const Record& record, const std::string& path) : record_(record), path_(path) {}

  void take_json(const std::optional<JsonValue>& json, const std::string& where) {
    if (!json || !json->is_object()) {
      imported_.refused.push_back(
          {path_, where + ": is no JSON object",
           "one decision a line, as `verbale decisions --json` writes them"});
      return;
    }
    Result<Decision> decision = decision_from_json(*json);
    Result<void> good =
        decision ? check(*decision) : Result<void>(std::unexpected(decision.error()));
    if (!good) {
      const Error& error = good.error();
      imported_.refused.push_back(
          {path_, fmt::format("{}: {} {}", where, error.file, error.what), error.remedy});
      return;
    }
    const Result<bool> known = is_known(*decision);
    if (known && *known) {
      ++imported_.known;
    } else {
      imported_.decisions.push_back(std::move(*decision));
    }
  }

  void take_lines(std::string_view bytes) {
    for (size_t line = 1; !bytes.empty(); ++line) {
      const size_t end = std::min(bytes.find('\n'), bytes.size());
      const std::string_view one = bytes.substr(0, end);
      bytes.remove_prefix(std::min(end + 1, bytes.size()));
      if (one.find_first_not_of(" \t\r") != std::string_view::npos)
        take_json(JsonValue::parse(one), fmt::format("line {}", line));
    }
  }

  void take_list(const JsonValue& list) {
    for (size_t i = 0; i < list.items.size(); ++i)
      take_json(list.items[i], fmt::format("decision {}", i + 1));
  }

  ImportedDecisions take() { return std::move(imported_); }

 private:
  // What it says must be possible; its words must stand where it says, if the text is here. If not,
  // it waits for the text.
  Result<void> check(const Decision& decision) const {
    const Result<std::optional<std::string>> text = find_text(decision.text);
    if (!text) return std::unexpected(text.error());
    const uint32_t code_points =
        text->has_value() ? CodePointIndex(**text).code_points() : UINT32_MAX;
    if (Result<void> checked = check_said(decision, code_points); !checked) return checked;
    if (!text->has_value()) return {};
    const CodePointIndex index(**text);
    const uint32_t begin = index.to_bytes(decision.place.start);
    const uint32_t end = index.to_bytes(decision.place.end);
    if (end > begin && (*text)->compare(begin, end - begin, decision.words) == 0) return {};
    return fail(decision.id, "the words are not at their place in the text",
                "import it into the record it was made in");
  }

  static Result<void> check_said(const Decision& decision, uint32_t code_points) {
    if (Result<void> checked = check_reviewer(decision.reviewer, decision.comment); !checked)
      return checked;
    const ClaimId& claim = decision.claim;
    const bool fits = CodePointIndex(decision.words).code_points() == decision.place.size() &&
                      !decision.place.empty();
    const bool follows = claim.id.empty() || claim.id == claim_id(decision.text, decision.layer,
                                                                  claim.anchor, claim.nth);
    if (!fits || !follows) {
      return fail(decision.id, "names a place or an entry that cannot be",
                  "import what `verbale decisions --json` has written");
    }
    if (Result<void> checked = check_correction(decision.layer, decision.change, code_points);
        !checked || decision.body.empty()) {
      return checked;
    }
    const JsonValue body = JsonValue::parse(decision.body).value_or(JsonValue());
    return check_correction(decision.layer, correction_from_body(decision.layer, body), code_points);
  }

  Result<std::optional<std::string>> find_text(const std::string& id) const {
    return guarded<std::optional<std::string>>([&]() -> std::optional<std::string> {
      Query text = record_.database().query("SELECT content FROM texts WHERE id = ?");
      if (!text.bind(1, id).step()) return std::nullopt;
      return std::string(text.text(0));
    });
  }

  Result<bool> is_known(const Decision& decision) const {
    return guarded<bool>([&] {
      DecisionFilter same;
      same.id = decision.id;
      const std::vector<Decision> found = load_decisions(record_.database(), same);
      return !found.empty() && (decision.stands() || !found.front().stands());
    });
  }

  const Record& record_;
  const std::string& path_;
  ImportedDecisions imported_;
};

void append(ImportedDecisions& all, ImportedDecisions more) {
  std::ranges::move(more.decisions, std::back_inserter(all.decisions));
  std::ranges::move(more.refused, std::back_inserter(all.refused));
  all.known += more.known;
}

}  // namespace

Result<ImportedDecisions> import_decisions(const Record& record, const Knowledge& knowledge,
                                           const std::string& path, const ImportAs& as) {
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return std::unexpected(bytes.error());
  const bool zip = bytes->starts_with("PK");
  if ((zip || bytes->starts_with("#FORMAT=WebAnno")) && as.reviewer.empty()) {
    return fail(path, "does not say whose decisions it holds", "say it with --reviewer NAME");
  }
  if (bytes->starts_with("#FORMAT=WebAnno"))
    return import_webanno(record, knowledge, *bytes, path, as);
  if (zip) {
    Result<std::vector<ArchivedFile>> files = unpack_zip(*bytes, kMostUnpacked);
    if (!files) return fail(path, files.error().what, files.error().remedy);
    ImportedDecisions all;
    for (const ArchivedFile& file : *files) {
      if (!file.name.ends_with(".tsv")) continue;
      Result<ImportedDecisions> one =
          import_webanno(record, knowledge, file.bytes, path + "/" + file.name, as);
      if (one)
        append(all, std::move(*one));
      else
        all.refused.push_back(one.error());
    }
    return all;
  }
  DecisionImporter importer(record, path);
  const size_t first = bytes->find_first_not_of(" \t\r\n");
  if (first != std::string::npos && (*bytes)[first] == '[') {
    const std::optional<JsonValue> list = JsonValue::parse(*bytes);
    if (!list)
      return fail(path, "is no JSON",
                  "give what `verbale decisions --json` has written, or WebAnno TSV 3");
    importer.take_list(*list);
  } else {
    importer.take_lines(*bytes);
  }
  return importer.take();
}

}  // namespace verbale
