// verbale statements, commitments, meetings, ...: lists from the record.
#include <fmt/format.h>

#include "base/json_value.h"
#include "base/json_writer.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/store_path.h"
#include "cli/table.h"

namespace verbale {
namespace {

std::string joined(const JsonValue& list) {
  std::string out;
  for (const JsonValue& item : list.items) out += (out.empty() ? "" : ", ") + item.string();
  return out;
}

std::string words_of(const JsonValue& spans) {
  std::string out;
  for (const JsonValue& span : spans.items) {
    out += (out.empty() ? "" : " … ") + span.at("text").string();
  }
  return out;
}

std::string participants_of(const JsonValue& meeting) {
  std::string out;
  for (const JsonValue& one : meeting.at("participants").items) {
    out += (out.empty() ? "" : ", ") + one.at("name").string();
  }
  return out;
}

std::vector<TableColumn> columns_of_layer(Layer layer) {
  const TableColumn date{"date"};
  const TableColumn document{"document", Style::Dim, true};
  const TableColumn id{"id", Style::Id};
  const auto words = [](const char* title) { return TableColumn{title, Style::Plain, true}; };
  switch (layer) {
    case Layer::Statement:
      return {date, words("speaker"), {"act"}, words("cue"), words("content"), document, id};
    case Layer::Commitment:
      return {date, {"kind"}, words("by"), words("of"), words("undertaking"), words("when"), document, id};
    case Layer::Meeting:
      return {date, {"kind"}, words("place"), words("participants"), document, id};
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

std::vector<std::string> cells_of(const ListedEntry& entry) {
  const JsonValue body = JsonValue::parse(entry.body).value_or(JsonValue());
  const auto text = [&](const char* key) { return body.at(key).at("text").string(); };
  const std::string date = entry.date.empty() ? "?" : entry.date;
  const std::string& kind = body.at("kind").string();
  switch (entry.layer) {
    case Layer::Statement:
      return {date, joined(body.at("speaker")), body.at("act").string(), text("cue"),
              words_of(body.at("content")), entry.document, entry.id};
    case Layer::Commitment:
      return {date, kind, joined(body.at("by")), joined(body.at("of")), text("text"), text("when"),
              entry.document, entry.id};
    case Layer::Meeting:
      return {date, kind, body.at("place").string(), participants_of(body), entry.document, entry.id};
    case Layer::Instrument:
      return {date, kind,
              body.at("count").is_null() ? "" : fmt::format("{}", body.at("count").integer),
              joined(body.at("parties")), text("text"), entry.document, entry.id};
    case Layer::Framework:
      return {date, kind, body.at("name").string(), text("text"), entry.document, entry.id};
    case Layer::Actor:
      return {body.at("id").string(), kind, body.at("name").string(), roles_of(body), entry.document,
              entry.id};
    case Layer::Topic:
      return {date, joined(body.at("by")), text("text"), entry.document, entry.id};
    case Layer::Quantity:
      return {date, kind, body.at("value").string(), text("text"), entry.document, entry.id};
  }
  return {};
}

// The entry as `read --json` has it, with where it comes from in front.
std::string entry_json(const ListedEntry& entry) {
  JsonWriter json;
  const auto write = [&](const char* name, const std::string& value) {
    json.key(name);
    if (value.empty()) {
      json.null();
    } else {
      json.value(value);
    }
  };
  json.begin_object();
  write("document", entry.document);
  write("published", entry.date);
  write("side", entry.side);
  write("outlet", entry.outlet);
  std::string head = json.take();
  return head + ',' + entry.body.substr(1);
}

}  // namespace

int run_list(const ListOptions& options) {
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) {
    print_error(record.error());
    return kRefused;
  }
  Table table(columns_of_layer(options.layer));
  bool first = true;
  if (options.json) print("[");
  const Result<void> done =
      record->each_entry(options.layer, options.filter, [&](const ListedEntry& entry) {
        if (options.json) {
          print(first ? "\n" : ",\n");
          print(entry_json(entry));
        } else {
          table.add(cells_of(entry));
        }
        first = false;
      });
  if (!done) {
    print_error(done.error());
    return kRefused;
  }
  print(options.json ? "\n]\n" : table.layout(terminal_width()));
  return kDone;
}

}  // namespace verbale
