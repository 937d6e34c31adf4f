#include "source/page_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "source/offsets.h"

namespace verbale {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Goes through a text node and the bytes it was read from side by side.
class Alignment {
 public:
  Alignment(std::string_view text, std::string_view original) : text_(text), original_(original) {}

  bool done() const { return at_ >= text_.size(); }

  struct Step {
    std::string_view text;  // one code point
    size_t begin = 0;       // its bytes in the original
    size_t end = 0;
    bool exact = false;
  };

  Step next() {
    const size_t length = decode_utf8(text_, at_).length;
    Step step{text_.substr(at_, length), from_, from_, false};
    at_ += length;
    pass_markup(step.text);
    step.begin = from_;
    if (original_.substr(from_, length) == step.text && !is_entity(step.text)) {
      from_ += length;
      step.exact = true;
    } else if (from_ < original_.size()) {
      from_ += length_here();
    }
    step.end = from_;
    return step;
  }

 private:
  // A comment or a tag that the parser passed over within the node.
  void pass_markup(std::string_view wanted) {
    while (from_ < original_.size() && original_[from_] == '<' && wanted != "<") {
      const std::string_view rest = original_.substr(from_);
      if (rest.starts_with("<![CDATA[")) {
        from_ += 9;
        continue;
      }
      const std::string_view close = rest.starts_with("<!--") ? "-->" : ">";
      const size_t end = rest.find(close);
      from_ = end == npos ? original_.size() : from_ + end + close.size();
    }
  }

  // "&amp;" stands for "&" and is not the same byte.
  bool is_entity(std::string_view wanted) const {
    return wanted == "&" &&
           (original_.substr(from_, 4) == "&amp" || original_.substr(from_, 4) == "&AMP" ||
            original_.substr(from_, 2) == "&#");
  }

  // Bytes of the original that stand for a code point that is written otherwise there.
  size_t length_here() const {
    const std::string_view rest = original_.substr(from_);
    if (rest[0] == '\r') return rest.size() > 1 && rest[1] == '\n' ? 2 : 1;
    if (rest[0] == '&') return entity_length(rest);
    return 0;  // the second code point of an entity that stands for two
  }

  // "&#8217;", "&rsquo;", and the old ones without a semicolon ("&nbsp").
  size_t entity_length(std::string_view rest) const {
    const bool numeric = rest.size() > 1 && rest[1] == '#';
    size_t end = numeric ? 2 : 1;
    while (end < rest.size() && is_alphanumeric(rest[end])) ++end;
    if (end < rest.size() && rest[end] == ';') return end + 1;
    if (numeric) {
      const bool hex = rest.size() > 2 && (rest[2] | 0x20) == 'x';
      end = hex ? 3 : 2;
      const std::string_view digits = hex ? "0123456789abcdefABCDEF" : "0123456789";
      while (end < rest.size() && digits.contains(rest[end])) ++end;
      return end;
    }
    // The name ends where the text goes on with what stands in the original.
    const std::string_view after = text_.substr(at_, 1);
    for (size_t shorter = end; shorter > 2; --shorter) {
      if (rest.substr(shorter, 1) == after) return shorter;
    }
    return end;
  }

  std::string_view text_;
  std::string_view original_;
  size_t at_ = 0;
  size_t from_ = 0;
};

class Assembler {
 public:
  Assembler(const HtmlTree& tree, std::string_view page) : tree_(tree), page_(page) {}

  PageText assemble(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
      preformatted_ = block.preformatted;
      break_line();
      for (const BlockPart part : block.parts) {
        if (part.node < 0)
          break_line();
        else
          add_node(tree_.nodes()[static_cast<size_t>(part.node)]);
      }
    }
    return {std::move(text_), offsets_.take()};
  }

 private:
  // A line feed of our own: it stands for no byte of the page.
  void break_line() {
    blank_ = {};
    if (text_.empty() || text_.back() == '\n') return;
    text_ += '\n';
    offsets_.whole(1, last_, 0);
  }

  void add_node(const HtmlNode& node) {
    const size_t base =
        node.original.empty() ? last_ : static_cast<size_t>(node.original.data() - page_.data());
    Alignment alignment(node.text, node.original);
    while (!alignment.done()) {
      const Alignment::Step step = alignment.next();
      const uint32_t begin = static_cast<uint32_t>(base + step.begin);
      const uint32_t end = static_cast<uint32_t>(base + step.end);
      if (preformatted_ && step.text == "\n") {
        break_line();
      } else if (is_space(decode_utf8(step.text, 0).value)) {
        add_blank(step, begin, end);
      } else {
        add(step.text, begin, end, step.exact);
      }
    }
  }

  // A run of white space waits until a word follows on the line. One alone stays what it is (a
  // no-break blank), several become one blank.
  void add_blank(const Alignment::Step& step, uint32_t begin, uint32_t end) {
    if (text_.empty() || text_.back() == '\n') return;
    const bool plain = step.text.size() == 1;
    if (blank_.empty()) {
      blank_ = plain ? std::string_view(" ") : step.text;
      blank_exact_ = step.exact && (!plain || step.text == " ");
      blank_begin_ = begin;
    } else {
      blank_ = " ";
      blank_exact_ = false;
    }
    blank_end_ = end;
  }

  void add(std::string_view text, uint32_t begin, uint32_t end, bool exact) {
    if (!blank_.empty()) {
      put(blank_, blank_begin_, std::max(blank_begin_, blank_end_), blank_exact_);
      blank_ = {};
    }
    put(text, begin, end, exact);
    last_ = end;
  }

  void put(std::string_view text, uint32_t begin, uint32_t end, bool exact) {
    text_ += text;
    const uint32_t length = static_cast<uint32_t>(text.size());
    if (exact)
      offsets_.exact(length, begin);
    else
      offsets_.whole(length, begin, end - begin);
  }

  const HtmlTree& tree_;
  std::string_view page_;
  std::string text_;
  OffsetBuilder offsets_;
  bool preformatted_ = false;
  std::string_view blank_;  // that waits; empty: none
  bool blank_exact_ = false;
  uint32_t blank_begin_ = 0;
  uint32_t blank_end_ = 0;
  uint32_t last_ = 0;
};

}  // namespace

PageText assemble(const HtmlTree& tree, const std::vector<Block>& blocks, std::string_view page) {
  return Assembler(tree, page).assemble(blocks);
}

}  // namespace verbale
