#include "overview/heat.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace verbale {
namespace {

class HeatMaker {
 public:
  explicit HeatMaker(std::span<const ListedMeeting> meetings) {
    std::map<std::string, HeatColumn> columns;
    std::map<std::string, std::set<std::string>> states;  // of those who met
    for (const ListedMeeting& meeting : meetings) {
      const std::string id = meeting.visit.empty() ? meeting.id : meeting.visit;
      HeatColumn& column = columns[id];
      column.id = id;
      if (column.date.empty() || (!meeting.date.empty() && meeting.date < column.date)) column.date = meeting.date;
      if (column.label.empty()) column.label = meeting.place;
      for (const JoinedPerson& person : meeting.participants) {
        if (!person.side.empty()) states[id].insert(person.side);
      }
    }
    for (auto& [id, column] : columns) {
      if (!column.label.empty() && !states[id].empty()) column.label += ", ";
      column.label += fmt::format("{}", fmt::join(states[id], "-"));
    }
    for (auto& [id, column] : columns) map_.columns.push_back(std::move(column));
    std::ranges::stable_sort(map_.columns, [](const HeatColumn& a, const HeatColumn& b) {
      return std::tuple(a.date.empty(), a.date, a.id) < std::tuple(b.date.empty(), b.date, b.id);
    });
    for (size_t i = 0; i < map_.columns.size(); ++i) index_[map_.columns[i].id] = static_cast<int32_t>(i);
    for (const ListedMeeting& meeting : meetings) add_accounts(meeting);
  }

  void add(const RaisedWord& word) {
    const auto places = places_.find(word.document);
    if (places == places_.end()) return;
    Row& row = rows_[word.key];
    ++row.labels[word.label];
    row.raised |= word.raised;
    for (const auto& place : places->second) row.cells[place].push_back(word);
  }

  HeatMap finish(int32_t least) {
    for (auto& [key, row] : rows_) {
      if (std::ssize(row.cells) < least || !row.raised) continue;
      HeatRow& out = map_.rows.emplace_back();
      out.id = key;
      out.label = usual(row.labels, key);
      for (auto& [place, words] : row.cells) {
        out.count += std::ssize(words);
        out.cells.push_back({place.first, place.second, std::move(words)});
      }
    }
    std::ranges::stable_sort(map_.rows, [](const HeatRow& a, const HeatRow& b) {
      return std::tuple(columns_in(b), b.count) < std::tuple(columns_in(a), a.count);
    });
    return std::move(map_);
  }

 private:
  using Place = std::pair<int32_t, std::string>;  // column, side
  struct Row {
    std::map<std::string, int64_t> labels;
    bool raised = false;
    std::map<Place, std::vector<RaisedWord>> cells;
  };

  // What most of them are called; else the noun that all of them share; else what is said most often.
  static std::string usual(const std::map<std::string, int64_t>& labels, const std::string& key) {
    int64_t all = 0;
    for (const auto& [label, count] : labels) all += count;
    const auto most = std::ranges::max_element(labels, {}, [](const auto& label) { return label.second; });
    const bool of_one_noun = std::ranges::all_of(labels, [&](const auto& label) { return label.first.ends_with(key); });
    return 3 * most->second >= 2 * all || !of_one_noun ? most->first : key;
  }

  static int64_t columns_in(const HeatRow& row) {
    std::set<int32_t> columns;
    for (const HeatCell& cell : row.cells) columns.insert(cell.column);
    return std::ssize(columns);
  }

  void add_accounts(const ListedMeeting& meeting) {
    const int32_t column = index_[meeting.visit.empty() ? meeting.id : meeting.visit];
    for (const ListedAccount& account : meeting.accounts) {
      if (account.mention) continue;
      places_[account.document].insert({column, account.side});
      const auto at = std::ranges::lower_bound(map_.sides, account.side);
      if (!account.side.empty() && (at == map_.sides.end() || *at != account.side)) map_.sides.insert(at, account.side);
    }
  }

  HeatMap map_;
  std::map<std::string, int32_t> index_;
  std::map<std::string, std::set<Place>> places_;  // of a document
  std::map<std::string, Row> rows_;
};

}  // namespace

HeatMap make_heat_map(std::span<const RaisedWord> words, std::span<const ListedMeeting> meetings, int32_t least) {
  HeatMaker maker(meetings);
  for (const RaisedWord& word : words) maker.add(word);
  return maker.finish(least);
}

}  // namespace verbale
