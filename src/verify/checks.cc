#include "verify/checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace verbale {
namespace {

constexpr size_t kShown = 60;  // bytes of a string in a finding

std::string shown(std::string_view text) {
  if (text.size() <= kShown) return std::string(text);
  size_t cut = kShown;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xc0) == 0x80) --cut;
  return std::string(text.substr(0, cut)) + "…";
}

class Checker {
 public:
  Checker(const CheckedRecord& record, const FindingSink& report)
      : record_(record), report_(report), index_(record.text) {}

  size_t run() {
    collect();
    check_strings("document", record_.head);
    for (size_t layer = 0; layer < kLayers; ++layer) {
      for (const JsonValue& entry : record_.entries[layer]) {
        entry_ = entry_id(static_cast<Layer>(layer), entry);
        check_strings(layer_name(static_cast<Layer>(layer)), entry);
      }
    }
    for (const JsonValue& entry : record_.of(Layer::Statement)) check_statement(entry);
    for (const JsonValue& entry : record_.of(Layer::Topic)) check_actors(Layer::Topic, entry, {"by"});
    for (const JsonValue& entry : record_.of(Layer::Commitment)) check_commitment(entry);
    for (const JsonValue& entry : record_.of(Layer::Meeting)) check_meeting(entry);
    for (const JsonValue& entry : record_.of(Layer::Instrument)) {
      check_actors(Layer::Instrument, entry, {"parties"});
    }
    return strings_;
  }

 private:
  void fail(std::string what) { report_({record_.document, entry_, std::move(what)}); }

  void collect() {
    for (const JsonValue& entry : record_.of(Layer::Statement)) statements_.insert(entry.at("id").text);
    for (const JsonValue& entry : record_.of(Layer::Actor)) actors_.insert(entry.at("id").text);
  }

  void check_strings(std::string_view where, const JsonValue& value) {
    if (value.has("start") && value.has("end")) {
      check_string(where, value);
      return;
    }
    for (const auto& [key, member] : value.members) {
      check_strings(fmt::format("{}.{}", where, key), member);
    }
    for (size_t i = 0; i < value.items.size(); ++i) {
      check_strings(fmt::format("{}[{}]", where, i), value.items[i]);
    }
  }

  void check_string(std::string_view where, const JsonValue& string) {
    ++strings_;
    const JsonValue& start = string.at("start");
    const JsonValue& end = string.at("end");
    const bool possible = start.is_integer() && end.is_integer() && start.integer >= 0 &&
                          start.integer < end.integer && end.integer <= index_.code_points();
    if (possible) {
      const size_t begin = index_.to_bytes(static_cast<uint32_t>(start.integer));
      const size_t past = index_.to_bytes(static_cast<uint32_t>(end.integer));
      if (record_.text.substr(begin, past - begin) == string.at("text").text) return;
    }
    fail(fmt::format("{}: \"{}\" is not at {}..{}", where, shown(string.at("text").text),
                     start.integer, end.integer));
  }

  void check_actors(Layer layer, const JsonValue& entry, std::initializer_list<const char*> keys) {
    entry_ = entry_id(layer, entry);
    for (const char* key : keys) {
      for (const JsonValue& actor : entry.at(key).items) check_actor(key, actor.text);
    }
  }

  void check_actor(std::string_view key, const std::string& actor) {
    if (!actors_.contains(actor)) {
      fail(fmt::format("{}: there is no actor `{}`", key, actor));
    }
  }

  void check_statement(const JsonValue& entry) {
    check_actors(Layer::Statement, entry, {"speaker", "to"});
    if (entry.at("content").items.empty()) fail("has no content");
    const std::string& parent = entry.at("parent_id").text;
    if (!parent.empty() && !statements_.contains(parent)) {
      fail(fmt::format("parent: there is no statement {}", parent));
    }
    check_index("parent", entry, entry.at("parent_id"));
  }

