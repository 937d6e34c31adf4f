// Knowledge packs: tab-separated files that a linguist can read and correct.
//
//   # What the pack holds, for the reader.
//   # source: where its facts come from
//   # licence: the licence they come under
//   lemma<TAB>class<TAB>...          the names of the columns
//   say<TAB>say<TAB>...              a row a line; "#" at the start of a line is a comment
//
// A pack without source, licence, or the expected columns, or with a row of another length, is refused
// with file, line and reason.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace verbale {

struct TsvRow {
  int line = 0;  // 1-based, in the file
  std::vector<std::string_view> cells;
  std::string_view operator[](size_t column) const { return cells[column]; }
};

// Calls `row` for each row of the pack, in order. `columns` are the names that the header line must
// have, in that order. `row` returns an empty string, or what is wrong with the row. The views are
// valid only during the call.
Result<void> read_pack(const std::string& path, const std::vector<std::string_view>& columns,
                       const std::function<std::string(const TsvRow&)>& row);

// The same over text in memory; `path` is for messages.
Result<void> parse_pack(std::string_view text, const std::string& path,
                        const std::vector<std::string_view>& columns,
                        const std::function<std::string(const TsvRow&)>& row);

// Splits a cell with several values ("a|b|c"); an empty cell has none.
std::vector<std::string_view> split_cell(std::string_view cell, char separator = '|');

// The folder that holds knowledge/ and models/: $VERBALE_HOME, else share/verbale beside the
// program's folder, else the nearest folder above the program that has both.
Result<std::string> find_home();

}  // namespace verbale
