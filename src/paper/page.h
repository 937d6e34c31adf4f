// A page to send on: headings, lines with links, lists and tables, before it becomes Markdown, HTML or DOCX.
//
// What stands on it was put together elsewhere (brief/, accounts/); here is only how each format writes it.
// The same page gives the same bytes: no clock, no random ids.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace verbale {

enum class PageStyle : uint8_t { Plain, Strong, Emphasis, Quote };

// A stretch of a line in one style. `link` is a web address; what is none makes no link.
struct PageRun {
  std::string text;
  PageStyle style = PageStyle::Plain;
  std::string link = {};
};
using PageLine = std::vector<PageRun>;

enum class PageBlockKind : uint8_t { Heading, Paragraph, Item, Source, Table };

struct PageBlock {
  PageBlockKind kind = PageBlockKind::Paragraph;
  int level = 0;       // of a heading: 1 to 4; of an item: depth from 0
  std::string id;      // its anchor in HTML; empty: none
  PageLine line;           // of all but a table
  std::vector<std::vector<PageLine>> rows;  // of a table; the first is its head; all rows have as many cells
};

struct Page {
  std::string title;
  std::string language = "en";
  std::vector<PageBlock> blocks;
};

void add_heading(Page& page, int level, std::string text);
void add_paragraph(Page& page, PageLine line);
void add_item(Page& page, PageLine line, int depth = 0);
// Where a line was taken from: set smaller, under it.
void add_source(Page& page, PageLine line);

std::string page_to_markdown(const Page& page);
// One file without anything outside it; readable on paper, in the dark and on a phone.
std::string page_to_html(const Page& page);
// Office Open XML (ECMA-376, transitional). An error: the archive could not be made.
Result<std::string> page_to_docx(const Page& page);

// By the ending of `path`: .md, .html or .docx. An error names the endings.
Result<std::string> page_to_file_form(const Page& page, std::string_view path);

// Text as it may stand in Markdown, in HTML or XML content and attributes; control characters that XML
// forbids become U+FFFD.
// Only such an address becomes a link: one of the web, without what would end it. Others stay plain text.
bool is_web_address(std::string_view text);
std::string escape_markdown(std::string_view text);
std::string escape_xml(std::string_view text);

}  // namespace verbale
