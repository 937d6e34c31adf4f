// What was raised when: how often each framework, or each topic, stands in the accounts of each meeting, side by side.
//
// A column is a visit where one holds the meetings, else a meeting: a document that tells of three talks of one visit
// counts once. A row is a framework by its canonical name, or a topic: a noun that says what was talked about or undertaken
// ("railway"), a general one with what it is of ("farm produce", "foreign policy"). What was counted is the evidence of its
// cell.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "clauses/likeness.h"
#include "knowledge/knowledge.h"
#include "ledger/ledger_words.h"
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
  bool raised = true;  // a row needs one; the others, said in passing, are only counted
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

// What tells a topic from other words.
struct TopicWords {
  const Meanings* meanings = nullptr;
  const LedgerWords* ledger = nullptr;
  std::set<std::string, std::less<>> general;  // nouns that are no topic by themselves
};
// Reads knowledge/en/general_nouns.tsv below `home`.
Result<TopicWords> load_topic_words(const std::string& home, const Meanings& meanings, const LedgerWords& ledger);

// The nouns of a document's topics and undertakings, each with what it is of, once an entry; of what is said besides, in
// passing; and the frameworks that it names. No names of states and persons.
std::vector<RaisedWord> raised_topics(const Document& document, const Knowledge& knowledge, const TopicWords& words);

}  // namespace verbale
