#include "eval/eval.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

#include "base/file.h"
#include "base/json_writer.h"
#include "base/utf8.h"
#include "eval/spans.h"

namespace verbale {
namespace {

namespace fs = std::filesystem;

// ---- Counting

struct Number {
  std::string name;
  double value = 0;
  bool whole_number = false;
  bool none = false;
};
using Numbers = std::vector<Number>;

struct Tally {
  size_t system = 0;
  size_t gold = 0;
  size_t pairs = 0;
  size_t whole = 0;
  struct Column {
    std::string_view name;
    size_t right = 0;
    size_t of = 0;
  };
  std::vector<Column> columns;  // in the order in which they were first asked

  void count(const ColumnTest& test) {
    for (Column& column : columns) {
      if (column.name != test.column) continue;
      column.right += test.right;
      ++column.of;
      return;
    }
    columns.push_back({test.column, test.right, 1});
  }

  static Number share(std::string name, double part, double of) {
    if (of == 0) return {std::move(name), 0, false, true};
    return {std::move(name), part / of};
  }

  Numbers numbers() const {
    const double both = static_cast<double>(system + gold);
    Numbers out = {{"system", static_cast<double>(system), true},
                   {"gold", static_cast<double>(gold), true},
                   share("p", static_cast<double>(pairs), static_cast<double>(system)),
                   share("r", static_cast<double>(pairs), static_cast<double>(gold)),
                   share("f1", 2 * static_cast<double>(pairs), both),
                   share("whole", 2 * static_cast<double>(whole), both)};
    for (const Column& column : columns) {
      out.push_back(share(std::string(column.name), static_cast<double>(column.right),
                          static_cast<double>(column.of)));
    }
    return out;
  }
};

// ---- What a miss looks like

// Calls visit(where, string) for each copied string, `where` like ".content[0]".
void each_copied(const JsonValue& value, const std::string& where,
                 const std::function<void(const std::string&, const JsonValue&)>& visit) {
  if (value.is_object() && value.has("start") && value.has("end")) {
    visit(where, value);
    return;
  }
  for (const auto& [key, member] : value.members) each_copied(member, where + "." + key, visit);
  for (size_t n = 0; n < value.items.size(); ++n) {
    each_copied(value.items[n], fmt::format("{}[{}]", where, n), visit);
  }
}

std::string_view first_code_points(std::string_view text, uint32_t count) {
  return text.substr(0, CodePointIndex(text).to_bytes(count));
}

// The entry in short: its strings, cut, and the values that are scored.
std::string shown(const JsonValue& entry) {
  static const std::set<std::string_view> kKeys = {"speaker", "act", "kind", "by", "of", "date",
                                                   "place", "name", "value", "count", "id"};
  std::vector<std::pair<std::string, std::string>> strings;
  each_copied(entry, "", [&](const std::string& where, const JsonValue& copied) {
    std::string name = where;
    std::erase_if(name, [](char c) { return (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && c != '_'; });
    const bool there = std::ranges::any_of(strings, [&](const auto& one) { return one.first == name; });
    if (!there) strings.emplace_back(name, first_code_points(copied.at("text").text, 60));
  });
  JsonWriter json;
  json.begin_object();
  for (const auto& [name, text] : strings) json.key(name).value(text);
  for (const auto& [key, value] : entry.members) {
    if (kKeys.contains(key)) value.write(json.key(key));
  }
  return json.end_object().take();
}

void add_to_tally(const ScoredDocument& document, std::string_view layer, Tally& tally,
                  std::vector<std::string>& misses) {
  const LayerPairs found = document.pairs(layer);
  tally.system += found.system.size() - document.ignored(layer, found);
  tally.gold += found.gold.size();
  tally.pairs += found.pairs.size();
  std::set<size_t> system_paired, gold_paired;
  for (const auto& [i, j] : found.pairs) {
    system_paired.insert(i);
    gold_paired.insert(j);
    std::string wrong;
    for (const ColumnTest& test : document.tests(layer, found.system[i], found.gold[j])) {
      tally.count(test);
      if (test.right || test.column.starts_with('(')) continue;
      wrong += fmt::format("{}{}", wrong.empty() ? "" : ", ", test.column);
    }
    tally.whole += wrong.empty();
    if (wrong.empty()) continue;
    misses.push_back(fmt::format("{}: wrong {}: {} | gold {}", layer, wrong, shown(found.system[i]),
                                 shown(found.gold[j])));
  }
  for (size_t j = 0; j < found.gold.size(); ++j) {
    if (!gold_paired.contains(j)) misses.push_back(fmt::format("{}: missed {}", layer, shown(found.gold[j])));
  }
  for (size_t i = 0; i < found.system.size(); ++i) {
    if (system_paired.contains(i)) continue;
    misses.push_back(fmt::format("{}: not in the gold {}", layer, shown(found.system[i])));
  }
}

// ---- The whole

// B3 of one document's mentions that both name; sums for the whole.
struct BCubed {
  double p = 0;
  double r = 0;
  size_t system = 0;
  size_t gold = 0;

  void add(const ScoredDocument& document) {
    const LayerPairs found = document.pairs("mentions");
    system += found.system.size();
    gold += found.gold.size();
    const auto id = [](const JsonValue& mention) -> const std::string& { return mention.at("id").text; };
    for (const auto& [i, j] : found.pairs) {
      double both = 0, in_system = 0, in_gold = 0;
      for (const auto& [a, b] : found.pairs) {
        both += id(found.system[a]) == id(found.system[i]) && id(found.gold[b]) == id(found.gold[j]);
      }
      for (const JsonValue& mention : found.system) in_system += id(mention) == id(found.system[i]);
      for (const JsonValue& mention : found.gold) in_gold += id(mention) == id(found.gold[j]);
      p += both / in_system;
      r += both / in_gold;
    }
  }

  double value() const {
    const double precision = p / static_cast<double>(system > 0 ? system : 1);
    const double recall = r / static_cast<double>(gold > 0 ? gold : 1);
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0.0;
  }
};

std::string real_number(double value) {
  std::string text = fmt::format("{}", value);
  if (text.find_first_of(".en") == std::string::npos) text += ".0";
  return text;
}

std::optional<std::string> find_text(const std::string& name, const std::vector<std::string>& folders) {
  for (const std::string& folder : folders) {
    std::vector<std::string> found;
    std::error_code error;
    for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator(); at.increment(error)) {
      const std::string file = at->path().filename().string();
      if (file.starts_with(name) && file.ends_with(".txt")) found.push_back(at->path().string());
    }
    if (!found.empty()) return *std::min_element(found.begin(), found.end());
  }
  return std::nullopt;
}

}  // namespace

Result<std::vector<GoldDocument>> find_gold(const std::string& gold_dir,
                                            const std::vector<std::string>& text_dirs) {
  constexpr std::string_view kEnding = ".gold.json";
  std::vector<GoldDocument> documents;
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator at(gold_dir, error); !error && at != fs::directory_iterator(); at.increment(error)) {
    if (at->path().filename().string().ends_with(kEnding)) files.push_back(at->path());
  }
  if (error) return fail(gold_dir, "cannot be listed: " + error.message(), "name the folder of the gold records");
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    const std::string name = file.filename().string();
    GoldDocument document;
    document.name = name.substr(0, name.size() - kEnding.size());
    const Result<std::string> json = read_file(file.string());
    if (!json) return std::unexpected(json.error());
    std::optional<JsonValue> gold = JsonValue::parse(*json);
    if (!gold || !gold->is_object()) return fail(file.string(), "is no gold record", "");
    document.gold = std::move(*gold);
    const std::optional<std::string> text = find_text(document.name, text_dirs);
    if (!text) return fail(file.string(), fmt::format("there is no {}*.txt in the folders of texts", document.name), "name the folder that holds it");
    document.text_path = *text;
    documents.push_back(std::move(document));
  }
  if (documents.empty()) return fail(gold_dir, "holds no NAME.gold.json", "name the folder of the gold records");
  return documents;
}

