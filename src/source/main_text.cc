#include "source/main_text.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace verbale {
namespace {

constexpr double kMostLinks = 0.35;       // link density of prose
constexpr double kMostLinksInside = 0.5;  // of what stands between prose
constexpr uint32_t kProseWords = 15;      // of a block that need not end like a sentence
constexpr uint32_t kShortProse = 5;       // of one that does
constexpr double kShare = 0.75;           // of the page's prose that its element must hold

bool is_prose(const Block& block) {
  if (block.heading > 0 || block.link_density() > kMostLinks) return false;
  return block.words >= kProseWords || (block.words >= kShortProse && block.sentence);
}

int64_t weight_of(const Block& block) {
  return std::max<int64_t>(0, static_cast<int64_t>(block.characters) - 2 * block.linked);
}

// Elements that say themselves that they hold the report.
bool says_report(const HtmlTree& tree, const HtmlNode& node) {
  if (tree.attribute(node, "itemprop") == "articleBody") return true;
  constexpr auto kNames = std::to_array<std::string_view>(
      {"article-body", "article__body", "articlebody", "article-content", "article_content",
       "entry-content", "post-content", "story-body", "storybody", "content-detail",
       "detail-content", "news-content", "field--name-body", "field-name-body", "body-content"});
  for (const std::string_view which : {"class", "id"}) {
    std::string_view words = tree.attribute(node, which);
    while (!words.empty()) {
      const size_t end = words.find(' ');
      const std::string word = to_lower(words.substr(0, end));
      if (std::find(kNames.begin(), kNames.end(), word) != kNames.end()) return true;
      words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
    }
  }
  return false;
}

class MainText {
 public:
  MainText(const HtmlTree& tree, std::string_view title)
      : tree_(tree), title_(title), blocks_(find_blocks(tree)), weights_(tree.nodes().size(), 0) {}

  std::vector<Block> find() {
    vote();
    if (total_ == 0) return blocks_;  // no prose at all: better everything than nothing
    const int32_t report = find_report();
    std::vector<Block> kept = blocks_inside(report);
    const int32_t headline = find_headline(kept);
    if (headline >= 0) kept.insert(kept.begin(), blocks_[static_cast<size_t>(headline)]);
    return kept;
  }

 private:
  const HtmlNode& node(int32_t i) const { return tree_.nodes()[static_cast<size_t>(i)]; }

  // Each block of prose gives its weight to all elements around it.
  void vote() {
    for (const Block& block : blocks_) {
      if (!is_prose(block)) continue;
      const int64_t weight = weight_of(block);
      total_ += weight;
      for (int32_t i = block.element; i >= 0; i = node(i).parent) {
        weights_[static_cast<size_t>(i)] += weight;
      }
    }
  }

  // The element that calls itself the report, if it holds half of the prose; else the smallest that
  // holds nearly all of it.
  int32_t find_report() const {
    int32_t best = 0;
    int32_t said = -1;
    for (int32_t i = 0; i < static_cast<int32_t>(weights_.size()); ++i) {
      const int64_t weight = weights_[static_cast<size_t>(i)];
      if (static_cast<double>(weight) >= kShare * static_cast<double>(total_)) best = i;
      if (weight * 2 >= total_ && says_report(tree_, node(i))) said = i;
    }
    if (said >= 0 && inside(best, said)) return said;
    // A lone paragraph that holds most of the prose stands for the element it is in.
    while (node(best).parent > 0 && !is_container(node(best).tag)) best = node(best).parent;
    return said >= 0 ? said : best;
  }

  bool inside(int32_t inner, int32_t outer) const {
    return inner >= outer && inner < node(outer).end;
  }

  static bool is_container(std::string_view tag) {
    return tag == "div" || tag == "article" || tag == "main" || tag == "section" || tag == "td" ||
           tag == "body" || tag == "center" || tag == "blockquote";
  }

