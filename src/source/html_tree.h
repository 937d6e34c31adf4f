// The tree of a web page, flat and in document order. The only file that knows the parser (gumbo).
#pragma once

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace verbale {

struct HtmlAttribute {
  std::string_view name;   // lower case
  std::string_view value;  // entities resolved
};

struct HtmlNode {
  bool is_text = false;
  std::string_view tag;       // of an element, lower case; empty for unknown ones
  std::string_view text;      // of a text node, entities resolved
  std::string_view original;  // of a text node: the bytes of the page that it was read from
  int32_t parent = -1;
  int32_t end = 0;  // index after the last node inside it
  uint32_t first_attribute = 0;
  uint32_t attributes = 0;
};

class HtmlTree {
 public:
  // `page` is UTF-8 and must outlive the tree. Refuses what no page of words looks like and would
  // take the parser quadratic time: elements nested 1,000 deep, a tag with 500 attributes.
  static Result<HtmlTree> parse(std::string_view page, const std::string& path);

  std::span<const HtmlNode> nodes() const { return nodes_; }
  std::span<const HtmlAttribute> attributes(const HtmlNode& node) const {
    return std::span(attributes_).subspan(node.first_attribute, node.attributes);
  }
  // The value of an attribute; empty where the node has none of that name.
  std::string_view attribute(const HtmlNode& node, std::string_view name) const;
  // All text inside a node, blanks collapsed.
  std::string text_of(int32_t node) const;

 private:
  friend class TreeBuilder;
  // What gumbo allocates is freed as a whole: its own way is recursive.
  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory_;
  std::vector<HtmlNode> nodes_;
  std::vector<HtmlAttribute> attributes_;
};

}  // namespace verbale
