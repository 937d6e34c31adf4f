#include "cli/table.h"

#include <algorithm>
#include <numeric>

namespace verbale {
namespace {

constexpr int kGap = 2;
constexpr int kNarrowest = 12;  // of a growing column

}  // namespace

void Table::add(std::vector<std::string> cells) {
  for (std::string& cell : cells) cell = one_line(cell);
  rows_.push_back(std::move(cells));
}

std::vector<int> Table::widths(int width) const {
  std::vector<int> widths;
  for (const TableColumn& column : columns_) widths.push_back(columns_of(column.title));
  for (const std::vector<std::string>& row : rows_) {
    for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns_of(row[i]));
  }
  if (width <= 0) return widths;
  int excess = std::accumulate(widths.begin(), widths.end(), 0) +
               kGap * (static_cast<int>(widths.size()) - 1) - width;
  // The widest growing column gives way first.
  while (excess > 0) {
    int* widest = nullptr;
    for (size_t i = 0; i < widths.size(); ++i) {
      if (columns_[i].grows && (widest == nullptr || widths[i] > *widest)) widest = &widths[i];
    }
    if (widest == nullptr || *widest <= kNarrowest) break;
    --*widest;
    --excess;
  }
  return widths;
}

std::string Table::layout(int width) const {
  const std::vector<int> widths = this->widths(width);
  std::string out;
  const auto add_row = [&](const std::vector<std::string>& row, bool head) {
    std::string line;
    for (size_t i = 0; i < row.size(); ++i) {
      const std::string cell = columns_of(row[i]) > widths[i] ? fit(row[i], widths[i]) : row[i];
      const std::string blanks(static_cast<size_t>(std::max(0, widths[i] - columns_of(cell))), ' ');
      const std::string shown = styled(cell, head ? Style::Dim : columns_[i].style);
      const bool last = i + 1 == row.size();
      line += columns_[i].to_right ? blanks + shown : shown + (last ? "" : blanks);
      if (!last) line.append(kGap, ' ');
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    out += line + '\n';
  };
  std::vector<std::string> titles;
  for (const TableColumn& column : columns_) titles.push_back(column.title);
  add_row(titles, true);
  for (const std::vector<std::string>& row : rows_) add_row(row, false);
  return out;
}

}  // namespace verbale