void Evaluation::add(const GoldDocument& gold, std::string_view record, std::string_view text) {
  JsonValue system = JsonValue::parse(record).value_or(JsonValue());
  const CodePointIndex index(text);
  bool right = system.is_object();
  each_copied(system, "", [&](const std::string& where, const JsonValue& copied) {
    const int64_t start = copied.at("start").integer, end = copied.at("end").integer;
    const bool possible = start >= 0 && start < end && end <= index.code_points();
    const size_t begin = possible ? index.to_bytes(static_cast<uint32_t>(start)) : 0;
    const size_t past = possible ? index.to_bytes(static_cast<uint32_t>(end)) : 0;
    if (possible && text.substr(begin, past - begin) == copied.at("text").text) return;
    right = false;
    errors_.push_back(fmt::format("{}{}: '{}' is not at {}..{}", gold.name, where,
                                  first_code_points(copied.at("text").text, 60), start, end));
  });
  if (!right) system = JsonValue();  // a record with a wrong string counts for nothing
  documents_.push_back({gold.name, ScoredDocument(std::move(system), gold.gold)});
}

namespace {

// All layers with their numbers, in the order in which they are printed.
std::vector<std::pair<std::string, Numbers>> all_numbers(
    const std::vector<const ScoredDocument*>& documents) {
  std::vector<std::pair<std::string, Numbers>> result;
  std::vector<std::string> misses;
  for (const std::string_view layer : kScoredLayers) {
    Tally tally;
    for (const ScoredDocument* document : documents) add_to_tally(*document, layer, tally, misses);
    result.emplace_back(layer, tally.numbers());
  }
  Tally fields;
  BCubed b_cubed;
  for (const ScoredDocument* document : documents) {
    for (const ColumnTest& field : document->fields()) fields.count(field);
    b_cubed.add(*document);
  }
  Numbers right;
  for (const Tally::Column& field : fields.columns) {
    right.push_back({std::string(field.name), static_cast<double>(field.right) / static_cast<double>(field.of)});
  }
  result.emplace_back("document", std::move(right));
  result.emplace_back("coreference", Numbers{{"b3", b_cubed.value()}});
  return result;
}

template <class Documents>
std::vector<const ScoredDocument*> pointers(const Documents& documents) {
  std::vector<const ScoredDocument*> all;
  for (const auto& scored : documents) all.push_back(&scored.document);
  return all;
}

}  // namespace

