#include "store/search_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/dates.h"
#include "base/utf8.h"
#include "store/search_lexer.h"

namespace verbale {
namespace {

constexpr int kDeepest = 12;  // of brackets and signs within each other
constexpr size_t kLongest = 10000;  // bytes of a query

using Kind = QueryToken::Kind;

bool has_word(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (is_word_character(point.value)) return true;
    at += point.length;
  }
  return false;
}

SearchNode group_of(SearchNode::Kind kind, std::vector<SearchNode> children) {
  SearchNode node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

// or := and (OR and)*    and := unary (AND? unary)*
// unary := (NOT | -) unary | + unary | FIELD: unary | ( or ) | = leaf | leaf
class Parser {
 public:
  Parser(std::string_view query, std::vector<QueryToken> tokens)
      : query_(query), tokens_(std::move(tokens)) {}

  Result<SearchNode> run() {
    Result<SearchNode> node = parse_or(0);
    if (node && here().kind != Kind::End) return wrong("a bracket is closed that was not opened");
    return node;
  }

 private:
  const QueryToken& here() const { return tokens_[at_]; }
  std::unexpected<Error> wrong(std::string_view what) { return query_error(query_, here().at, what); }

  Result<SearchNode> parse_or(int depth) {
    if (depth > kDeepest) return wrong("too many brackets in each other");
    std::vector<SearchNode> either;
    for (;;) {
      Result<SearchNode> next = parse_and(depth);
      if (!next) return next;
      either.push_back(std::move(*next));
      if (here().kind != Kind::Or) break;
      ++at_;
    }
    if (either.size() == 1) return std::move(either.front());
    return group_of(SearchNode::Kind::Or, std::move(either));
  }

  bool unary_starts() const {
    const Kind kind = here().kind;
    return kind != Kind::End && kind != Kind::Close && kind != Kind::Or;
  }

  Result<SearchNode> parse_and(int depth) {
    std::vector<SearchNode> all;
    do {
      if (here().kind == Kind::And && !all.empty()) ++at_;
      Result<SearchNode> next = parse_unary(depth);
      if (!next) return next;
      all.push_back(std::move(*next));
    } while (unary_starts());
    if (all.size() == 1) return std::move(all.front());
    return group_of(SearchNode::Kind::And, std::move(all));
  }

  Result<SearchNode> parse_unary(int depth) {
    if (depth > kDeepest) return wrong("too many signs in a row");
    switch (here().kind) {
      case Kind::Not:
      case Kind::Minus: {
        ++at_;
        Result<SearchNode> child = parse_unary(depth + 1);
        if (!child) return child;
        std::vector<SearchNode> children;
        children.push_back(std::move(*child));
        return group_of(SearchNode::Kind::Not, std::move(children));
      }
      case Kind::Plus: ++at_; return parse_unary(depth + 1);  // words must be there as it is
      case Kind::Field: return parse_field(depth);
      case Kind::Open: return parse_group(depth);
      case Kind::Strict: return parse_strict();
      case Kind::Word:
      case Kind::Phrase:
      case Kind::Range: return leaf(tokens_[at_++]);
      default: return wrong("something to look for is missing");
    }
  }

  Result<SearchNode> parse_group(int depth) {
    ++at_;
    Result<SearchNode> group = parse_or(depth + 1);
    if (!group) return group;
    if (here().kind != Kind::Close) return wrong("a bracket is not closed");
    ++at_;
    return group;
  }

  // A value, or several in brackets.
  Result<SearchNode> parse_field(int depth) {
    if (!field_.empty()) return wrong(fmt::format("`{}:` stands within `{}:`", here().text, field_));
    field_ = tokens_[at_++].text;
    const Kind kind = here().kind;
    const bool value = kind == Kind::Word || kind == Kind::Phrase || kind == Kind::Range || kind == Kind::Open;
    if (!value) return wrong(fmt::format("`{}:` has no value", field_));
    Result<SearchNode> node = kind == Kind::Open ? parse_group(depth) : leaf(tokens_[at_++]);
    field_.clear();
    return node;
  }

  Result<SearchNode> parse_strict() {
    ++at_;
    const bool words = here().kind == Kind::Word || here().kind == Kind::Phrase;
    if (!words || !field_.empty()) return wrong("= stands before words of the text, as in =\"Tô Lâm\"");
    Result<SearchNode> node = leaf(tokens_[at_++]);
    if (node) {
      node->strict = true;
      node->bare = false;
    }
    return node;
  }

  Result<SearchNode> leaf(const QueryToken& token) {
    SearchNode node;
    node.text = token.text;
    node.to = token.range_to;
    node.field = field_;
    node.prefix = token.prefix;
    node.near = token.near;
    if (token.kind == Kind::Range) {
      if (field_ != "date") return query_error(query_, token.at, "only `date` takes a range");
      node.kind = SearchNode::Kind::Range;
      for (const std::string* date : {&node.text, &node.to}) {
        if (!date->empty() && !is_date(*date)) return not_a_date(token, *date);
      }
      return node;
    }
    if (!has_word(token.text)) return query_error(query_, token.at, fmt::format("`{}` holds no word", token.text));
    node.bare = field_.empty() && !node.prefix && (token.kind == Kind::Word || node.near >= 0);
    if (field_.empty()) return node;
    node.kind = SearchNode::Kind::Field;
    if (token.near >= 0) return query_error(query_, token.at, "~ is for words of the text, not of a field");
    if (field_ == "date" && (node.prefix || !is_date(node.text))) return not_a_date(token, node.text);
    return node;
  }

  std::unexpected<Error> not_a_date(const QueryToken& token, std::string_view text) {
    return query_error(query_, token.at,
                       fmt::format("a date is YYYY, YYYY-MM or YYYY-MM-DD, not `{}`", text));
  }

  std::string_view query_;
  std::vector<QueryToken> tokens_;
  size_t at_ = 0;
  std::string field_;  // whose brackets these are
};

template <class List>
bool holds(const List& list, std::string_view value) {
  return std::ranges::find(list, value) != std::end(list);
}

}  // namespace

bool is_entry_field(std::string_view field) { return holds(kEntryFields, field); }
bool is_search_field(std::string_view field) { return is_entry_field(field) || holds(kOtherFields, field); }

Result<SearchNode> parse_search(std::string_view query) {
  if (query.size() > kLongest) return fail("", "the query is too long");
  if (find_malformed_utf8(query) != std::string_view::npos) return fail("", "the query is no UTF-8");
  Result<std::vector<QueryToken>> tokens = cut_query(query);
  if (!tokens) return std::unexpected(tokens.error());
  return Parser(query, std::move(*tokens)).run();
}

SearchNode phrase_search(std::string_view query) {
  SearchNode node;
  node.text = query.substr(0, kLongest);
  return node;
}

SearchRequest read_search(std::string_view query) {
  Result<SearchNode> node = parse_search(query);
  if (node) return {std::move(*node), false, ""};
  return {phrase_search(query), true, node.error().what + ": searching for the words as a phrase"};
}

}  // namespace verbale
