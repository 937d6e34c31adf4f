// A row of JSON Lines. The text is read with our own scanner, for the sake of the map: where in the
// row each character of the text stands, escapes and all.
#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "source/offsets.h"
#include "source/rows.h"

namespace verbale {
namespace {

constexpr int kDeepest = 200;  // nesting of values that are passed over

class JsonRow {
 public:
  explicit JsonRow(std::string_view row) : row_(row) {}

  Result<Document> read() {
    Document document;
    blank();
    if (!take('{')) return wrong("a row must be a JSON object");
    blank();
    if (!take('}')) {
      do {
        blank();
        if (!member(document)) return wrong(problem_);
        blank();
      } while (take(','));
      if (!take('}')) return wrong("no ',' or '}'");
    }
    blank();
    if (at_ != row_.size()) return wrong("something follows the object");
    if (!has_text_) return fail({}, "no field 'text'", "name the column of the text 'text'");
    return document;
  }

 private:
  std::unexpected<Error> wrong(std::string_view what) const {
    return fail({}, fmt::format("column {}: {}", at_ + 1, what), "correct the JSON of the row");
  }
  bool problem(const char* what) {
    problem_ = what;
    return false;
  }

  void blank() {
    while (at_ < row_.size() && std::string_view(" \t\r\n").contains(row_[at_])) ++at_;
  }
  bool take(char c) {
    if (at_ >= row_.size() || row_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool member(Document& document) {
    std::string key;
    if (!string(key, nullptr)) return false;
    blank();
    if (!take(':')) return problem("no ':'");
    blank();
    if (key == "text") return text(document);
    std::string* const place = field(document, key);
    if (place == nullptr) return value(0);
    const size_t start = at_;
    if (at_ < row_.size() && row_[at_] == '"') {
      std::string found;
      if (!string(found, nullptr)) return false;
      if (!found.empty()) *place = std::move(found);
      return true;
    }
    if (!value(0)) return false;
    const std::string_view number = row_.substr(start, at_ - start);
    const bool digits =
        !number.empty() && (number[0] == '-' || (number[0] >= '0' && number[0] <= '9'));
    if (key == "id" && digits) *place = number;
    return true;
  }

  static std::string* field(Document& document, std::string_view key) {
    GivenMetadata& given = document.source.given;
    if (key == "id") return &document.source.name;
    if (key == "title") return &given.title;
    if (key == "date") return &given.date;
    if (key == "outlet" || key == "source") return &given.outlet;
    if (key == "url") return &given.url;
    if (key == "lang" || key == "language") return &given.language;
    if (key == "side") return &given.side;
    return nullptr;
  }

  bool text(Document& document) {
    if (at_ >= row_.size() || row_[at_] != '"') return problem("'text' is no string");
    OffsetBuilder offsets;
    document.text.clear();
    if (!string(document.text, &offsets)) return false;
    document.source.offsets = offsets.take();
    has_text_ = true;
    return true;
  }

  // A string from its opening quotation mark on, unescaped into `out`.
  bool string(std::string& out, OffsetBuilder* offsets) {
    if (!take('"')) return problem("no string where one must be");
    for (;;) {
      size_t end = at_;
      while (end < row_.size() && row_[end] != '"' && row_[end] != '\\') {
        if (static_cast<unsigned char>(row_[end]) < 0x20) {
          at_ = end;
          return problem("a control character in a string");
        }
        ++end;
      }
      if (end == row_.size()) return problem("a string without an end");
      out.append(row_.substr(at_, end - at_));
      if (offsets != nullptr) {
        offsets->exact(static_cast<uint32_t>(end - at_), static_cast<uint32_t>(at_));
      }
      at_ = end;
      if (take('"')) return true;
      const size_t before = out.size();
      const size_t start = at_;
      if (!escape(out)) return false;
      if (offsets != nullptr) {
        offsets->whole(static_cast<uint32_t>(out.size() - before), static_cast<uint32_t>(start),
                       static_cast<uint32_t>(at_ - start));
      }
    }
  }

  bool escape(std::string& out) {
    constexpr std::string_view kNames = "\"\\/bfnrt";
    constexpr std::string_view kValues = "\"\\/\b\f\n\r\t";
    ++at_;
    if (at_ >= row_.size()) return problem("a string without an end");
    const char name = row_[at_++];
    if (name != 'u') {
      const size_t which = kNames.find(name);
      if (which == std::string_view::npos) return problem("no such escape");
      out += kValues[which];
      return true;
    }
    uint32_t unit = 0;
    if (!hex(unit)) return problem("no four hexadecimal digits after \\u");
    if (unit == 0) return problem("NUL in a string: this is no text");
    if (unit >= 0xD800 && unit < 0xDC00 && row_.substr(at_, 2) == "\\u") {
      const size_t back = at_;
      uint32_t low = 0;
      at_ += 2;
      if (hex(low) && low >= 0xDC00 && low < 0xE000) {
        append_utf8(out, 0x10000 + ((unit - 0xD800) << 10 | (low - 0xDC00)));
        return true;
      }
      at_ = back;
    }
    append_utf8(out,
                unit >= 0xD800 && unit < 0xE000 ? 0xFFFD : unit);  // half a pair is no character
    return true;
  }

  bool hex(uint32_t& unit) {
    if (at_ + 4 > row_.size()) return false;
    for (int i = 0; i < 4; ++i) {
      const char c = row_[at_++];
      const char lower = static_cast<char>(c | 0x20);
      if (c >= '0' && c <= '9') {
        unit = unit << 4 | static_cast<uint32_t>(c - '0');
      } else if (lower >= 'a' && lower <= 'f') {
        unit = unit << 4 | static_cast<uint32_t>(lower - 'a' + 10);
      } else {
        return false;
      }
    }
    return true;
  }

  // Passes over any value.
  bool value(int depth) {
    if (at_ >= row_.size()) return problem("no value");
    const char first = row_[at_];
    if (first == '"') {
      std::string ignored;
      return string(ignored, nullptr);
    }
    if (first == '{' || first == '[') return nested(first == '{', depth);
    const size_t start = at_;
    while (at_ < row_.size() && !std::string_view(" \t\r\n,]}").contains(row_[at_])) ++at_;
    const std::string_view word = row_.substr(start, at_ - start);
    const bool known = word == "true" || word == "false" || word == "null";
    const bool number =
        !word.empty() && word.find_first_not_of("0123456789+-.eE") == std::string_view::npos;
    return known || number || problem("no value");
  }

  bool nested(bool object, int depth) {
    if (depth >= kDeepest) return problem("nested too deep");
    const char close = object ? '}' : ']';
    ++at_;
    blank();
    if (take(close)) return true;
    do {
      blank();
      if (object) {
        std::string ignored;
        if (!string(ignored, nullptr)) return false;
        blank();
        if (!take(':')) return problem("no ':'");
        blank();
      }
      if (!value(depth + 1)) return false;
      blank();
    } while (take(','));
    return take(close) || problem(object ? "no ',' or '}'" : "no ',' or ']'");
  }

  std::string_view row_;
  size_t at_ = 0;
  bool has_text_ = false;
  const char* problem_ = "";
};

}  // namespace

Result<Document> read_json_row(std::string_view row) { return JsonRow(row).read(); }

}  // namespace verbale
