#include "language/tokeniser.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace verbale {
namespace {

constexpr size_t kLongestJoined = 24;  // bytes of a word that rules look at as a whole
constexpr char32_t kRightQuote = 0x2019;
constexpr char32_t kNoBreakHyphen = 0x2011;
constexpr char32_t kHyphen = 0x2010;

bool is_apostrophe(char32_t c) { return c == '\'' || c == kRightQuote; }
bool is_hyphen(char32_t c) { return c == '-' || c == kHyphen || c == kNoBreakHyphen; }

// First parts of hyphenated words that are no words: the treebanks leave them joined.
constexpr auto kPrefixes = std::to_array<std::string_view>(
    {"a",     "anti",  "arch", "bi",    "co",    "counter", "cross", "de",   "e",     "em",
     "ex",    "extra", "hyper", "inter", "intra", "macro",  "mega",  "micro", "mid",  "mini",
     "mis",   "multi", "neo",  "non",   "over",  "pan",     "post",  "pre",  "pro",   "proto",
     "quasi", "re",    "semi", "socio", "sub",   "super",   "tele",  "trans", "tri",  "ultra",
     "un",    "under", "x"});

// Scans one paragraph. `at_` is a byte offset into the whole text.
class Scanner {
 public:
  Scanner(std::string_view text, Span range, const Abbreviations& abbreviations,
          std::vector<RawToken>& out)
      : text_(text.substr(0, range.end)), at_(range.begin), abbreviations_(abbreviations), out_(out) {}

  void run() {
    while (at_ < text_.size()) {
      const CodePoint c = decode_utf8(text_, at_);
      if (is_space(c.value)) {
        space_ = true;
        at_ += c.length;
      } else if (is_word_character(c.value)) {
        word();
      } else {
        mark(c);
      }
    }
  }

 private:
  char32_t peek(size_t at) const { return at < text_.size() ? decode_utf8(text_, at).value : U' '; }
  size_t after(size_t at) const { return at + decode_utf8(text_, at).length; }

  void add(size_t begin, size_t end, bool abbreviation = false) {
    if (begin >= end) return;
    out_.push_back({{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}, space_, abbreviation});
    space_ = false;
    at_ = end;
  }

  // A punctuation mark or symbol; a run of the same one ("--", "...") is one token.
  void mark(CodePoint c) {
    size_t end = at_ + c.length;
    if (c.value == '.' || c.value == '-' || c.value == '!' || c.value == '?' || c.value == '*' ||
        c.value == '_' || c.value == '=' || c.value == '#') {
      while (end < text_.size() && text_[end] == text_[at_]) ++end;
    } else if (is_apostrophe(c.value) && !space_ && clitic_end(end) != 0) {
      end = clitic_end(end);
    }
    add(at_, end);
  }

  // The end of "s", "ll", ... at `at` if these letters, and no more, follow an apostrophe; else 0.
  size_t clitic_end(size_t at) const {
    size_t end = at;
    while (end < text_.size() && end - at < 3 && is_letter(static_cast<unsigned char>(text_[end]))) ++end;
    if (end < text_.size() && is_word_character(peek(end))) return 0;
    const std::string letters = to_lower(text_.substr(at, end - at));
    for (const std::string_view clitic : {"s", "re", "ve", "ll", "d", "m"}) {
      if (letters == clitic) return end;
    }
    return 0;
  }

  size_t run_of_word_characters(size_t at) const {
    while (at < text_.size()) {
      const CodePoint c = decode_utf8(text_, at);
      if (!is_word_character(c.value)) break;
      at += c.length;
    }
    return at;
  }

  // The end of an address (web or mail) that starts at at_, or 0.
  size_t address_end() const {
    const std::string_view rest = text_.substr(at_);
    const bool web = rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
    size_t end = at_;
    bool at_sign = false;
    for (; end < text_.size(); ++end) {
      const unsigned char c = static_cast<unsigned char>(text_[end]);
      if (c <= ' ' || c >= 0x7F || c == '"' || c == '<' || c == '>' || c == '(' || c == ')') break;
      if (c == '@' && end > at_) at_sign = true;
      if (!web && !at_sign && end - at_ > 64) return 0;
    }
    if (!web && !at_sign) return 0;
    while (end > at_ && std::string_view(".,;:!?'*_-").find(text_[end - 1]) != std::string_view::npos) --end;
    return end;
  }

  // A word with what is joined to it: "U.S.", "10,000", "O'Brien", "co-chair", "AT&T", "3/4".
  void word() {
    const char first = text_[at_];
    if (first == 'h' || first == 'w' || text_.substr(at_, 65).find('@') != std::string_view::npos) {
      if (const size_t end = address_end(); end != 0) return add(at_, end);
    }
    size_t end = run_of_word_characters(at_);
    while (end < text_.size() && joins(end)) end = run_of_word_characters(after(end));
    bool abbreviation = false;
    if (end < text_.size() && text_[end] == '.' && takes_full_stop(end)) {
      ++end;
      abbreviation = true;
    }
    cut_clitics(at_, end, abbreviation);
  }

