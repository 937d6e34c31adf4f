#include "store/search_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace verbale {
namespace {

constexpr int kDeepest = 50;
constexpr size_t kLongest = 10000;  // bytes of a query

struct Token {
  enum class Kind : uint8_t { Word, Phrase, Open, Close, Minus, And, Or, Not, End };
  Kind kind = Kind::End;
  std::string text;       // of a word or phrase
  size_t at = 0;          // byte in the query
  std::string field;      // "speaker" of speaker:lam
  std::optional<std::string> range_to;
};

bool known_field(std::string_view field) {
  return std::ranges::find(kEntryFields, field) != std::end(kEntryFields) ||
         std::ranges::find(kOtherFields, field) != std::end(kOtherFields);
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  Result<std::vector<Token>> run() {
    std::vector<Token> tokens;
    for (;;) {
      while (at_ < query_.size() && query_[at_] == ' ') ++at_;
      Token token;
      token.at = at_;
      if (at_ == query_.size()) {
        tokens.push_back(token);
        return tokens;
      }
      if (Result<void> read = read_token(token); !read) return std::unexpected(read.error());
      tokens.push_back(std::move(token));
    }
  }

 private:
  std::unexpected<Error> wrong(std::string_view what, size_t at) {
    return fail("", fmt::format("{}, at character {}", what, at + 1));
  }

  Result<void> read_token(Token& token) {
    const char c = query_[at_];
    if (c == '(' || c == ')') {
      token.kind = c == '(' ? Token::Kind::Open : Token::Kind::Close;
      ++at_;
      return {};
    }
    const bool sign = (c == '-' || c == '+') && at_ + 1 < query_.size() && query_[at_ + 1] != ' ';
    if (sign) {
      ++at_;
      token.kind = Token::Kind::Minus;
      if (c == '-') return {};
    }
    if (query_[at_] == '"') return read_phrase(token);
    return read_word(token);
  }

  Result<void> read_phrase(Token& token) {
    const size_t end = query_.find('"', at_ + 1);
    if (end == std::string_view::npos) return wrong("a quotation mark is not closed", at_);
    token.kind = Token::Kind::Phrase;
    token.text = query_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return {};
  }

  Result<void> read_word(Token& token) {
    const size_t end = std::min(query_.find_first_of(" ()\"", at_), query_.size());
    std::string_view word = query_.substr(at_, end - at_);
    const size_t colon = word.find(':');
    if (colon != std::string_view::npos && colon > 0) return read_field(token, word.substr(0, colon));
    token.kind = word == "AND" ? Token::Kind::And
                 : word == "OR" ? Token::Kind::Or
                 : word == "NOT" ? Token::Kind::Not
                                 : Token::Kind::Word;
    token.text = word;
    at_ = end;
    return {};
  }

  Result<void> read_field(Token& token, std::string_view name) {
    if (!known_field(name)) return wrong(fmt::format("there is no field `{}`", name), at_);
    token.field = name;
    at_ += name.size() + 1;
    if (at_ < query_.size() && query_[at_] == '"') return read_phrase(token);
    if (at_ < query_.size() && query_[at_] == '[') return read_range(token);
    const size_t end = std::min(query_.find_first_of(" ()\"", at_), query_.size());
    if (end == at_) return wrong(fmt::format("`{}:` has no value", name), at_);
    token.kind = Token::Kind::Word;
    token.text = query_.substr(at_, end - at_);
    at_ = end;
    return {};
  }

  Result<void> read_range(Token& token) {
    const size_t end = query_.find(']', at_);
    const size_t to = query_.find(" TO ", at_);
    if (end == std::string_view::npos || to == std::string_view::npos || to > end) {
      return wrong("a range is [FROM TO TO], as in date:[2023 TO 2025-04]", at_);
    }
    if (token.field != "date") return wrong("only `date` takes a range", at_);
    const auto bound = [](std::string_view value) {
      const size_t first = value.find_first_not_of(' ');
      if (first == std::string_view::npos) return std::string();
      value = value.substr(first, value.find_last_not_of(' ') + 1 - first);
      return value == "*" ? std::string() : std::string(value);
    };
    token.kind = Token::Kind::Word;
    token.text = bound(query_.substr(at_ + 1, to - at_ - 1));
    token.range_to = bound(query_.substr(to + 4, end - to - 4));
    at_ = end + 1;
    return {};
  }

  std::string_view query_;
  size_t at_ = 0;
};

bool has_word(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (is_word_character(point.value)) return true;
    at += point.length;
  }
  return false;
}

