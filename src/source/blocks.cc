#include "source/blocks.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace verbale {
namespace {

template <size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view tag) {
  return std::find(list.begin(), list.end(), tag) != list.end();
}

constexpr auto kBlockTags = std::to_array<std::string_view>(
    {"address", "article", "aside", "blockquote", "body",    "center",   "dd",         "details",
     "dialog",  "dir",     "div",   "dl",         "dt",      "fieldset", "figcaption", "figure",
     "footer",  "form",    "h1",    "h2",         "h3",      "h4",       "h5",         "h6",
     "header",  "hr",      "html",  "legend",     "li",      "main",     "menu",       "nav",
     "ol",      "p",       "pre",   "section",    "summary", "table",    "tbody",      "td",
     "tfoot",   "th",      "thead", "tr",         "ul"});

// Elements whose text is never report.
constexpr auto kDropped = std::to_array<std::string_view>(
    {"script",   "style",  "noscript", "template",   "nav",    "aside", "button", "select",
     "textarea", "iframe", "svg",      "figcaption", "footer", "head",  "object", "embed",
     "canvas",   "audio",  "video",    "menu",       "dialog", "title"});

// Words of classes and ids that name what is no report. A whole word of the class must be one of
// these, or start with one that ends in "*".
constexpr auto kBoilerplate = std::to_array<std::string_view>({"nav*",
                                                               "menu*",
                                                               "breadcrumb*",
                                                               "sidebar*",
                                                               "aside",
                                                               "footer*",
                                                               "comment*",
                                                               "disqus*",
                                                               "respond",
                                                               "share",
                                                               "sharing*",
                                                               "sharebar",
                                                               "sharebox",
                                                               "share-*",
                                                               "social*",
                                                               "related*",
                                                               "recommend*",
                                                               "cookie*",
                                                               "consent*",
                                                               "gdpr*",
                                                               "banner*",
                                                               "promo*",
                                                               "advert*",
                                                               "ad",
                                                               "ads",
                                                               "adsbygoogle",
                                                               "sponsor*",
                                                               "newsletter*",
                                                               "subscri*",
                                                               "signup*",
                                                               "pagination*",
                                                               "pager*",
                                                               "popup*",
                                                               "modal*",
                                                               "lightbox*",
                                                               "tags",
                                                               "tag-list",
                                                               "taglist",
                                                               "taxonomy",
                                                               "keywords",
                                                               "caption",
                                                               "wp-caption-text",
                                                               "widget*",
                                                               "toolbar*",
                                                               "print",
                                                               "printer",
                                                               "skip-link",
                                                               "skiplink",
                                                               "skip",
                                                               "screen-reader-text",
                                                               "visually-hidden",
                                                               "sr-only",
                                                               "masthead*",
                                                               "topbar*",
                                                               "copyright*",
                                                               "most-read",
                                                               "mostread",
                                                               "most-viewed",
                                                               "trending*",
                                                               "popular*",
                                                               "latest-news",
                                                               "other-news",
                                                               "othernews",
                                                               "more-news",
                                                               "morenews",
                                                               "readmore",
                                                               "read-more",
                                                               "see-also",
                                                               "seealso",
                                                               "author-bio",
                                                               "authorbox",
                                                               "byline-bio",
                                                               "languages",
                                                               "lang-switcher",
                                                               "language-switcher",
                                                               "search*",
                                                               "login*",
                                                               "feedback",
                                                               "rating*",
                                                               "outbrain*",
                                                               "taboola*",
                                                               "paywall*",
                                                               "photo-caption",
                                                               "image-caption",
                                                               "img-caption",
                                                               "credit",
                                                               "player*",
                                                               "tooltip*",
                                                               "hidden"});

bool names_boilerplate(std::string_view words) {
  while (!words.empty()) {
    const size_t end = words.find_first_of(" \t\n\r");
    const std::string word = to_lower(words.substr(0, end));
    for (const std::string_view name : kBoilerplate) {
      const bool prefix = name.ends_with('*');
      const std::string_view stem = prefix ? name.substr(0, name.size() - 1) : name;
      if (prefix ? word.starts_with(stem) : word == stem) return true;
    }
    words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
  }
  return false;
}

bool is_hidden(const HtmlTree& tree, const HtmlNode& node) {
  for (const HtmlAttribute& attribute : tree.attributes(node)) {
    if (attribute.name == "hidden") return true;
    if (attribute.name == "aria-hidden" && attribute.value == "true") return true;
    if (attribute.name != "style") continue;
    std::string style = to_lower(attribute.value.substr(0, 200));
    std::erase(style, ' ');
    if (style.find("display:none") != std::string::npos) return true;
    if (style.find("visibility:hidden") != std::string::npos) return true;
  }
  return false;
}

bool is_dropped(const HtmlTree& tree, const HtmlNode& node, bool inside_article) {
  if (is_one_of(kDropped, node.tag)) return true;
  if (node.tag == "form" || (node.tag == "header" && !inside_article)) return true;
  constexpr auto kKept = std::to_array<std::string_view>({"html", "body", "main", "article", "h1"});
  if (is_one_of(kKept, node.tag)) return false;
  const std::string_view role = tree.attribute(node, "role");
  constexpr auto kRoles =
      std::to_array<std::string_view>({"navigation", "banner", "contentinfo", "complementary",
                                       "search", "dialog", "menu", "alert"});
  if (is_one_of(kRoles, role) || is_hidden(tree, node)) return true;
  return names_boilerplate(tree.attribute(node, "class")) ||
         names_boilerplate(tree.attribute(node, "id"));
}

