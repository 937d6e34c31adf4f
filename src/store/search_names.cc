#include "store/search_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "record/ids.h"
#include "store/search_words.h"

namespace verbale {
namespace {

bool is_actor(FactField field) { return field >= FactField::State; }
bool has_names(FactField field) {
  return is_actor(field) || field == FactField::Outlet || field == FactField::Framework ||
         field == FactField::Place || field == FactField::Side;
}

// Under which field names are kept.
FactField name_field(FactField field) {
  return is_actor(field) || field == FactField::Side ? FactField::Speaker : field;
}

// The values whose names hold the words in a row. An actor's name that no entry bears any more is none.
std::vector<std::string> named(const Database& database, FactField field, std::string_view words, bool prefix) {
  SearchNode node;
  node.text = words;
  node.prefix = prefix;
  const WordPattern pattern(node);
  std::vector<std::string> values;
  if (pattern.empty()) return values;
  const std::string expression = pattern.expression();
  Query query = database.query(fmt::format(
      "SELECT DISTINCT n.value FROM fact_name_words w JOIN fact_names n ON n.row = w.rowid WHERE "
      "fact_name_words MATCH ?1 AND n.field = ?2 AND (n.field <> {} OR EXISTS (SELECT 1 FROM entries e WHERE "
      "e.layer = {} AND e.key = n.value AND e.label = n.label)) ORDER BY 1",
      static_cast<int>(FactField::Speaker), static_cast<int>(Layer::Actor)));
  query.bind(1, expression).bind(2, static_cast<int64_t>(name_field(field)));
  while (query.step()) values.emplace_back(query.text(0));
  return values;
}

}  // namespace

FactNames::FactNames(const Database& database)
    : database_(database),
      find_(database.query("SELECT row FROM facts WHERE field = ? AND value = ?")),
      insert_(database.query("INSERT INTO facts (field, value) VALUES (?, ?)")),
      insert_name_(database.query("INSERT OR IGNORE INTO fact_names (field, value, label) VALUES (?, ?, ?) RETURNING row")),
      insert_words_(database.query("INSERT INTO fact_name_words (rowid, words) VALUES (?, ?)")) {}

FactId FactNames::fact(FactField field, std::string_view value) {
  std::string key = fmt::format("{} {}", static_cast<int>(field), value);
  const auto known = facts_.find(key);
  if (known != facts_.end()) return known->second;
  find_.bind(1, static_cast<int64_t>(field)).bind(2, value);
  int64_t row = find_.step() ? find_.number(0) : 0;
  find_.reset();
  if (row == 0) {
    insert_.bind(1, static_cast<int64_t>(field)).bind(2, value).run();
    row = database_.last_row();
  }
  return facts_[std::move(key)] = fact_id(row, field);
}

void FactNames::name(FactField field, std::string_view value, std::string_view label) {
  if (value.empty() || label.empty()) return;
  const FactField kept = name_field(field);
  if (!names_.emplace(fmt::format("{} {}\n{}", static_cast<int>(kept), value, label), true).second) return;
  insert_name_.bind(1, static_cast<int64_t>(kept)).bind(2, value).bind(3, label);
  const int64_t row = insert_name_.step() ? insert_name_.number(0) : 0;
  insert_name_.reset();
  if (row == 0) return;
  const std::string words = indexed_words(label);
  insert_words_.bind(1, row).bind(2, words).run();
}

std::vector<FactId> find_facts(const Database& database, const FactValue& asked) {
  const FactField field = asked.field;
  std::vector<std::string> values(asked.others.begin(), asked.others.end());
  if (has_names(field)) {
    std::ranges::move(named(database, field, asked.text, asked.prefix), std::back_inserter(values));
    // A place has no id: its other names are looked for as it is.
    for (const std::string& other : asked.others) {
      if (field == FactField::Place) std::ranges::move(named(database, field, other, false), std::back_inserter(values));
    }
  }
  const bool code = field == FactField::Side || field == FactField::State;
  std::string own = is_actor(field) || code ? std::string(asked.text) : to_lower(asked.text);
  if (code) std::ranges::transform(own, own.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  values.push_back(std::move(own));
  std::vector<FactId> facts;
  Query query = database.query("SELECT row FROM facts WHERE field = ?1 AND (value = ?2 OR (?3 AND value > ?2 AND value < ?2 || '~'))");
  for (const std::string& one : values) {
    const bool begins = asked.prefix && &one == &values.back();
    query.bind(1, static_cast<int64_t>(field)).bind(2, one).bind(3, int64_t{begins});
    while (query.step()) facts.push_back(fact_id(query.number(0), field));
  }
  std::ranges::sort(facts);
  const auto same = std::ranges::unique(facts);
  facts.erase(same.begin(), same.end());
  return facts;
}

FactLabel fact_label(const Database& database, FactId fact) {
  FactLabel label;
  Query value = database.query("SELECT value FROM facts WHERE row = ?");
  value.bind(1, row_of(fact)).step();
  label.value = value.text(0);
  if (!is_actor(field_of(fact))) return label;
  Query name = database.query(fmt::format(
      "SELECT (SELECT e.body ->> '$.name' FROM entries e WHERE e.layer = {} AND e.key = n.value AND e.label = n.label "
      "LIMIT 1) AS name FROM fact_names n WHERE n.field = {} AND n.value = ? AND name IS NOT NULL "
      "ORDER BY length(n.label) DESC, n.label LIMIT 1",
      static_cast<int>(Layer::Actor), static_cast<int>(FactField::Speaker)));
  name.bind(1, label.value);
  if (name.step()) label.name = name.text(0);
  return label;
}

}  // namespace verbale
