#include "store/text_settling.h"

namespace verbale {

bool TextSettler::settle(int64_t text, int64_t publication, Reading& reading, std::string_view reader_version) {
  const EarlierEntries earlier = texts_.earlier(text);
  const std::vector<RetiredEntry> retired = keep_ids(reading, earlier);
  if (publications_.first_of_text(text) != publication) {
    Bodies own;
    for (size_t layer = 0; layer < kLayers; ++layer) {
      for (size_t i = 0; i < reading.bodies[layer].size(); ++i) {
        own[reading.ids.claims[layer][i].id] = reading.bodies[layer][i];
      }
    }
    write_differences(publication, own, earlier.standing);
    return false;
  }
  // The others' own forms, before what they differ from is replaced.
  const std::map<int64_t, Bodies> others = forms_of_others(text, publication, earlier.standing);
  texts_.replace_entries(text, reading, reader_version, retired);
  database_.query("UPDATE texts SET publication = ? WHERE row = ?").bind(1, publication).bind(2, text).run();
  database_.query("DELETE FROM readings WHERE publication = ?").bind(1, publication).run();
  const std::vector<OldEntry> after = texts_.entries(text);
  for (const auto& [other, own] : others) write_differences(other, own, after);
  return true;
}

std::map<int64_t, TextSettler::Bodies> TextSettler::forms_of_others(int64_t text, int64_t publication,
                                                                    const std::vector<OldEntry>& entries) {
  std::map<int64_t, Bodies> others;
  Query rows = database_.query("SELECT row FROM publications WHERE text = ? AND row <> ?");
  rows.bind(1, text).bind(2, publication);
  while (rows.step()) {
    Bodies& own = others[rows.number(0)];
    for (const OldEntry& entry : entries) own[entry.id.id] = entry.body;
    Query differences = database_.query("SELECT entry, body FROM readings WHERE publication = ?");
    differences.bind(1, rows.number(0));
    while (differences.step()) {
      const std::string id(differences.text(0));
      if (differences.is_null(1)) {
        own.erase(id);
      } else {
        own[id] = differences.text(1);
      }
    }
  }
  return others;
}

void TextSettler::write_differences(int64_t publication, const Bodies& own, const std::vector<OldEntry>& entries) {
  database_.query("DELETE FROM readings WHERE publication = ?").bind(1, publication).run();
  Query insert = database_.query("INSERT INTO readings (publication, entry, body) VALUES (?, ?, ?)");
  Bodies rest = own;
  for (const OldEntry& entry : entries) {
    const Bodies::iterator found = rest.find(entry.id.id);
    if (found == rest.end()) {
      insert.bind(1, publication).bind(2, entry.id.id).bind_null(3).run();
      continue;
    }
    if (found->second != entry.body) {
      insert.bind(1, publication).bind(2, entry.id.id).bind(3, found->second).run();
    }
    rest.erase(found);
  }
  for (const auto& [id, body] : rest) insert.bind(1, publication).bind(2, id).bind(3, body).run();
}

}  // namespace verbale
