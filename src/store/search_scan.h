// Goes through the passages that a query finds.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"
#include "store/search_plan.h"

namespace verbale {

// A passage's row of the index.
struct PassageRow {
  int64_t row = 0;
  int64_t text = 0;  // row of texts
  uint32_t start = 0;
  uint32_t end = 0;
  size_t first_byte = 0;
  size_t last_byte = 0;
  PassageFacts facts;
};

// Reads rows of passages and the texts they stand in. Throws DatabaseError.
class PassageReader {
 public:
  explicit PassageReader(const Database& database);

  // Valid until the next call.
  const PassageRow& read(int64_t row);
  std::string_view words_of(const PassageRow& passage);

 private:
  Query passage_;
  Query content_;
  PassageRow row_;
  int64_t text_ = 0;  // whose content is at hand
};

class PassageScan {
 public:
  PassageScan(const Database& database, const SearchPlan& plan) : database_(database), plan_(plan), reader_(database) {}

  // Calls `visit` with the key of each passage that fits, by key, or the last first; until it returns false.
  void each(bool last_first, const std::function<bool(int64_t)>& visit);

  // Those of the sample; where a check takes the text, candidates that were not checked.
  void each_sampled(const std::function<void(int64_t)>& visit);

  // The same with how much the words of the query stand in the passage (search_rank.h), the last first.
  void each_scored(const std::function<bool(int64_t, double)>& visit);

  // Candidates looked at since the scan was made.
  int64_t examined() const { return examined_; }

 private:
  void run(const std::string& sql, bool check, const std::function<bool(const Query&)>& visit);
  bool fits(int64_t row);

  const Database& database_;
  const SearchPlan& plan_;
  PassageReader reader_;
  int64_t examined_ = 0;
};

}  // namespace verbale
