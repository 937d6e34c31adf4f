#include "cli/table.h"

#include <algorithm>
#include <numeric>

#include "base/utf8.h"

namespace verbale {
namespace {

constexpr int kGap = 2;
constexpr int kNarrow = 12;    // a growing column is not made narrower while another can give way
constexpr int kNarrowest = 4;  // of any column

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
  // The widest growing column gives way first; where all are narrow, any column does.
  while (excess > 0) {
    int* widest = nullptr;
    for (size_t i = 0; i < widths.size(); ++i) {
      if (!columns_[i].grows || widths[i] <= kNarrow) continue;
      if (widest == nullptr || widths[i] > *widest) widest = &widths[i];
    }
    if (widest == nullptr) widest = &*std::max_element(widths.begin(), widths.end());
    if (*widest <= kNarrowest) break;
    --*widest;
    --excess;
  }
  return widths;
}

namespace {

// The cell in lines of at most `width` columns, broken at blanks; the last is cut where there are too many.
std::vector<std::string> broken(std::string_view cell, int width, int lines) {
  std::vector<std::string> out;
  while (columns_of(cell) > width && (lines == 0 || static_cast<int>(out.size()) + 1 < lines)) {
    size_t end = 0;    // bytes that fit
    size_t blank = 0;  // the last blank among them
    for (int used = 0; end < cell.size();) {
      const size_t length = decode_utf8(cell, end).length;
      used += columns_of(cell.substr(end, length));
      if (used > width && end > 0) break;
      if (cell[end] == ' ') blank = end;
      end += length;
    }
    if (end < cell.size() && cell[end] == ' ') blank = end;
    const size_t cut = blank > 0 ? blank : end;
    out.emplace_back(cell.substr(0, cut));
    cell = cell.substr(blank > 0 ? cut + 1 : cut);
  }
  out.push_back(columns_of(cell) > width ? fit(cell, width) : std::string(cell));
  return out;
}

}  // namespace

std::string Table::layout(int width, int lines) const {
  const std::vector<int> widths = this->widths(width);
  std::string out;
  const auto add_row = [&](const std::vector<std::string>& row, bool head) {
    std::vector<std::vector<std::string>> cells;
    size_t height = 1;
    for (size_t i = 0; i < row.size(); ++i) {
      cells.push_back(broken(row[i], widths[i], lines));
      height = std::max(height, cells.back().size());
    }
    for (size_t n = 0; n < height; ++n) {
      std::string line;
      size_t pending = 0;  // blanks owed before the next cell that is not empty
      for (size_t i = 0; i < row.size(); ++i) {
        const std::string cell = n < cells[i].size() ? cells[i][n] : "";
        const size_t blanks = static_cast<size_t>(std::max(0, widths[i] - columns_of(cell)));
        if (columns_[i].to_right) pending += blanks;
        if (!cell.empty()) {
          line.append(pending, ' ');
          line += styled(cell, head ? Style::Dim : columns_[i].style);
          pending = 0;
        }
        if (!columns_[i].to_right) pending += blanks;
        pending += kGap;
      }
      out += line + '\n';
    }
  };
  std::vector<std::string> titles;
  for (const TableColumn& column : columns_) titles.push_back(column.title);
  add_row(titles, true);
  for (const std::vector<std::string>& row : rows_) add_row(row, false);
  return out;
}

std::string layout_for_output(const Table& table) {
  constexpr int kPlainWidth = 120;
  const int width = terminal_width();
  return width > 0 && is_terminal(Stream::Output) ? table.layout(width, 3)
                                                  : table.layout(width > 0 ? width : kPlainWidth, 0);
}

}  // namespace verbale
