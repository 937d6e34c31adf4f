// A WHERE clause that grows with its parameters.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace verbale {

class Conditions {
 public:
  // `sql` has one "?" for each value.
  void add(std::string_view sql, std::initializer_list<std::string> values) {
    sql_ += sql_.empty() ? " WHERE " : " AND ";
    sql_ += sql;
    values_.insert(values_.end(), values);
  }
  const std::string& sql() const { return sql_; }
  void bind(Query& query) const {
    for (size_t i = 0; i < values_.size(); ++i) query.bind(static_cast<int>(i) + 1, values_[i]);
  }

 private:
  std::string sql_;
  std::vector<std::string> values_;
};

// A date that is cut ("2024-08") is the start of a range as it stands and its end with what follows
// every longer date that begins so.
inline std::string range_end(const std::string& date) { return date + '~'; }

}  // namespace verbale
