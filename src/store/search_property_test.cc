// Search against a scan of everything: random queries over a small random record, and queries that are no queries.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "base/utf8.h"
#include "store/search.h"
#include "store/search_words.h"
#include "store/test_documents.h"

namespace verbale {
namespace {

using namespace testing_store;

const std::vector<std::string> kWords = {"rail", "railway", "Lâm", "Lam", "lầm", "trade", "sea", "苏林", "and", "Mường"};
const std::vector<std::string> kPersons = {"Tô Lâm", "Trade Sea", "Ana Rail"};
const std::vector<std::string> kSides = {"VNM", "CHN", "FRA"};
const std::vector<std::string> kDates = {"2023-05-01", "2023-05-02", "2024-01-31", "2025-12-01", ""};

struct Line {
  std::string document;
  std::string text;
  std::string side;
  std::string date;
  std::vector<std::pair<std::string, std::string>> entries;  // speaker's name, act
};

class Chance {
 public:
  explicit Chance(uint32_t seed) : engine_(seed) {}
  size_t below(size_t bound) { return engine_() % bound; }
  const std::string& of(const std::vector<std::string>& list) { return list[below(list.size())]; }

 private:
  std::mt19937 engine_;
};

// A document of lines with a statement in most of them, and the same as lines to scan.
Document make_document(int number, Chance& chance, std::vector<Line>& lines) {
  Document document = load("d" + std::to_string(number), "");
  document.source.given.date = chance.of(kDates);
  document.source.given.side = chance.of(kSides);
  const size_t first = lines.size();
  std::vector<int32_t> actors;
  for (size_t line = 0; line < 1 + chance.below(4); ++line) {
    Line& one = lines.emplace_back();
    one.document = document.source.name;
    one.side = document.source.given.side;
    one.date = document.source.given.date;
    one.text = chance.of(kPersons) + " said";
    for (size_t i = 0; i < 1 + chance.below(6); ++i) one.text += ' ' + chance.of(kWords);
    document.text += one.text + '\n';
  }
  for (const std::string& name : kPersons) {
    if (document.text.find(name) == std::string::npos) continue;
    std::string id = fold(name);
    id[id.find(' ')] = '-';
    add_person(document, id, name, "VNM");
  }
  size_t at = 0;
  for (size_t i = first; i < lines.size(); ++i) {
    const size_t end = at + lines[i].text.size();
    for (size_t actor = 0; actor < document.actors.size() && chance.below(5) > 0; ++actor) {
      Statement& statement = document.statements.emplace_back();
      const size_t cue = document.text.find(" said ", at) + 1;
      statement.cue = {static_cast<uint32_t>(cue), static_cast<uint32_t>(cue + 4)};
      statement.content = {{static_cast<uint32_t>(cue + 5), static_cast<uint32_t>(end)}};
      statement.speaker = {static_cast<int32_t>(actor)};
      statement.act = static_cast<Act>(chance.below(3));
      statement.made_by = "test";
      lines[i].entries.emplace_back(document.actors[actor].name, to_string(statement.act));
    }
    at = end + 1;
  }
  document.source.sha256 = sha256_hex(document.text);
  return document;
}

std::string word_query(Chance& chance) {
  switch (chance.below(6)) {
    case 0: return '"' + chance.of(kWords) + ' ' + chance.of(kWords) + '"';
    case 1: return '"' + chance.of(kWords) + ' ' + chance.of(kWords) + "\"~" + std::to_string(chance.below(4));
    case 2: return '=' + chance.of(kWords);
    case 3: return chance.of(kWords).substr(0, 2) == "\xe8\x8b" ? "sea" : "ra*";
    default: return chance.of(kWords);
  }
}

std::string field_query(Chance& chance) {
  static const std::vector<std::string> kFields = {
      "speaker:\"to lam\"", "speaker:(rail OR lam)", "speaker:nobody", "act:assertive", "act:(directive OR commissive)",
      "side:VNM", "side:(chn OR fra)", "date:2023", "date:2023-05-01", "date:[2023-05-02 TO 2024]", "date:[* TO 2024-01]",
      "date:(2023-05 OR 2025)"};
  return chance.of(kFields);
}

std::string make_query(Chance& chance, int depth) {
  const size_t kind = chance.below(depth > 0 ? 8 : 3);
  if (kind < 2) return word_query(chance);
  if (kind == 2) return field_query(chance);
  const std::string one = make_query(chance, depth - 1);
  const std::string other = make_query(chance, depth - 1);
  switch (kind) {
    case 3: return '(' + one + ") " + other;
    case 4: return '(' + one + " OR " + other + ')';
    case 5: return one + " -(" + other + ')';
    case 6: return field_query(chance) + ' ' + field_query(chance) + ' ' + one;
    default: return "NOT (" + one + ')';
  }
}

bool entry_has(const SearchNode& node, const std::pair<std::string, std::string>& entry) {
  if (node.kind == SearchNode::Kind::Or) {
    return std::ranges::any_of(node.children, [&](const SearchNode& child) { return entry_has(child, entry); });
  }
  if (node.field == "act") return entry.second == node.text;
  return (' ' + fold(entry.first) + ' ').find(' ' + fold(node.text) + ' ') != std::string::npos;
}

bool is_entry_value(const SearchNode& node) {
  if (node.kind == SearchNode::Kind::Or) return std::ranges::all_of(node.children, is_entry_value);
  return node.kind == SearchNode::Kind::Field && is_entry_field(node.field);
}

bool scan(const SearchNode& node, const Line& line) {
  const auto fits = [&](const SearchNode& child) { return scan(child, line); };
  if (is_entry_value(node)) {
    return std::ranges::any_of(line.entries, [&](const auto& entry) { return entry_has(node, entry); });
  }
  switch (node.kind) {
    case SearchNode::Kind::Words: return !WordPattern(node).find(line.text, search_words(line.text)).empty();
    case SearchNode::Kind::Range:
      return !line.date.empty() && line.date >= node.text && (node.to.empty() || line.date <= node.to + '~');
    case SearchNode::Kind::Field:
      if (node.field == "date") return line.date.starts_with(node.text);
      return to_lower(line.side) == to_lower(node.text);
    case SearchNode::Kind::Or: return std::ranges::any_of(node.children, fits);
    case SearchNode::Kind::Not: return !fits(node.children.front());
    case SearchNode::Kind::And: break;
  }
  // Values of fields that stand side by side are asked of one entry.
  const auto asked = [&](const auto& entry) {
    return std::ranges::all_of(node.children, [&](const SearchNode& child) {
      return !is_entry_value(child) || entry_has(child, entry);
    });
  };
  const bool any = std::ranges::any_of(node.children, is_entry_value);
  return (!any || std::ranges::any_of(line.entries, asked)) &&
         std::ranges::all_of(node.children, [&](const SearchNode& child) { return is_entry_value(child) || scan(child, line); });
}

TEST(SearchProperty, FindsWhatAScanFinds) {
  TemporaryFolder folder;
  Chance chance(7);
  std::vector<Line> lines;
  {
    Result<Store> store = Store::open(folder.file("record.db"), "1");
    ASSERT_TRUE(store->begin().has_value());
    for (int i = 0; i < 40; ++i) {
      Document document = make_document(i, chance, lines);
      ASSERT_TRUE(add_document(*store, std::move(document), [](Document& one) {
        one.publication.published.value = one.source.given.date;
        one.publication.side.value = one.source.given.side;
      }).has_value());
    }
    ASSERT_TRUE(store->commit().has_value());
  }
  const Result<Record> record = Record::open(folder.file("record.db"));
  int found_some = 0;
  for (int i = 0; i < 600; ++i) {
    const std::string query = make_query(chance, 3);
    const Result<SearchNode> node = parse_search(query);
    ASSERT_TRUE(node.has_value()) << query << ": " << node.error().message();
    std::multiset<std::string> expected;
    for (const Line& line : lines) {
      if (scan(*node, line)) expected.insert(line.document + ": " + line.text);
    }
    for (const SearchOrder order : {SearchOrder::Oldest, SearchOrder::Newest, SearchOrder::Closest}) {
      const Result<SearchAnswer> answer = answer_search(*record, *node, {-1, 0, order});
      ASSERT_TRUE(answer.has_value()) << query << ": " << answer.error().message();
      std::multiset<std::string> found;
      for (const SearchHit& hit : answer->hits) found.insert(hit.document + ": " + hit.text);
      ASSERT_EQ(found, expected) << query;
      EXPECT_EQ(answer->total, std::ssize(answer->hits)) << query;
    }
    found_some += !expected.empty() && expected.size() < lines.size() ? 1 : 0;
  }
  EXPECT_GT(found_some, 200);
}

TEST(SearchProperty, AnyStringIsAnswered) {
  TemporaryFolder folder;
  {
    Result<Store> store = Store::open(folder.file("record.db"), "1");
    ASSERT_TRUE(add_document(*store, load("one", "Rail and \"road\" (both) AND more.\n"), [](Document&) {}).has_value());
  }
  const Result<Record> record = Record::open(folder.file("record.db"));
  const std::vector<std::string> pieces = {"a", "rail", "\"", "(", ")", "~", "3", "*", ":", "-", "+", "=", " ", " OR ", " AND ",
                                           "NOT ", "speaker:", "date:", "[", " TO ", "]", "2024", "\\", "苏", "ô", "\xff", "\xee\x80\x80", "^", "?", "“"};
  Chance chance(11);
  for (int i = 0; i < 3000; ++i) {
    std::string query;
    for (size_t n = chance.below(12); n > 0; --n) query += chance.of(pieces);
    const SearchRequest request = read_search(query);
    EXPECT_EQ(request.as_phrase, !request.note.empty());
    const Result<SearchAnswer> answer = answer_search(*record, request.node, {5, 0, SearchOrder::Oldest});
    ASSERT_TRUE(answer.has_value()) << query << ": " << answer.error().message();
  }
  for (const std::string& deep : {std::string(12, '(') + "a" + std::string(12, ')'), "-" + std::string(10, '-') + "a",
                                  std::string("a OR b (c OR d (e OR f (g OR h (i OR j (k OR l (m OR n (o OR p (q OR r (s OR t"
                                              "(u OR v (w OR x))))))))))")}) {
    const SearchRequest request = read_search(deep);
    ASSERT_TRUE(answer_search(*record, request.node, {}).has_value()) << deep;
  }
}

}  // namespace
}  // namespace verbale