// or := and (OR and)*    and := unary (AND? unary)*    unary := (NOT | -) unary | ( or ) | word
class Parser {
 public:
  explicit Parser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  Result<SearchNode> run() {
    Result<SearchNode> node = parse_or(0);
    if (node && here().kind != Token::Kind::End) return wrong("a bracket is closed that was not opened");
    return node;
  }

 private:
  const Token& here() const { return tokens_[at_]; }
  std::unexpected<Error> wrong(std::string_view what) {
    return fail("", fmt::format("{}, at character {}", what, here().at + 1));
  }

  Result<SearchNode> parse_or(int depth) {
    if (depth > kDeepest) return wrong("too many brackets in each other");
    Result<SearchNode> node = parse_and(depth);
    if (!node || here().kind != Token::Kind::Or) return node;
    SearchNode either{SearchNode::Kind::Or, {}, {}, {}, false, {}};
    either.children.push_back(std::move(*node));
    while (here().kind == Token::Kind::Or) {
      ++at_;
      Result<SearchNode> next = parse_and(depth);
      if (!next) return next;
      either.children.push_back(std::move(*next));
    }
    return either;
  }

  bool unary_starts() const {
    const Token::Kind kind = here().kind;
    return kind != Token::Kind::End && kind != Token::Kind::Close && kind != Token::Kind::Or;
  }

  Result<SearchNode> parse_and(int depth) {
    SearchNode all{SearchNode::Kind::And, {}, {}, {}, false, {}};
    do {
      if (here().kind == Token::Kind::And && !all.children.empty()) ++at_;
      Result<SearchNode> next = parse_unary(depth);
      if (!next) return next;
      all.children.push_back(std::move(*next));
    } while (unary_starts());
    if (all.children.size() == 1) return std::move(all.children.front());
    return all;
  }

  Result<SearchNode> parse_unary(int depth) {
    if (depth > kDeepest) return wrong("too many signs in a row");
    switch (here().kind) {
      case Token::Kind::Not:
      case Token::Kind::Minus: {
        ++at_;
        Result<SearchNode> child = parse_unary(depth + 1);
        if (!child) return child;
        SearchNode without{SearchNode::Kind::Not, {}, {}, {}, false, {}};
        without.children.push_back(std::move(*child));
        return without;
      }
      case Token::Kind::Open: {
        ++at_;
        Result<SearchNode> group = parse_or(depth + 1);
        if (!group) return group;
        if (here().kind != Token::Kind::Close) return wrong("a bracket is not closed");
        ++at_;
        return group;
      }
      case Token::Kind::Word:
      case Token::Kind::Phrase: return leaf(tokens_[at_++]);
      default: return wrong("something to look for is missing");
    }
  }

  Result<SearchNode> leaf(const Token& token) {
    SearchNode node;
    node.text = token.text;
    node.field = token.field;
    if (token.range_to) {
      node.kind = SearchNode::Kind::Range;
      node.to = *token.range_to;
    } else if (!token.field.empty()) {
      node.kind = SearchNode::Kind::Field;
    } else {
      if (!has_word(token.text)) return fail("", fmt::format("`{}` holds no word", token.text));
      node.prefix = token.kind == Token::Kind::Word && token.text.ends_with('*');
      if (node.prefix) node.text.pop_back();
    }
    return node;
  }

  std::vector<Token> tokens_;
  size_t at_ = 0;
};

}  // namespace

bool is_entry_field(std::string_view field) {
  return std::ranges::find(kEntryFields, field) != std::end(kEntryFields);
}

Result<SearchNode> parse_search(std::string_view query) {
  if (query.size() > kLongest) return fail("", "the query is too long");
  Result<std::vector<Token>> tokens = Lexer(query).run();
  if (!tokens) return std::unexpected(tokens.error());
  return Parser(std::move(*tokens)).run();
}

SearchNode phrase_search(std::string_view query) {
  SearchNode node;
  node.text = query.substr(0, kLongest);
  return node;
}

}  // namespace verbale
