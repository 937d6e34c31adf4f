#include <fmt/format.h>

#include <map>

#include "base/file.h"
#include "source/loader.h"
#include "verify/places.h"
#include "verify/verify.h"

namespace verbale {
namespace {

// One object, or one on each line.
Result<std::vector<JsonValue>> parse_records(const std::string& json, const std::string& path) {
  std::vector<JsonValue> records;
  if (std::optional<JsonValue> whole = JsonValue::parse(json);
      whole && (whole->is_object() || whole->is_list())) {
    records.push_back(std::move(*whole));
    return records;
  }
  size_t line = 1;
  for (size_t at = 0; at < json.size(); ++line) {
    const size_t end = std::min(json.find('\n', at), json.size());
    const std::string_view row = std::string_view(json).substr(at, end - at);
    at = end + 1;
    if (row.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    std::optional<JsonValue> record = JsonValue::parse(row);
    if (!record || !record->is_object()) {
      return fail(path, fmt::format("no record, line {}", line), "give what `verbale read --json` wrote");
    }
    records.push_back(std::move(*record));
  }
  if (records.empty()) return fail(path, "holds no record", "give what `verbale read --json` wrote");
  return records;
}

CheckedRecord checked_record(JsonValue& json, const Document& document) {
  CheckedRecord record{document.source.name, document.text, json.at("document"), {}};
  for (size_t layer = 0; layer < kLayers; ++layer) {
    record.entries[layer] = json.at(layer_plural(static_cast<Layer>(layer))).items;
  }
  return record;
}

// Ids of a record that was just read follow from the places in it.
void check_ids(const CheckedRecord& record, const FindingSink& report) {
  const std::string text = text_id(record.text);
  if (record.head.at("text_id").text != text) {
    report({record.document, "", fmt::format("text_id is not {}", text)});
  }
  for (size_t i = 0; i < kLayers; ++i) {
    const Layer layer = static_cast<Layer>(i);
    std::map<int64_t, uint32_t> seen;
    for (const JsonValue& entry : record.entries[i]) {
      const int64_t anchor = anchor_of_json(layer, entry);
      const std::string id = claim_id(text, layer, static_cast<uint32_t>(anchor), seen[anchor]++);
      if (entry_id(layer, entry) != id) {
        report({record.document, entry_id(layer, entry),
                fmt::format("the id does not follow from text, kind and place: that is {}", id)});
      }
    }
  }
}

const Document* find_document(const std::vector<Document>& documents, const std::string& name) {
  if (documents.size() == 1) return &documents.front();
  for (const Document& document : documents) {
    if (document.source.name == name) return &document;
  }
  return nullptr;
}

Proved verify_records(std::vector<JsonValue>& records, const std::vector<Document>& documents,
                      const std::string& text_path, const FindingSink& report) {
  Proved proved;
  for (JsonValue& json_record : records) {
    const std::string& name = json_record.at("document").at("name").text;
    const Document* document = find_document(documents, name);
    if (document == nullptr) {
      report({name, "", fmt::format("there is no such document in {}", text_path)});
      continue;
    }
    const CheckedRecord record = checked_record(json_record, *document);
    if (record.head.at("sha256").text != document->source.sha256) {
      report({name, "", fmt::format("the bytes of {} are not those that were read: their SHA-256 is {}",
                                    text_path, document->source.sha256)});
    }
    check_ids(record, report);
    proved.strings += check_record(record, report);
    for (const std::vector<JsonValue>& entries : record.entries) proved.entries += entries.size();
    ++proved.documents;
  }
  return proved;
}

// What was worked out over several documents has no `document` of its own.
Proved verify_worked_out(const std::vector<JsonValue>& worked_out,
                         const std::vector<Document>& documents, const std::string& path,
                         const FindingSink& report) {
  DocumentTexts texts;
  for (const Document& document : documents) texts.emplace(document.source.name, document.text);
  Proved proved;
  proved.documents = documents.size();
  for (const JsonValue& json : worked_out)
    proved.strings += check_places(json, texts, path, report);
  return proved;
}

}  // namespace

Result<Proved> verify_files(const std::string& json_path, const std::vector<std::string>& text_paths,
                            const FindingSink& report) {
  const Result<std::string> json = read_file(json_path);
  if (!json) return std::unexpected(json.error());
  Result<std::vector<JsonValue>> values = parse_records(*json, json_path);
  if (!values) return std::unexpected(values.error());
  std::vector<Document> documents;
  for (const std::string& path : text_paths) {
    Result<Loaded> loaded = load_file(path);
    if (!loaded) return std::unexpected(loaded.error());
    for (Document& document : loaded->documents) documents.push_back(std::move(document));
  }
  const bool records = values->front().at("document").is_object();
  Proved proved = records ? verify_records(*values, documents, text_paths.front(), report)
                          : verify_worked_out(*values, documents, json_path, report);
  proved.sources = text_paths.size();
  return proved;
}

}  // namespace verbale
