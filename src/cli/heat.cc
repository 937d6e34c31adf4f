// verbale heat: what was raised when, by meeting and side.
#include <fmt/format.h>

#include <algorithm>

#include "answers/materials.h"
#include "answers/overviews.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "cli/table.h"

namespace verbale {
namespace {

constexpr size_t kShownColumns = 8;  // the last ones; the JSON has all

// "CHN 2 VNM 1"
std::string cell_text(const HeatRow& row, int32_t column) {
  std::string out;
  for (const HeatCell& cell : row.cells) {
    if (cell.column != column) continue;
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", cell.side.empty() ? "?" : cell.side, cell.evidence.size());
  }
  return out;
}

std::string table_of(const HeatMap& map) {
  const size_t first = map.columns.size() > kShownColumns ? map.columns.size() - kShownColumns : 0;
  std::vector<TableColumn> titles = {{"raised", Style::Bold, true}, {"times", Style::Plain, false, true}};
  for (size_t i = first; i < map.columns.size(); ++i) {
    titles.push_back({map.columns[i].date.empty() ? "?" : map.columns[i].date, Style::Plain, true});
  }
  Table table(titles);
  for (const HeatRow& row : map.rows) {
    std::vector<std::string> cells = {one_line(row.label), fmt::format("{}", row.count)};
    for (size_t i = first; i < map.columns.size(); ++i) cells.push_back(cell_text(row, static_cast<int32_t>(i)));
    table.add(std::move(cells));
  }
  std::string legend;
  for (size_t i = first; i < map.columns.size(); ++i) {
    const HeatColumn& column = map.columns[i];
    legend += fmt::format("{}  {}  {}\n", column.date.empty() ? "?" : column.date, one_line(column.label), column.id);
  }
  return layout_for_output(table) + '\n' + legend;
}

}  // namespace

int run_heat(const HeatOptions& options) {
  const Result<LedgerMaterials> materials = load_ledger_materials();
  if (!materials) return refused(materials.error());
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return refused(record.error());
  HeatQuestion question;
  question.topics = options.by == "topic";
  question.states = options.states;
  question.from = options.from;
  question.to = options.to;
  question.rows = options.limit;
  const Result<HeatMap> map = heat_of_record(*record, question, *materials, options.threads);
  if (!map) return refused(map.error());
  print(options.json ? heat_json(*map) + "\n" : table_of(*map));
  return kDone;
}

}  // namespace verbale
