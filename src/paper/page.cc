#include "paper/page.h"

#include <algorithm>

namespace verbale {

void add_heading(Page& page, int level, std::string text) {
  page.blocks.push_back({PageBlockKind::Heading, level, {}, {{std::move(text), PageStyle::Plain, {}}}, {}});
}

void add_paragraph(Page& page, PageLine line) {
  page.blocks.push_back({PageBlockKind::Paragraph, 0, {}, std::move(line), {}});
}

void add_item(Page& page, PageLine line, int depth) {
  page.blocks.push_back({PageBlockKind::Item, depth, {}, std::move(line), {}});
}

void add_source(Page& page, PageLine line) {
  page.blocks.push_back({PageBlockKind::Source, 0, {}, std::move(line), {}});
}

std::string escape_xml(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    // U+FFFE and U+FFFF are no characters of XML.
    if (text.substr(i, 2) == "\xEF\xBF" && i + 2 < text.size() && (text[i + 2] == '\xBE' || text[i + 2] == '\xBF')) {
      out += "\xEF\xBF\xBD";
      i += 2;
      continue;
    }
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\t': case '\n': case '\r': out += c; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += "\xEF\xBF\xBD";
        } else {
          out += c;
        }
    }
  }
  return out;
}

bool is_web_address(std::string_view text) {
  if (!text.starts_with("http://") && !text.starts_with("https://")) return false;
  return std::ranges::none_of(text, [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == '"' || c == '\'' || c == '<' || c == '>' || c == '\\' || c == 0x7F;
  });
}

Result<std::string> page_to_file_form(const Page& page, std::string_view path) {
  if (path.ends_with(".md")) return page_to_markdown(page);
  if (path.ends_with(".html") || path.ends_with(".htm")) return page_to_html(page);
  if (path.ends_with(".docx")) return page_to_docx(page);
  return fail(std::string(path), "the ending names no form of page that can be written", "use .md, .html or .docx");
}

}  // namespace verbale