std::string Evaluation::table() const {
  std::string out;
  for (const auto& [layer, numbers] : all_numbers(pointers(documents_))) {
    std::string cells;
    for (const Number& number : numbers) {
      if (number.none) continue;
      if (!cells.empty()) cells += "  ";
      cells += number.whole_number ? fmt::format("{} {:.0f}", number.name, number.value)
                                   : fmt::format("{} {:.3f}", number.name, number.value);
    }
    out += fmt::format("{:13} {}\n", layer, cells);
  }
  return out;
}

std::string Evaluation::json() const {
  std::string out = "{\n";
  for (const auto& [layer, numbers] : all_numbers(pointers(documents_))) {
    out += fmt::format(" \"{}\": {{\n", layer);
    for (size_t i = 0; i < numbers.size(); ++i) {
      const Number& number = numbers[i];
      out += fmt::format("  \"{}\": {}{}\n", number.name,
                         number.none           ? "null"
                         : number.whole_number ? fmt::format("{:.0f}", number.value)
                                               : real_number(number.value),
                         i + 1 < numbers.size() ? "," : "");
    }
    out += " },\n";
  }
  out += " \"errors\": [";
  for (size_t i = 0; i < errors_.size(); ++i) {
    out += i == 0 ? "\n  " : ",\n  ";
    append_json_string(out, errors_[i]);
  }
  return out + (errors_.empty() ? "]\n}\n" : "\n ]\n}\n");
}

std::string Evaluation::per_document() const {
  std::string out;
  for (const Scored& scored : documents_) {
    out += scored.name;
    for (const char* layer : {"statements", "commitments", "mentions", "meetings", "frameworks"}) {
      Tally tally;
      std::vector<std::string> misses;
      add_to_tally(scored.document, layer, tally, misses);
      if (tally.gold == 0) continue;
      const Numbers numbers = tally.numbers();
      out += fmt::format(" {} {:.2f}/{:.2f}", layer, numbers[4].value, numbers[5].value);
    }
    out += '\n';
  }
  return out;
}

std::string Evaluation::misses() const {
  std::string out;
  for (const Scored& scored : documents_) {
    std::vector<std::string> misses;
    Tally tally;
    for (const std::string_view layer : kScoredLayers) add_to_tally(scored.document, layer, tally, misses);
    for (const std::string& miss : misses) out += fmt::format("{} {}\n", scored.name, miss);
    if (misses.empty()) out += "\n";  // as score.py: a document without misses is an empty line
  }
  return out;
}

}  // namespace verbale