  void check_commitment(const JsonValue& entry) {
    check_actors(Layer::Commitment, entry, {"by", "of"});
    const std::string& id = entry.at("statement_id").text;
    const std::vector<JsonValue>& statements = record_.of(Layer::Statement);
    const std::vector<JsonValue>::const_iterator statement = std::ranges::find_if(
        statements, [&](const JsonValue& one) { return one.at("id").text == id; });
    if (statement == statements.end()) {
      fail(fmt::format("statement: there is no statement {}", id.empty() ? "without id" : id));
      return;
    }
    check_index("statement", entry, entry.at("statement_id"));
    if (holds(*statement, entry.at("text")) || holds_repeat(*statement, entry) || takes_up_another(entry)) return;
    fail(fmt::format("does not follow from statement {}: \"{}\" is no part of what it says", id,
                     shown(entry.at("text").at("text").text)));
  }

  static bool holds(const JsonValue& statement, const JsonValue& string) {
    return std::ranges::any_of(statement.at("content").items, [&](const JsonValue& content) {
      return overlap(content, string);
    });
  }

  // Of an undertaking told twice, in a headline or lead and later, the fuller wording is the entry's text wherever
  // it stands, and the statement's own is among its repeats.
  static bool holds_repeat(const JsonValue& statement, const JsonValue& entry) {
    return std::ranges::any_of(entry.at("also").items, [&](const JsonValue& repeat) { return holds(statement, repeat); });
  }

  // Who accepts an invitation binds himself in the words of the invitation: those of another commitment,
  // which its own statement holds.
  bool takes_up_another(const JsonValue& entry) const {
    return std::ranges::any_of(record_.of(Layer::Commitment), [&](const JsonValue& other) {
      if (other.at("text") != entry.at("text") || other.at("id") == entry.at("id")) return false;
      return std::ranges::any_of(record_.of(Layer::Statement), [&](const JsonValue& statement) {
        return statement.at("id") == other.at("statement_id") && holds(statement, other.at("text"));
      });
    });
  }

  // The index and the id beside it must mean the same statement.
  void check_index(const char* key, const JsonValue& entry, const JsonValue& id) {
    if (!entry.has(key)) return;
    const int64_t at = entry.at(key).integer;
    const std::vector<JsonValue>& statements = record_.of(Layer::Statement);
    if (at < 0 || at >= static_cast<int64_t>(statements.size())) {
      fail(fmt::format("{}: there is no statement number {}", key, at));
    } else if (statements[static_cast<size_t>(at)].at("id").text != id.text) {
      fail(fmt::format("{}: statement number {} is not {}", key, at, id.text));
    }
  }

  void check_meeting(const JsonValue& entry) {
    entry_ = entry_id(Layer::Meeting, entry);
    for (const JsonValue& participant : entry.at("participants").items) {
      check_actor("participants", participant.at("id").text);
    }
    if (!entry.at("host").text.empty()) check_actor("host", entry.at("host").text);
  }

  static bool overlap(const JsonValue& a, const JsonValue& b) {
    return a.at("start").integer < b.at("end").integer && b.at("start").integer < a.at("end").integer;
  }

  const CheckedRecord& record_;
  const FindingSink& report_;
  CodePointIndex index_;
  std::string entry_;
  std::set<std::string> statements_;
  std::set<std::string> actors_;
  size_t strings_ = 0;
};

}  // namespace

size_t check_record(const CheckedRecord& record, const FindingSink& report) {
  return Checker(record, report).run();
}

const std::string& entry_id(Layer layer, const JsonValue& entry) {
  return entry.at(layer == Layer::Actor ? "entry" : "id").text;
}

int64_t anchor_of_json(Layer layer, const JsonValue& entry) {
  const JsonValue* place = &entry.at("text");
  if (layer == Layer::Statement) {
    const std::vector<JsonValue>& content = entry.at("content").items;
    place = entry.at("cue").is_object() || content.empty() ? &entry.at("cue") : &content.front();
  } else if (layer == Layer::Actor) {
    const std::vector<JsonValue>& mentions = entry.at("mentions").items;
    if (mentions.empty()) return 0;
    place = &mentions.front();
  }
  return place->has("start") ? place->at("start").integer : -1;
}

}  // namespace verbale
