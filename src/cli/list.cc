// verbale statements, commitments, meetings, ...: lists from the record.
#include <fmt/format.h>

#include <map>

#include "answers/rows.h"
#include "base/json_value.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/left_out.h"
#include "cli/output.h"
#include "cli/store_path.h"
#include "cli/table.h"

namespace verbale {
namespace {

using Names = std::map<std::string, std::string>;

// Persons by their names; states and organisations by their short ids.
std::string joined(const JsonValue& list, const Names& names) {
  std::string out;
  for (const JsonValue& item : list.items) {
    const Names::const_iterator name = names.find(item.text);
    const bool person = item.text.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
    out += (out.empty() ? "" : ", ") + (person && name != names.end() ? name->second : item.text);
  }
  return out;
}

std::string words_of(const JsonValue& spans) {
  std::string out;
  for (const JsonValue& span : spans.items) {
    out += (out.empty() ? "" : " … ") + span.at("text").string();
  }
  return out;
}

// "proposed: the two sides ...", or the content alone where there is no cue.
std::string said(const JsonValue& statement) {
  const std::string& cue = statement.at("cue").at("text").text;
  return (cue.empty() ? "" : cue + ": ") + words_of(statement.at("content"));
}

std::vector<TableColumn> columns_of_layer(Layer layer) {
  const TableColumn date{"date"};
  const TableColumn document{"document", Style::Dim, true};
  const TableColumn id{"id", Style::Id};
  const auto words = [](const char* title) { return TableColumn{title, Style::Plain, true}; };
  switch (layer) {
    case Layer::Statement:
      return {date, words("speaker"), {"act"}, words("said"), document, id};
    case Layer::Commitment:
      return {date, {"kind"}, words("by"), words("of"), words("undertaking"), words("when"), document, id};
    case Layer::Meeting: return {};  // cli/meetings.cc
    case Layer::Instrument:
      return {date, {"kind"}, {"count", Style::Plain, false, true}, words("parties"), words("words"), document, id};
    case Layer::Framework: return {date, {"kind"}, words("name"), words("words"), document, id};
    case Layer::Actor: return {{"actor", Style::Bold, true}, {"kind"}, words("name"), words("roles"), document, id};
    case Layer::Topic: return {date, words("by"), words("words"), document, id};
    case Layer::Quantity: return {date, {"kind"}, {"value"}, words("words"), document, id};
  }
  return {};
}

std::string roles_of(const JsonValue& actor) {
  std::string out;
  for (const JsonValue& role : actor.at("roles").items) {
    out += (out.empty() ? "" : "; ") + role.at("title").string();
  }
  return out;
}

std::vector<std::string> cells_of(const ListedEntry& entry, const Names& names) {
  const JsonValue body = JsonValue::parse(entry.body).value_or(JsonValue());
  const auto text = [&](const char* key) { return body.at(key).at("text").string(); };
  const std::string date = entry.date.empty() ? "?" : entry.date;
  const std::string& kind = body.at("kind").string();
  switch (entry.layer) {
    case Layer::Statement:
      return {date, joined(body.at("speaker"), names), body.at("act").string(), said(body),
              entry.document, entry.id};
    case Layer::Commitment:
      return {date, kind, joined(body.at("by"), names), joined(body.at("of"), names), text("text"), text("when"),
              entry.document, entry.id};
    case Layer::Meeting: return {};
    case Layer::Instrument:
      return {date, kind,
              body.at("count").is_null() ? "" : fmt::format("{}", body.at("count").integer),
              joined(body.at("parties"), names), text("text"), entry.document, entry.id};
    case Layer::Framework:
      return {date, kind, body.at("name").string(), text("text"), entry.document, entry.id};
    case Layer::Actor:
      return {body.at("id").string(), kind, body.at("name").string(), roles_of(body), entry.document,
              entry.id};
    case Layer::Topic:
      return {date, joined(body.at("by"), names), text("text"), entry.document, entry.id};
    case Layer::Quantity:
      return {date, kind, body.at("value").string(), text("text"), entry.document, entry.id};
  }
  return {};
}

}  // namespace

int run_list(const ListOptions& options) {
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) {
    print_error(record.error());
    return kRefused;
  }
  Table table(columns_of_layer(options.layer));
  Names names;
  int64_t named_text = -1;
  bool first = true;
  if (options.json) print("[");
  const Result<void> done =
      record->each_entry(options.layer, options.filter, [&](const ListedEntry& entry) {
        if (options.json) {
          print(first ? "\n" : ",\n");
          print(entry_row(entry));
        } else {
          if (entry.text != named_text) names = record->actor_names(entry.text).value_or(Names());
          named_text = entry.text;
          table.add(cells_of(entry, names));
        }
        first = false;
      });
  if (!done) {
    print_error(done.error());
    return kRefused;
  }
  print(options.json ? "\n]\n" : layout_for_output(table));
  if (!options.json) note_left_out(*record, options.filter, first);
  return kDone;
}

}  // namespace verbale
