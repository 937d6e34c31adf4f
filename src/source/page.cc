#include "source/page.h"

#include <algorithm>

#include "base/utf8.h"
#include "source/encoding.h"
#include "source/html_tree.h"
#include "source/main_text.h"
#include "source/offsets.h"
#include "source/page_metadata.h"
#include "source/page_text.h"

namespace verbale {

std::string declared_charset(std::string_view bytes) {
  const std::string head = to_lower(bytes.substr(0, 4096));
  for (size_t at = head.find("charset"); at != std::string::npos;
       at = head.find("charset", at + 7)) {
    size_t start = head.find_first_not_of(" \t", at + 7);
    if (start == std::string::npos || head[start] != '=') continue;
    start = head.find_first_not_of(" \t\"'", start + 1);
    if (start == std::string::npos) break;
    const size_t end = std::min(head.find_first_of(" \t\"'/>;", start), head.size());
    return head.substr(start, end - start);
  }
  return {};
}

Result<Document> read_page(std::string_view bytes, const std::string& path) {
  constexpr size_t kLargestPage = size_t{32} << 20;
  if (bytes.size() > kLargestPage) {
    return fail(path, "a page larger than 32 MB", "save its text instead");
  }
  const Result<Decoded> decoded = decode(bytes, declared_charset(bytes), path);
  if (!decoded) return std::unexpected(decoded.error());
  const Result<HtmlTree> tree = HtmlTree::parse(decoded->text, path);
  if (!tree) return std::unexpected(tree.error());
  Document document;
  document.source.encoding = decoded->encoding;
  document.source.stated = read_page_metadata(*tree);
  PageText text =
      assemble(*tree, find_main_text(*tree, document.source.stated.title), decoded->text);
  if (text.text.empty())
    return fail(path, "no text in the page", "save the page again, or its text");
  document.source.offsets = compose(text.offsets, static_cast<uint32_t>(text.text.size()),
                                    decoded->offsets, decoded->text);
  document.text = std::move(text.text);
  return document;
}

}  // namespace verbale
