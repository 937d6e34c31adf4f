#include "store/search_index.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "store/reading.h"
#include "store/search_facts.h"
#include "store/search_names.h"
#include "store/search_rows.h"
#include "store/search_words.h"

namespace verbale {
namespace {

constexpr int64_t kBatch = 2000;  // texts

struct IndexRow {
  int64_t row = 0;
  Passage place;
  std::string facts;
  std::string words;
  bool sampled = false;
};

struct IndexedEntry {
  int64_t start = 0;
  int64_t end = 0;
  bool framework = false;  // else one that fields ask for
  FactId name = 0;         // of a framework
  EntryFacts facts;
};

// The rows of the index that follow from what the record holds of a text.
class RowMaker {
 public:
  explicit RowMaker(const Database& database)
      : names_(database),
        text_(database.query("SELECT t.id, t.content, p.published, p.side, p.outlet, p.dateline FROM texts t "
                             "JOIN publications p ON p.row = t.publication WHERE t.row = ?")),
        entries_(database.query("SELECT row, layer, start, \"end\", kind, act, key, label FROM entries WHERE text = ? "
                                "AND layer IN (0, 2, 3, 5, 7) ORDER BY layer, ordinal")),
        actors_(database.query("SELECT relation, actor, state FROM entry_actors WHERE entry = ?")) {}

  // None for a text that no publication speaks for.
  std::vector<IndexRow> make(int64_t text) {
    std::vector<IndexRow> rows;
    text_.bind(1, text);
    if (text_.step()) make_rows(text, rows);
    text_.reset();
    return rows;
  }

 private:
  void make_rows(int64_t text, std::vector<IndexRow>& rows) {
    const std::string id(text_.text(0));
    const std::string_view content = text_.text(1);
    const int64_t code = date_code(text_.text(2));
    common_.clear();
    add_fact(common_, FactField::Side, text_.text(3));
    add_named(common_, FactField::Outlet, text_.text(4));
    add_named(common_, FactField::Place, text_.text(5));
    const CodePointIndex index(content);
    read_entries(text, content, index);
    for (const Passage& passage : cut_passages(content, index)) {
      const int64_t ordinal = static_cast<int64_t>(rows.size());
      if (ordinal == kMostPassages) break;  // beyond hundreds of megabytes
      IndexRow& row = rows.emplace_back();
      row.row = pack({code, text, ordinal});
      row.place = passage;
      row.facts = encode_facts(facts_of(passage));
      row.words = content.substr(passage.span.begin, passage.span.size());
      row.sampled = is_sampled(id, ordinal);
    }
  }

  void add_fact(std::vector<FactId>& facts, FactField field, std::string_view value) {
    if (value.empty()) return;
    const FactId id = names_.fact(field, value);
    if (std::ranges::find(facts, id) == facts.end()) facts.push_back(id);
  }

  void add_named(std::vector<FactId>& facts, FactField field, std::string_view value) {
    if (value.empty()) return;
    add_fact(facts, field, value);
    names_.name(field, value, fold(value));
  }

  void read_entries(int64_t text, std::string_view content, const CodePointIndex& index) {
    listed_.clear();
    entries_.bind(1, text);
    while (entries_.step()) {
      const Layer layer = static_cast<Layer>(entries_.number(1));
      read_entry(layer);
      if (layer == Layer::Framework) name_as_written(content, index);
    }
  }

  // A framework has the names that documents call it by.
  void name_as_written(std::string_view content, const CodePointIndex& index) {
    const uint32_t begin = index.to_bytes(static_cast<uint32_t>(entries_.number(2)));
    const uint32_t end = index.to_bytes(static_cast<uint32_t>(entries_.number(3)));
    if (begin >= end || end > content.size()) return;
    names_.name(FactField::Framework, entries_.text(6), fold(content.substr(begin, end - begin)));
  }

  void read_entry(Layer layer) {
    if (layer == Layer::Actor) return names_.name(FactField::Speaker, entries_.text(6), entries_.text(7));
    if (layer == Layer::Meeting) add_named(common_, FactField::Place, entries_.text(7));
    IndexedEntry& entry = listed_.emplace_back();
    entry.start = entries_.number(2);
    entry.end = entries_.number(3);
    if (layer == Layer::Framework) {
      std::vector<FactId> name;
      add_named(name, FactField::Framework, entries_.text(6));
      entry.framework = true;
      if (!name.empty()) entry.name = name.front();
      return;
    }
    entry.facts.entry = entries_.number(0);
    entry.facts.listed = layer != Layer::Meeting;
    std::vector<FactId>& facts = entry.facts.facts;
    add_fact(facts, FactField::Act, entries_.text(5));
    add_fact(facts, FactField::Kind, entries_.text(4));
    actors_.bind(1, entry.facts.entry);
    while (actors_.step()) {
      const std::optional<FactField> relation = fact_field(actors_.text(0));
      if (relation) add_fact(facts, *relation, actors_.text(1));
      add_fact(facts, FactField::State, actors_.text(2));
    }
  }

  PassageFacts facts_of(const Passage& passage) const {
    PassageFacts facts;
    facts.facts = common_;
    for (const IndexedEntry& entry : listed_) {
      if (entry.start >= passage.end || entry.end <= passage.start) continue;
      if (!entry.framework) {
        facts.entries.push_back(entry.facts);
      } else if (std::ranges::find(facts.facts, entry.name) == facts.facts.end()) {
        facts.facts.push_back(entry.name);
      }
    }
    return facts;
  }

