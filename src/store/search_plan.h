// How a query is answered: an expression for the index, which finds every passage that fits and perhaps some that do
// not, and a check for those where it may.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"
#include "store/search_facts.h"
#include "store/search_query.h"
#include "store/search_words.h"

namespace verbale {

// What entry fields ask of one and the same entry: any of some facts, or several such questions.
struct EntryQuestion {
  enum class Kind : uint8_t { AnyOf, All, Either };
  Kind kind = Kind::AnyOf;
  std::vector<FactId> facts;
  std::vector<EntryQuestion> parts;

  bool fits(const EntryFacts& entry) const;
  // Does it ask of facts of this field?
  bool asks(FactField field) const;
};

struct PlanNode {
  enum class Kind : uint8_t { Words, Facts, Entry, Text, Days, And, Or, Not };
  Kind kind = Kind::Words;
  std::shared_ptr<const WordPattern> words;
  std::vector<FactId> facts;   // Facts: any of them
  EntryQuestion question;      // Entry
  std::vector<int64_t> texts;  // Text: rows
  int64_t first_day = 0;       // Days: date codes, inclusive
  int64_t last_day = 0;
  bool exact = true;           // the index decides alone
  std::vector<PlanNode> children;
};

// A passage that the index found.
struct SearchCandidate {
  int64_t row = 0;
  const PassageFacts* facts = nullptr;
  std::string_view text;                 // filled only where needs_text()
  std::span<const SearchWord> words;
};

class SearchPlan {
 public:
  // Looks up what the values of fields mean in the record. Throws DatabaseError.
  SearchPlan(const Database& database, const SearchNode& query);
  SearchPlan(const SearchPlan&) = delete;
  SearchPlan& operator=(const SearchPlan&) = delete;

  const std::string& expression() const { return expression_; }
  // Keys of passages, inclusive.
  int64_t first_row() const { return first_row_; }
  int64_t last_row() const { return last_row_; }

  bool exact() const { return root_.exact; }
  bool needs_text() const { return needs_text_; }
  bool fits(const SearchCandidate& candidate) const;

  // What is asked of an entry beside everything else; null: nothing is.
  const EntryQuestion* entry_question() const { return question_; }

  // Values that the record does not have, as `speaker:nobody`.
  const std::vector<std::string>& unknown() const { return unknown_; }

 private:
  PlanNode node_of(const SearchNode& query);
  PlanNode field_of_query(const SearchNode& query);
  PlanNode all_of(const SearchNode& query);
  EntryQuestion question_of(const SearchNode& query);
  void narrow_days();
  void express();
  std::string cover(const PlanNode& node) const;
  std::string cover_all(const PlanNode& node) const;
  std::string cover_days(int64_t first, int64_t last) const;

  const Database& database_;
  PlanNode root_;
  const EntryQuestion* question_ = nullptr;
  std::string expression_;
  int64_t first_row_ = 0;
  int64_t last_row_ = std::numeric_limits<int64_t>::max();
  int64_t first_year_ = 0;  // of the passages of the record
  int64_t last_year_ = 0;
  bool needs_text_ = false;
  std::vector<std::string> unknown_;
};

}  // namespace verbale