class BlockFinder {
 public:
  explicit BlockFinder(const HtmlTree& tree) : tree_(tree), nodes_(tree.nodes()) {}

  std::vector<Block> find() {
    const int32_t size = static_cast<int32_t>(nodes_.size());
    for (int32_t i = 0; i < size;) {
      leave_until(i);
      const HtmlNode& node = nodes_[static_cast<size_t>(i)];
      if (node.is_text) {
        add_text(i);
      } else if (is_too_large(i) ? false : is_dropped(tree_, node, articles_ > 0)) {
        if (is_one_of(kBlockTags, node.tag)) flush();
        i = node.end;
        continue;
      } else {
        enter(i);
      }
      ++i;
    }
    leave_until(size);
    flush();
    return std::move(blocks_);
  }

 private:
  // What holds most of the page is no sidebar, whatever its class says, and no form to fill in.
  bool is_too_large(int32_t i) const {
    const HtmlNode& node = nodes_[static_cast<size_t>(i)];
    if (is_one_of(kDropped, node.tag)) return false;
    return (node.end - i) * 10 > static_cast<int32_t>(nodes_.size()) * 8;
  }

  void enter(int32_t i) {
    const HtmlNode& node = nodes_[static_cast<size_t>(i)];
    if (node.tag == "br") {
      line_break();
      return;
    }
    if (is_one_of(kBlockTags, node.tag)) flush();
    open_.push_back(i);
    articles_ += node.tag == "article" || node.tag == "main";
    links_ += node.tag == "a";
    preformatted_ += node.tag == "pre";
    times_ += node.tag == "time";
  }

  void leave_until(int32_t i) {
    while (!open_.empty() && nodes_[static_cast<size_t>(open_.back())].end <= i) {
      const HtmlNode& node = nodes_[static_cast<size_t>(open_.back())];
      if (is_one_of(kBlockTags, node.tag)) flush();
      open_.pop_back();
      articles_ -= node.tag == "article" || node.tag == "main";
      links_ -= node.tag == "a";
      preformatted_ -= node.tag == "pre";
      times_ -= node.tag == "time";
    }
  }

  // Two breaks in a row part paragraphs, one only lines.
  void line_break() {
    if (block_.parts.empty()) return;
    if (block_.parts.back().node < 0) {
      flush();
    } else {
      block_.parts.push_back({-1});
    }
  }

  void add_text(int32_t i) {
    const std::string_view text = nodes_[static_cast<size_t>(i)].text;
    const bool blank = text.find_first_not_of(" \t\n\r\f\xC2\xA0") == std::string_view::npos;
    if (blank && (block_.parts.empty() || block_.parts.back().node < 0)) return;
    block_.parts.push_back({i});
    count(text);
  }

  void count(std::string_view text) {
    for (size_t at = 0; at < text.size();) {
      const CodePoint c = decode_utf8(text, at);
      at += c.length;
      if (is_space(c.value)) {
        in_word_ = false;
        continue;
      }
      ++block_.characters;
      block_.linked += links_ > 0;
      timed_ += times_ > 0;
      const bool ideograph = c.value >= 0x3040 && c.value <= 0x9FFF;
      if (ideograph) ideographs_ += 1;
      if (!ideograph && !in_word_) ++block_.words;
      in_word_ = !ideograph;
      if (is_word_character(c.value)) {
        block_.sentence = false;
      } else if (c.value == '.' || c.value == '!' || c.value == '?' || c.value == 0x3002 ||
                 c.value == 0xFF01 || c.value == 0xFF1F) {
        block_.sentence = true;
      }
    }
  }

  void flush() {
    while (!block_.parts.empty() && block_.parts.back().node < 0) block_.parts.pop_back();
    // A line that is nothing but a <time> is the date stamp of the page.
    if (block_.characters > timed_) {
      block_.words += ideographs_ / 2;
      block_.element = block_element();
      block_.preformatted = preformatted_ > 0;
      const std::string_view tag = nodes_[static_cast<size_t>(block_.element)].tag;
      if (tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6') {
        block_.heading = tag[1] - '0';
      }
      blocks_.push_back(std::move(block_));
    }
    block_ = {};
    timed_ = 0;
    ideographs_ = 0;
    in_word_ = false;
  }

  int32_t block_element() const {
    for (size_t i = open_.size(); i-- > 0;) {
      if (is_one_of(kBlockTags, nodes_[static_cast<size_t>(open_[i])].tag)) return open_[i];
    }
    return 0;
  }

  const HtmlTree& tree_;
  std::span<const HtmlNode> nodes_;
  std::vector<int32_t> open_;
  int articles_ = 0;
  int links_ = 0;
  int preformatted_ = 0;
  int times_ = 0;
  uint32_t timed_ = 0;  // characters of the block inside <time>
  Block block_;
  uint32_t ideographs_ = 0;
  bool in_word_ = false;
  std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> find_blocks(const HtmlTree& tree) { return BlockFinder(tree).find(); }

}  // namespace verbale
