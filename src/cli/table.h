// A table that fits the terminal: the columns marked as growing share what the others leave and are
// broken into lines at blanks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.h"

namespace verbale {

struct TableColumn {
  std::string title;
  Style style = Style::Plain;
  bool grows = false;    // may be narrowed to make the table fit
  bool to_right = false;
};

class Table {
 public:
  explicit Table(std::vector<TableColumn> columns) : columns_(std::move(columns)) {}

  void add(std::vector<std::string> cells);
  bool empty() const { return rows_.empty(); }
  size_t rows() const { return rows_.size(); }
  // `width` columns, 0: as many as it takes. A row has at most `lines` lines, 0: as many as it takes.
  std::string layout(int width, int lines) const;

 private:
  std::vector<int> widths(int width) const;

  std::vector<TableColumn> columns_;
  std::vector<std::vector<std::string>> rows_;
};

// As wide as the terminal, three lines a row; where there is none, 120 columns and nothing left out.
std::string layout_for_output(const Table& table);

}  // namespace verbale
