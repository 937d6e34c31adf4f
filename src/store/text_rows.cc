#include "store/text_rows.h"

#include "store/search_index.h"

namespace verbale {

TextRows::TextRows(const Database& database)
    : database_(database),
      find_(database.query("SELECT row FROM texts WHERE id = ?")),
      insert_text_(database.query("INSERT INTO texts (id, content, reader, digest) VALUES (?, ?, ?, ?)")),
      update_reader_(database.query("UPDATE texts SET reader = ?, digest = ? WHERE row = ?")),
      insert_entry_(database.query(
          "INSERT INTO entries (id, text, layer, ordinal, anchor, nth, start, \"end\", kind, act, "
          "date, key, label, made_by, body, doubt, importance, reasons) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
          "?, ?, ?, ?, ?, ?, ?, ?)")),
      insert_actor_(database.query("INSERT OR IGNORE INTO entry_actors (entry, relation, actor, "
                                   "state) VALUES (?, ?, ?, ?)")),
      unretire_(database.query("DELETE FROM retired WHERE id = ?")),
      lead_on_(database.query("UPDATE retired SET successor = ? WHERE successor = ?")),
      insert_retired_(database.query(
          "INSERT OR REPLACE INTO retired (id, text, layer, anchor, nth, successor, body) "
          "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS (SELECT 1 FROM entries WHERE id = ?1)")) {
}

int64_t TextRows::find(std::string_view id) {
  find_.bind(1, id);
  const int64_t row = find_.step() ? find_.number(0) : 0;
  find_.reset();
  return row;
}

int64_t TextRows::insert(const Reading& reading, std::string_view reader) {
  const std::string digest = digest_of(reading.bodies);
  insert_text_.bind(1, reading.ids.text).bind(2, reading.document.text).bind(3, reader);
  insert_text_.bind(4, digest).run();
  const int64_t text = database_.last_row();
  insert_entries(text, reading);
  if (is_decided(reading)) set_decided(text, Decided::BeforeUnknown);
  return text;
}

TextRows::Decided TextRows::decided(int64_t text) const {
  Query query = database_.query("SELECT decided FROM texts WHERE row = ?");
  return query.bind(1, text).step() ? static_cast<Decided>(query.number(0)) : Decided::No;
}

void TextRows::set_decided(int64_t text, Decided decided) const {
  database_.query("UPDATE texts SET decided = ? WHERE row = ?").bind(1, static_cast<int64_t>(decided)).bind(2, text).run();
}

void TextRows::insert_entries(int64_t text, const Reading& reading) {
  for (size_t layer = 0; layer < kLayers; ++layer) {
    const std::vector<EntryColumns>& rows = reading.columns[layer];
    for (size_t i = 0; i < rows.size(); ++i) {
      const EntryColumns& row = rows[i];
      const ClaimId& id = reading.ids.claims[layer][i];
      unretire_.bind(1, id.id).run();
      insert_entry_.bind(1, id.id).bind(2, text).bind(3, static_cast<int64_t>(layer));
      insert_entry_.bind(4, static_cast<int64_t>(i)).bind(5, id.anchor).bind(6, id.nth);
      insert_entry_.bind(7, row.start).bind(8, row.end).bind_or_null(9, row.kind);
      insert_entry_.bind_or_null(10, row.act).bind_or_null(11, row.date);
      insert_entry_.bind_or_null(12, row.key).bind_or_null(13, row.label);
      insert_entry_.bind(14, row.made_by).bind(15, reading.bodies[layer][i]);
      insert_entry_.bind(16, int64_t{row.doubt}).bind(17, int64_t{row.importance}).bind_or_null(18, row.reasons).run();
      const int64_t entry = database_.last_row();
      for (const EntryActor& actor : row.actors) {
        insert_actor_.bind(1, entry).bind(2, actor.relation).bind(3, actor.actor);
        insert_actor_.bind_or_null(4, actor.state).run();
      }
    }
  }
}

std::vector<OldEntry> TextRows::entries(int64_t text) {
  std::vector<OldEntry> entries;
  Query query = database_.query(
      "SELECT id, layer, anchor, nth, start, \"end\", key, body FROM entries WHERE text = ? "
      "ORDER BY layer, ordinal");
  query.bind(1, text);
  while (query.step()) {
    OldEntry& entry = entries.emplace_back();
    entry.id.id = query.text(0);
    entry.layer = static_cast<Layer>(query.number(1));
    entry.id.anchor = static_cast<uint32_t>(query.number(2));
    entry.id.nth = static_cast<uint32_t>(query.number(3));
    entry.start = static_cast<uint32_t>(query.number(4));
    entry.end = static_cast<uint32_t>(query.number(5));
    entry.key = query.text(6);
    entry.body = query.text(7);
  }
  return entries;
}

EarlierEntries TextRows::earlier(int64_t text) {
  EarlierEntries earlier;
  earlier.standing = entries(text);
  const Decided now = decided(text);
  earlier.before_unknown = now == Decided::BeforeUnknown;
  if (now != Decided::Yes) return earlier;
  earlier.undecided.emplace();
  Query query = database_.query(
      "SELECT id, layer, anchor, nth, start, \"end\", key FROM undecided_entries WHERE text = ? ORDER BY layer, ordinal");
  query.bind(1, text);
  while (query.step()) {
    OldEntry& entry = earlier.undecided->emplace_back();
    entry.id = {std::string(query.text(0)), static_cast<uint32_t>(query.number(2)), static_cast<uint32_t>(query.number(3))};
    entry.layer = static_cast<Layer>(query.number(1));
    entry.start = static_cast<uint32_t>(query.number(4));
    entry.end = static_cast<uint32_t>(query.number(5));
    entry.key = query.text(6);
  }
  return earlier;
}

void TextRows::replace_entries(int64_t text, const Reading& reading, std::string_view reader,
                               const std::vector<RetiredEntry>& retired) {
  if (is_decided(reading)) {
    if (decided(text) == Decided::No) {
      database_.query("INSERT INTO undecided_entries SELECT text, layer, ordinal, id, anchor, nth, start, \"end\", key FROM entries "
                      "WHERE text = ?").bind(1, text).run();
      set_decided(text, Decided::Yes);
    }
  } else {
    database_.query("DELETE FROM undecided_entries WHERE text = ?").bind(1, text).run();
    set_decided(text, Decided::No);
  }
  database_.query("DELETE FROM entries WHERE text = ?").bind(1, text).run();
  insert_entries(text, reading);
  for (const RetiredEntry& entry : retired) retire(text, entry);
  const std::string digest = digest_of(reading.bodies);
  update_reader_.bind(1, reader).bind(2, digest).bind(3, text).run();
}

// Ids that led to the retired one lead on to its successor. What a person rejects he may take back: they
// wait for it.
void TextRows::retire(int64_t text, const RetiredEntry& retired) {
  const OldEntry& entry = retired.entry;
  if (!retired.rejected) lead_on_.bind_or_null(1, retired.successor).bind(2, entry.id.id).run();
  insert_retired_.bind(1, entry.id.id).bind(2, text).bind(3, static_cast<int64_t>(entry.layer));
  insert_retired_.bind(4, entry.id.anchor).bind(5, entry.id.nth);
  insert_retired_.bind_or_null(6, retired.successor).bind(7, entry.body).run();
}

void TextRows::remove(int64_t text) {
  remove_from_index(database_, text);
  database_.query("DELETE FROM texts WHERE row = ?").bind(1, text).run();
}

}  // namespace verbale
