#include "store/search_scan.h"

#include <fmt/format.h>

#include "store/search_rank.h"

namespace verbale {

PassageReader::PassageReader(const Database& database)
    : passage_(database.query("SELECT text, start, \"end\", first_byte, last_byte, facts FROM passages WHERE row = ?")),
      content_(database.query("SELECT content FROM texts WHERE row = ?")) {}

const PassageRow& PassageReader::read(int64_t row) {
  passage_.bind(1, row);
  row_.row = row;
  if (passage_.step()) {
    row_.text = passage_.number(0);
    row_.start = static_cast<uint32_t>(passage_.number(1));
    row_.end = static_cast<uint32_t>(passage_.number(2));
    row_.first_byte = static_cast<size_t>(passage_.number(3));
    row_.last_byte = static_cast<size_t>(passage_.number(4));
    decode_facts(passage_.text(5), row_.facts);
  }
  passage_.reset();
  return row_;
}

// Passages of one text mostly come one after the other.
std::string_view PassageReader::words_of(const PassageRow& passage) {
  if (text_ != passage.text) {
    content_.reset();
    content_.bind(1, passage.text).step();
    text_ = passage.text;
  }
  return content_.text(0).substr(passage.first_byte, passage.last_byte - passage.first_byte);
}

bool PassageScan::fits(int64_t row) {
  ++examined_;
  if (plan_.exact()) return true;
  const PassageRow& passage = reader_.read(row);
  SearchCandidate candidate;
  candidate.row = row;
  candidate.facts = &passage.facts;
  std::vector<SearchWord> words;
  if (plan_.needs_text()) {
    candidate.text = reader_.words_of(passage);
    words = search_words(candidate.text);
    candidate.words = words;
  }
  return plan_.fits(candidate);
}

void PassageScan::run(const std::string& sql, bool check, const std::function<bool(const Query&)>& visit) {
  Query query = database_.query(sql);
  query.bind(1, plan_.expression()).bind(2, plan_.first_row()).bind(3, plan_.last_row());
  while (query.step()) {
    if ((!check || fits(query.number(0))) && !visit(query)) return;
  }
}

void PassageScan::each(bool last_first, const std::function<bool(int64_t)>& visit) {
  run(fmt::format("SELECT rowid FROM passage_words WHERE passage_words MATCH ?1 AND rowid >= ?2 AND rowid <= ?3 "
                  "ORDER BY rowid {}", last_first ? "DESC" : "ASC"),
      true, [&](const Query& query) { return visit(query.number(0)); });
}

void PassageScan::each_sampled(const std::function<void(int64_t)>& visit) {
  run("SELECT rowid FROM passage_sample WHERE passage_sample MATCH ?1 AND rowid >= ?2 AND rowid <= ?3 ORDER BY rowid",
      !plan_.needs_text(), [&](const Query& query) {
        visit(query.number(0));
        return true;
      });
}

void PassageScan::each_scored(const std::function<bool(int64_t, double)>& visit) {
  register_closeness(database_);
  run("SELECT rowid, closeness(passage_words) FROM passage_words WHERE passage_words MATCH ?1 AND rowid >= ?2 AND "
      "rowid <= ?3 ORDER BY rowid DESC",
      true, [&](const Query& query) { return visit(query.number(0), static_cast<double>(query.number(1))); });
}

}  // namespace verbale