  std::vector<Block> blocks_inside(int32_t report) {
    size_t first = blocks_.size();
    size_t last = 0;
    for (size_t i = 0; i < blocks_.size(); ++i) {
      if (!inside(blocks_[i].element, report) || !is_prose(blocks_[i])) continue;
      first = std::min(first, i);
      last = i;
    }
    while (first > 0 && belongs_before(blocks_[first - 1], blocks_[first], report)) --first;
    while (last + 1 < blocks_.size() && belongs_after(blocks_[last], blocks_[last + 1], report))
      ++last;
    std::vector<Block> kept;
    for (size_t i = first; i <= last && i < blocks_.size(); ++i) {
      if (!inside(blocks_[i].element, report)) continue;
      const bool linked = blocks_[i].link_density() > kMostLinksInside;
      if (blocks_[i].heading != 1 && !linked && !is_insertion(blocks_[i], report)) {
        kept.push_back(blocks_[i]);
      }
    }
    return kept;
  }

  // In a report made of <p>, a short line in a bare <div> is put in by the page ("Story continues
  // below").
  bool is_insertion(const Block& block, int32_t report) const {
    if (block.sentence || block.words > 8 || node(block.element).tag != "div") return false;
    size_t prose = 0;
    size_t paragraphs = 0;
    for (const Block& other : blocks_) {
      if (!is_prose(other) || !inside(other.element, report)) continue;
      ++prose;
      paragraphs += node(other.element).tag == "p";
    }
    return paragraphs * 10 > prose * 8;
  }

  // A short line in the same element as the prose beside it: a salutation, a sub-heading, a
  // sign-off.
  bool beside(const Block& block, const Block& prose, int32_t report) const {
    if (!inside(block.element, report) || block.link_density() > 0.2) return false;
    const HtmlNode& one = node(block.element);
    const HtmlNode& other = node(prose.element);
    return block.element == prose.element || (one.parent == other.parent && one.tag == other.tag);
  }
  bool belongs_before(const Block& block, const Block& prose, int32_t report) const {
    return beside(block, prose, report);
  }
  bool belongs_after(const Block& prose, const Block& block, int32_t report) const {
    return beside(block, prose, report);
  }

  // The h1 that says what the title says; else the only one before the report.
  int32_t find_headline(const std::vector<Block>& kept) const {
    int32_t found = -1;
    int headlines = 0;
    const std::string wanted = letters(title_);
    for (size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].heading != 1 && blocks_[i].heading != 2) continue;
      const std::string text = letters(text_of(blocks_[i]));
      const bool same = !wanted.empty() && text.size() > 8 &&
                        (wanted.starts_with(text) || text.starts_with(wanted));
      if (same && !is_kept(kept, blocks_[i])) return static_cast<int32_t>(i);
      if (blocks_[i].heading == 1 && blocks_[i].words >= 3) {
        found = static_cast<int32_t>(i);
        ++headlines;
      }
    }
    if (headlines > 0) return headlines == 1 ? found : -1;
    return heading_before(kept);
  }

  // On a page without h1: the nearest heading before the report.
  int32_t heading_before(const std::vector<Block>& kept) const {
    constexpr int32_t kReach = 4;  // blocks
    int32_t first = 0;
    while (first < static_cast<int32_t>(blocks_.size()) &&
           (kept.empty() || blocks_[static_cast<size_t>(first)].parts.front().node !=
                                kept.front().parts.front().node)) {
      ++first;
    }
    for (int32_t i = first - 1; i >= 0 && i >= first - kReach; --i) {
      const Block& block = blocks_[static_cast<size_t>(i)];
      if (block.heading > 0 && block.words >= 3 && block.link_density() < kMostLinks) return i;
    }
    return -1;
  }

  static bool is_kept(const std::vector<Block>& kept, const Block& block) {
    return std::any_of(kept.begin(), kept.end(), [&](const Block& other) {
      return other.parts.front().node == block.parts.front().node;
    });
  }

  std::string text_of(const Block& block) const {
    std::string text;
    for (const BlockPart part : block.parts) {
      if (part.node >= 0) text += node(part.node).text;
    }
    return text;
  }

  static std::string letters(std::string_view text) {
    std::string out;
    for (const char c : fold(text)) {
      const unsigned char byte = static_cast<unsigned char>(c);
      if (byte >= 0x80 || is_word_character(byte)) out += c;
    }
    return out;
  }

  const HtmlTree& tree_;
  std::string_view title_;
  std::vector<Block> blocks_;
  std::vector<int64_t> weights_;
  int64_t total_ = 0;
};

}  // namespace

std::vector<Block> find_main_text(const HtmlTree& tree, std::string_view title) {
  return MainText(tree, title).find();
}

}  // namespace verbale