  // Whether the character at `at`, between two word characters, joins them into one token.
  bool joins(size_t at) const {
    const CodePoint c = decode_utf8(text_, at);
    const char32_t left = decode_utf8_before(text_, at).value;
    const char32_t right = peek(at + c.length);
    if (!is_word_character(right)) return false;
    const bool digits = is_digit(left) && is_digit(right);
    switch (c.value) {
      case '.': return digits || joins_at_stop(at);
      case ',': return digits && groups_thousands(at);
      case ':': case '/': return digits;
      case '&': return is_upper(left) && is_upper(right);
      case '_': return true;
      default: break;
    }
    if (is_apostrophe(c.value)) return is_letter(left) && is_letter(right) && clitic_end(at + c.length) == 0;
    return is_hyphen(c.value) && joins_at_hyphen(at, c.length);
  }

  // "U.S" and "p.m" but not "end.The": single letters on both sides, or an address ("xinhuanet.com").
  bool joins_at_stop(size_t at) const {
    const bool single_left = at - at_ == 1 || (at >= at_ + 2 && text_[at - 2] == '.');
    const size_t right_end = run_of_word_characters(at + 1);
    if (single_left) return right_end - (at + 1) <= 2 || is_known(at_, right_end);
    return is_lower(decode_utf8_before(text_, at).value) && is_lower(peek(at + 1)) && right_end - at > 2;
  }

  bool groups_thousands(size_t at) const {
    const size_t end = run_of_word_characters(at + 1);
    return end - at == 4;
  }

  bool joins_at_hyphen(size_t at, size_t length) const {
    if (at - at_ > kLongestJoined) return false;
    const size_t right = at + length;
    const std::string first = to_lower(text_.substr(at_, at - at_));
    if (std::find(kPrefixes.begin(), kPrefixes.end(), first) != kPrefixes.end()) return true;
    // Telephone numbers and dates in digits: two hyphens among digits.
    if (!std::all_of(text_.begin() + static_cast<int64_t>(at_), text_.begin() + static_cast<int64_t>(at),
                     [](char c) { return (c >= '0' && c <= '9') || c == '-'; })) {
      return false;
    }
    const size_t end = run_of_word_characters(right);
    if (first.find('-') != std::string::npos) return is_digit(peek(right));
    return is_digit(peek(right)) && is_hyphen(peek(end)) && is_digit(peek(end + 1));
  }

  bool is_known(size_t begin, size_t end) const {
    return end - begin <= kLongestJoined &&
           abbreviations_.kind(to_lower(text_.substr(begin, end - begin))).has_value();
  }

  // Whether the full stop at `at` belongs to the word [at_, at): an abbreviation or an initial.
  bool takes_full_stop(size_t at) const {
    if (peek(at + 1) == '.') return false;
    const std::string_view word = text_.substr(at_, at - at_);
    if (word.size() > kLongestJoined) return false;
    if (decode_utf8(word, 0).length == word.size() && is_upper(decode_utf8(word, 0).value) && word != "I") {
      return true;
    }
    if (word.size() >= 3 && word[word.size() - 2] == '.' && is_letter(decode_utf8(word, 0).value)) return true;
    if (is_list_number(word, at)) return true;
    const std::string lower = to_lower(word);
    const std::optional<AbbreviationKind> kind = abbreviations_.kind(lower);
    if (!kind) return false;
    // "no." and "sun." are words too: in lower case they count only where a number follows.
    if (*kind != AbbreviationKind::Number || is_upper(decode_utf8(word, 0).value)) {
      return *kind != AbbreviationKind::Title || is_upper(decode_utf8(word, 0).value) ||
             lower.find('.') != std::string::npos;
    }
    return lower.find('.') != std::string::npos || is_digit(peek(at + 2));
  }

  // "1." or "12." at the head of a paragraph.
  bool is_list_number(std::string_view word, size_t at) const {
    return first_ && word.size() <= 2 && std::all_of(word.begin(), word.end(), [](char c) {
             return c >= '0' && c <= '9';
           }) && is_space(peek(at + 1)) && at + 1 < text_.size();
  }

  void cut_clitics(size_t begin, size_t end, bool abbreviation) {
    first_ = false;
    const std::string_view word = text_.substr(begin, end - begin);
    const std::string lower = word.size() <= 16 ? to_lower(word) : std::string();
    size_t cut = end;
    if (lower == "cannot" || lower == "gonna" || lower == "wanna" || lower == "gotta") {
      cut = begin + 3;
    } else {
      cut = negation_cut(begin, end);
    }
    add(begin, cut, abbreviation && cut == end);
    if (cut < end) add(cut, end, abbreviation);
    const CodePoint next = at_ < text_.size() ? decode_utf8(text_, at_) : CodePoint{U' ', 1};
    if (!is_apostrophe(next.value)) return;
    if (const size_t clitic = clitic_end(at_ + next.length); clitic != 0) add(at_, clitic);
  }

  // "don't" is one run of word characters with an apostrophe inside: cut before "n't".
  size_t negation_cut(size_t begin, size_t end) const {
    const std::string_view word = text_.substr(begin, end - begin);
    for (const std::string_view ending : {"n't", "N'T", "n\u2019t", "N\u2019T"}) {
      if (word.size() > ending.size() && word.ends_with(ending)) return end - ending.size();
    }
    return end;
  }

  std::string_view text_;
  size_t at_;
  const Abbreviations& abbreviations_;
  std::vector<RawToken>& out_;
  bool space_ = false;
  bool first_ = true;
};

}  // namespace

void tokenise(std::string_view text, Span range, const Abbreviations& abbreviations,
              std::vector<RawToken>& out) {
  Scanner(text, range, abbreviations, out).run();
}

}  // namespace verbale
