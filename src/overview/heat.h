// What was raised when: how often each framework, or each topic, stands in the accounts of each meeting, side by side.
//
// A column is a visit where one holds the meetings, else a meeting: a document that tells of three talks of one visit
// counts once. A row is a framework by its canonical name, or the head word of what was talked about or said. What was
// counted is the evidence of its cell.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "clauses/likeness.h"
#include "knowledge/knowledge.h"
#include "record/document.h"
#include "store/meeting_lists.h"

namespace verbale {

// A word or name at a place of a document, to be counted in the row `key`.
struct RaisedWord {
  std::string key;
  std::string label;
  std::string document;  // name
  std::string text;
  uint32_t start = 0;  // code points
  uint32_t end = 0;
};

struct HeatColumn {
  std::string id;    // of the visit, else of the meeting
  std::string date;  // first day, may be empty
  std::string label; // "Hanoi, CHN-VNM"
};

struct HeatCell {
  int32_t column = 0;
  std::string side;  // of the account's outlet; empty: not known
  std::vector<RaisedWord> evidence;  // by document and place
};

struct HeatRow {
  std::string id;
  std::string label;
  int64_t count = 0;
  std::vector<HeatCell> cells;  // by column and side; none is empty
};

struct HeatMap {
  std::vector<HeatColumn> columns;  // by day
  std::vector<std::string> sides;
  std::vector<HeatRow> rows;  // those in most columns first, then the most frequent
};

// `least`: columns and sides that a row must have been counted in. Documents without a meeting are left out.
HeatMap make_heat_map(std::span<const RaisedWord> words, std::span<const ListedMeeting> meetings, int32_t least);

// The frameworks that a document names.
std::vector<RaisedWord> raised_frameworks(const Document& document, const Knowledge& knowledge);

// The head words of a document's topics and of what is said in its statements: nouns that tell something (not "side",
// "cooperation"), once a statement.
std::vector<RaisedWord> raised_topics(const Document& document, const Meanings& meanings);

}  // namespace verbale