  FactNames names_;
  Query text_;
  Query entries_;
  Query actors_;
  std::vector<FactId> common_;
  std::vector<IndexedEntry> listed_;
};

// Rows that go and rows that come; both are written in the order of their keys, which is what FTS5 is quick with.
class RowWriter {
 public:
  explicit RowWriter(const Database& database)
      : database_(database),
        old_(database.query("SELECT row, start, \"end\", first_byte, last_byte, facts FROM passages WHERE text = ? ORDER BY row")),
        content_(database.query("SELECT id, content FROM texts WHERE row = ?")) {}

  void replace(int64_t text, std::vector<IndexRow> rows) {
    std::vector<IndexRow> before = stored(text);
    if (std::ranges::equal(before, rows, same)) return;
    std::ranges::move(before, std::back_inserter(gone_));
    std::ranges::move(rows, std::back_inserter(come_));
  }

  void write() {
    const auto by_row = [](const IndexRow& a, const IndexRow& b) { return a.row < b.row; };
    std::ranges::sort(gone_, by_row);
    std::ranges::sort(come_, by_row);
    remove(gone_);
    insert(come_);
    gone_.clear();
    come_.clear();
  }

 private:
  static bool same(const IndexRow& a, const IndexRow& b) {
    return a.row == b.row && a.place.span == b.place.span && a.facts == b.facts;
  }

  std::vector<IndexRow> stored(int64_t text) {
    std::vector<IndexRow> rows;
    old_.bind(1, text);
    content_.bind(1, text);
    if (!content_.step()) return rows;
    const std::string_view content = content_.text(1);
    while (old_.step()) {
      IndexRow& row = rows.emplace_back();
      row.row = old_.number(0);
      row.place = {{static_cast<uint32_t>(old_.number(3)), static_cast<uint32_t>(old_.number(4))},
                   static_cast<uint32_t>(old_.number(1)), static_cast<uint32_t>(old_.number(2))};
      row.facts = old_.text(5);
      row.words = content.substr(row.place.span.begin, row.place.span.size());
      row.sampled = is_sampled(content_.text(0), unpack(row.row).ordinal);
    }
    content_.reset();
    return rows;
  }

  // The index holds no words of its own: to take a passage out it must be told them again.
  void remove(const std::vector<IndexRow>& rows) {
    Query passage = database_.query("DELETE FROM passages WHERE row = ?");
    Query words = database_.query("INSERT INTO passage_words (passage_words, rowid, words, facts) VALUES ('delete', ?, ?, ?)");
    Query sample = database_.query("INSERT INTO passage_sample (passage_sample, rowid, words, facts) VALUES ('delete', ?, ?, ?)");
    for (const IndexRow& row : rows) {
      passage.bind(1, row.row).run();
      write_words(row, words, sample);
    }
  }

  void insert(const std::vector<IndexRow>& rows) {
    Query passage = database_.query("INSERT INTO passages (row, text, start, \"end\", first_byte, last_byte, facts) "
                                    "VALUES (?, ?, ?, ?, ?, ?, ?)");
    Query words = database_.query("INSERT INTO passage_words (rowid, words, facts) VALUES (?, ?, ?)");
    Query sample = database_.query("INSERT INTO passage_sample (rowid, words, facts) VALUES (?, ?, ?)");
    for (const IndexRow& row : rows) {
      passage.bind(1, row.row).bind(2, unpack(row.row).text).bind(3, row.place.start).bind(4, row.place.end);
      passage.bind(5, row.place.span.begin).bind(6, row.place.span.end).bind_blob(7, row.facts).run();
      write_words(row, words, sample);
    }
  }

  void write_words(const IndexRow& row, Query& words, Query& sample) {
    PassageFacts facts;
    decode_facts(row.facts, facts);
    const std::string folded = indexed_words(row.words);
    const std::string tokens = fact_tokens(row.row, facts);
    words.bind(1, row.row).bind(2, folded).bind(3, tokens).run();
    if (row.sampled) sample.bind(1, row.row).bind(2, folded).bind(3, tokens).run();
  }

  const Database& database_;
  Query old_;
  Query content_;
  std::vector<IndexRow> gone_;
  std::vector<IndexRow> come_;
};

// Up to kBatch of them; false: there are none left.
bool index_batch(const Database& database) {
  std::vector<int64_t> texts;
  Query stale = database.query("SELECT text FROM stale_texts ORDER BY text LIMIT ?");
  stale.bind(1, kBatch);
  while (stale.step()) texts.push_back(stale.number(0));
  if (texts.empty()) return false;
  RowMaker maker(database);
  RowWriter writer(database);
  for (const int64_t text : texts) writer.replace(text, maker.make(text));
  writer.write();
  database.query("DELETE FROM stale_texts WHERE text <= ?").bind(1, texts.back()).run();
  return true;
}

}  // namespace

void index_stale_texts(const Database& database) {
  if (database.in_transaction()) {
    while (index_batch(database)) {}
    return;
  }
  for (bool more = database.number("SELECT EXISTS (SELECT 1 FROM stale_texts)") != 0; more;) {
    database.execute("BEGIN IMMEDIATE");
    try {
      more = index_batch(database);
    } catch (DatabaseError&) {
      if (database.in_transaction()) database.execute("ROLLBACK");
      throw;
    }
    database.execute("COMMIT");
  }
}

void remove_from_index(const Database& database, int64_t text) {
  RowWriter writer(database);
  writer.replace(text, {});
  writer.write();
}

}  // namespace verbale
