#include "source/html_tree.h"

#include <fmt/format.h>
#include <gumbo.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace verbale {
namespace {

constexpr int kDeepest = 1000;
constexpr int kMostAttributes = 500;
constexpr auto npos = std::string_view::npos;

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Elements that nest nothing, or that the next of their kind closes.
bool counts_for_depth(std::string_view tag) {
  constexpr auto kFlat = std::to_array<std::string_view>(
      {"area", "base",   "br",     "col",   "embed", "hr",    "img",  "input", "link",
       "meta", "param",  "source", "track", "wbr",   "p",     "li",   "td",    "tr",
       "th",   "option", "dt",     "dd",    "tbody", "thead", "body", "html",  "head"});
  return std::find(kFlat.begin(), kFlat.end(), tag) == kFlat.end();
}

// A rough pass over the tags before the parser sees them: how deep they nest and how many
// attributes one has. Comments and scripts are passed over.
class TagCensus {
 public:
  explicit TagCensus(std::string_view page) : page_(page) {}

  // What is wrong with the page, or empty.
  std::string check() {
    for (size_t at = page_.find('<'); at != npos; at = page_.find('<', at)) {
      if (page_.substr(at, 4) == "<!--") {
        at = std::min(page_.find("-->", at + 4), page_.size());
        continue;
      }
      const size_t start = at;
      const bool closes = page_.substr(at + 1, 1) == "/";
      size_t name_end = at + (closes ? 2 : 1);
      while (name_end < page_.size() && is_name_character(page_[name_end])) ++name_end;
      const std::string tag =
          to_lower(page_.substr(at + (closes ? 2 : 1), name_end - at - (closes ? 2 : 1)));
      at = name_end;
      if (tag.empty()) continue;
      if (!pass_attributes(at)) return too_many(start, "attributes in one tag", kMostAttributes);
      if (!counts_for_depth(tag)) continue;
      depth_ = closes ? std::max(0, depth_ - 1) : depth_ + 1;
      if (depth_ > kDeepest) return too_many(start, "elements nested", kDeepest);
      if (!closes && (tag == "script" || tag == "style")) at = pass_raw(at, tag);
    }
    return {};
  }

 private:
  static std::string too_many(size_t at, std::string_view what, int most) {
    return fmt::format("byte {}: more than {} {}", at, most, what);
  }

  // Moves to the end of the tag; false if it has too many attributes.
  bool pass_attributes(size_t& at) const {
    int attributes = 0;
    char quote = 0;
    bool blank = false;
    for (; at < page_.size(); ++at) {
      const char c = page_[at];
      if (quote != 0) {
        if (c == quote) quote = 0;
        continue;
      }
      if (c == '>') return true;
      if (c == '"' || c == '\'') quote = c;
      const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '/';
      if (blank && !is_blank && ++attributes > kMostAttributes) return false;
      blank = is_blank;
    }
    return true;
  }

  // The text of scripts and styles holds no tags but their own end.
  size_t pass_raw(size_t at, const std::string& tag) const {
    for (size_t end = page_.find("</", at); end != npos; end = page_.find("</", end + 2)) {
      if (to_lower(page_.substr(end + 2, tag.size())) == tag) return end;
    }
    return page_.size();
  }

  std::string_view page_;
  int depth_ = 0;
};

// The original bytes of a text node: gumbo gives the start for sure, and an end that may reach into
// markup it passed over; the end is cut to the page.
std::string_view within(std::string_view page, GumboStringPiece piece) {
  if (piece.data < page.data() || piece.data > page.data() + page.size()) return {};
  const size_t start = static_cast<size_t>(piece.data - page.data());
  return page.substr(start, piece.length);
}

}  // namespace

// Walks gumbo's tree with a stack of its own and writes the flat one.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view page, HtmlTree& tree) : page_(page), tree_(tree) {}

  void build(const GumboNode* root) {
    struct Level {
      const GumboVector* children;
      unsigned next;
      int32_t node;
    };
    std::vector<Level> levels;
    const auto open = [&](const GumboNode* node, int32_t parent) {
      const int32_t index = add(node, parent);
      const bool element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
      if (element)
        levels.push_back({&node->v.element.children, 0, index});
      else
        close(index);
    };
    open(root, -1);
    while (!levels.empty()) {
      Level& level = levels.back();
      if (level.next == level.children->length) {
        close(level.node);
        levels.pop_back();
      } else {
        const GumboNode* child = static_cast<const GumboNode*>(level.children->data[level.next++]);
        if (child->type != GUMBO_NODE_COMMENT) open(child, level.node);
      }
    }
  }

 private:
  int32_t add(const GumboNode* node, int32_t parent) {
    HtmlNode made;
    made.parent = parent;
    if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) {
      made.tag = gumbo_normalized_tagname(node->v.element.tag);
      made.first_attribute = static_cast<uint32_t>(tree_.attributes_.size());
      const GumboVector& attributes = node->v.element.attributes;
      for (unsigned i = 0; i < attributes.length; ++i) {
        const GumboAttribute* attribute = static_cast<const GumboAttribute*>(attributes.data[i]);
        tree_.attributes_.push_back({attribute->name, attribute->value});
      }
      made.attributes = attributes.length;
    } else {
      made.is_text = true;
      made.text = node->v.text.text;
      made.original = within(page_, node->v.text.original_text);
    }
    tree_.nodes_.push_back(made);
    return static_cast<int32_t>(tree_.nodes_.size()) - 1;
  }

  void close(int32_t node) {
    tree_.nodes_[static_cast<size_t>(node)].end = static_cast<int32_t>(tree_.nodes_.size());
  }

  std::string_view page_;
  HtmlTree& tree_;
};

Result<HtmlTree> HtmlTree::parse(std::string_view page, const std::string& path) {
  if (const std::string wrong = TagCensus(page).check(); !wrong.empty()) {
    return fail(path, wrong, "this is no page of words; save its text instead");
  }
  HtmlTree tree;
  tree.memory_ = std::make_unique<std::pmr::monotonic_buffer_resource>(2 * page.size() + 4096);
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.userdata = tree.memory_.get();
  options.allocator = [](void* memory, size_t size) -> void* {
    return static_cast<std::pmr::monotonic_buffer_resource*>(memory)->allocate(size, 16);
  };
  options.deallocator = [](void*, void*) {};
  const GumboOutput* output = gumbo_parse_with_options(&options, page.data(), page.size());
  TreeBuilder(page, tree).build(output->root);
  return tree;
}

std::string_view HtmlTree::attribute(const HtmlNode& node, std::string_view name) const {
  for (const HtmlAttribute& attribute : attributes(node)) {
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

std::string HtmlTree::text_of(int32_t node) const {
  std::string text;
  for (int32_t i = node; i < nodes_[static_cast<size_t>(node)].end; ++i) {
    const HtmlNode& inner = nodes_[static_cast<size_t>(i)];
    if (!inner.is_text) continue;
    for (const char c : inner.text) {
      const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!blank) {
        text += c;
      } else if (!text.empty() && text.back() != ' ') {
        text += ' ';
      }
    }
  }
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

}  // namespace verbale
