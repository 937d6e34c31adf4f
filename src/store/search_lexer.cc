#include "store/search_lexer.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "store/search_query.h"

namespace verbale {
namespace {

constexpr int kFarthest = 100;  // words between those of "a b"~N
constexpr std::string_view kOpeningQuote = "\u201c";
constexpr std::string_view kClosingQuote = "\u201d";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_figure(char c) { return c >= '0' && c <= '9'; }
bool is_letter_ascii(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  Result<std::vector<QueryToken>> run() {
    std::vector<QueryToken> tokens;
    for (;;) {
      while (more() && is_blank(query_[at_])) ++at_;
      QueryToken& token = tokens.emplace_back();
      token.at = at_;
      if (!more()) return tokens;
      if (Result<void> read = read_token(token); !read) return std::unexpected(read.error());
      after_field_ = token.kind == QueryToken::Kind::Field;
    }
  }

 private:
  bool more() const { return at_ < query_.size(); }
  bool more_follows() const { return at_ + 1 < query_.size() && !is_blank(query_[at_ + 1]); }

  std::unexpected<Error> wrong(std::string_view what, size_t at) { return query_error(query_, at, what); }

  Result<void> sign(QueryToken& token, QueryToken::Kind kind) {
    token.kind = kind;
    ++at_;
    return {};
  }

  Result<void> read_token(QueryToken& token) {
    const char c = query_[at_];
    if (c == '(') return sign(token, QueryToken::Kind::Open);
    if (c == ')') return sign(token, QueryToken::Kind::Close);
    if (c == '-' && more_follows() && !after_field_) return sign(token, QueryToken::Kind::Minus);
    if (c == '+' && more_follows() && !after_field_) return sign(token, QueryToken::Kind::Plus);
    if (c == '=' && more_follows()) return sign(token, QueryToken::Kind::Strict);
    if (c == '"') return read_phrase(token, "\"", "\"");
    if (query_.substr(at_).starts_with(kOpeningQuote)) return read_phrase(token, kOpeningQuote, kClosingQuote);
    if (c == '[' && range_starts()) return read_range(token);
    return read_word(token);
  }

  Result<void> read_phrase(QueryToken& token, std::string_view opening, std::string_view closing) {
    token.kind = QueryToken::Kind::Phrase;
    const size_t begin = at_;
    for (at_ += opening.size(); more(); ++at_) {
      if (query_.substr(at_).starts_with(closing)) {
        at_ += closing.size();
        return read_nearness(token);
      }
      if (query_[at_] == '\\' && at_ + 1 < query_.size()) ++at_;
      token.text += query_[at_];
    }
    return wrong("a quotation mark is not closed", begin);
  }

  Result<void> read_nearness(QueryToken& token) {
    if (!more() || query_[at_] != '~') return {};
    const size_t begin = at_++;
    int number = 0;
    const size_t figures = at_;
    for (; more() && is_figure(query_[at_]); ++at_) number = std::min(number * 10 + (query_[at_] - '0'), 100000);
    if (at_ == figures) return wrong("~ after a phrase takes a number, as in \"a b\"~5", begin);
    if (number > kFarthest) return wrong(fmt::format("~ goes up to {}", kFarthest), begin);
    token.near = number;
    return {};
  }

  bool range_starts() const {
    const std::string_view rest = query_.substr(at_);
    return after_field_ || (rest.find(']') != std::string_view::npos && rest.find(" TO ") < rest.find(']'));
  }

  Result<void> read_range(QueryToken& token) {
    const size_t end = query_.find(']', at_);
    const size_t to = query_.find(" TO ", at_);
    if (end == std::string_view::npos || to == std::string_view::npos || to > end) {
      return wrong("a range is [FROM TO TO], as in date:[2023 TO 2025-04]", at_);
    }
    const auto bound = [](std::string_view value) {
      const size_t first = value.find_first_not_of(' ');
      if (first == std::string_view::npos) return std::string();
      value = value.substr(first, value.find_last_not_of(' ') + 1 - first);
      return value == "*" ? std::string() : std::string(value);
    };
    token.kind = QueryToken::Kind::Range;
    token.text = bound(query_.substr(at_ + 1, to - at_ - 1));
    token.range_to = bound(query_.substr(to + 4, end - to - 4));
    at_ = end + 1;
    return {};
  }

  // A name of letters and a colon: a field.
  bool read_field(QueryToken& token) {
    size_t end = at_;
    while (end < query_.size() && is_letter_ascii(query_[end])) ++end;
    if (end == at_ || end == query_.size() || query_[end] != ':' || after_field_) return false;
    token.kind = QueryToken::Kind::Field;
    token.text = query_.substr(at_, end - at_);
    at_ = end + 1;
    return true;
  }

  Result<void> read_word(QueryToken& token) {
    const size_t begin = at_;
    if (read_field(token)) {
      if (!is_search_field(token.text)) return wrong(fmt::format("there is no field `{}`", token.text), begin);
      if (!more() || is_blank(query_[at_]) || query_[at_] == ')') {
        return wrong(fmt::format("`{}:` has no value", token.text), begin);
      }
      return {};
    }
    token.kind = QueryToken::Kind::Word;
    bool plain = true;  // nothing in it was escaped
    for (; more() && !ends_word(query_[at_]); ++at_) {
      const char c = query_[at_];
      if (c == '\\' && at_ + 1 < query_.size()) {
        token.text += query_[++at_];
        plain = false;
        continue;
      }
      if (Result<void> read = read_wildcard(token); !read) return read;
      if (!token.prefix) token.text += c;
    }
    if (plain && token.text == "AND") token.kind = QueryToken::Kind::And;
    if (plain && token.text == "OR") token.kind = QueryToken::Kind::Or;
    if (plain && token.text == "NOT") token.kind = QueryToken::Kind::Not;
    return {};
  }

  static bool ends_word(char c) { return is_blank(c) || c == '(' || c == ')' || c == '"'; }

  Result<void> read_wildcard(QueryToken& token) {
    const char c = query_[at_];
    const bool last = at_ + 1 == query_.size() || ends_word(query_[at_ + 1]);
    if (c == '*') {
      if (!last) return wrong("* stands at the end of a word only", at_);
      if (token.text.size() < 2) return wrong("* takes two letters before it", at_);
      token.prefix = true;
    }
    if (c == '?' && !last) return wrong("? for any letter is not known", at_);
    if (c == '~') {
      return wrong("words that are spelt alike (word~) are not looked for; ~ stands behind a phrase, as in \"a b\"~5", at_);
    }
    if (c == '^' && !last && is_figure(query_[at_ + 1])) return wrong("weights (word^2) are not known", at_);
    return {};
  }

  std::string_view query_;
  size_t at_ = 0;
  bool after_field_ = false;
};

}  // namespace

std::unexpected<Error> query_error(std::string_view query, size_t at, std::string_view what) {
  uint32_t character = 1;
  for (size_t i = 0; i < std::min(at, query.size()); i += decode_utf8(query, i).length) ++character;
  return fail("", fmt::format("{}, at character {}", what, character));
}

Result<std::vector<QueryToken>> cut_query(std::string_view query) { return Lexer(query).run(); }

}  // namespace verbale
