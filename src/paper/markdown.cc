// CommonMark, with the tables of GitHub's dialect.
#include "paper/page.h"

namespace verbale {
namespace {

void append_run(std::string& out, const PageRun& run) {
  std::string text = escape_markdown(run.text);
  if (run.style == PageStyle::Quote) text = "“" + text + "”";
  const char* mark = run.style == PageStyle::Strong ? "**" : run.style == PageStyle::Emphasis ? "*" : "";
  std::string styled = mark + text + mark;
  if (is_web_address(run.link)) styled = "[" + styled + "](<" + run.link + ">)";
  out += styled;
}

std::string line_text(const PageLine& line) {
  std::string out;
  for (const PageRun& run : line) append_run(out, run);
  return out;
}

void append_table(std::string& out, const PageBlock& block) {
  for (size_t r = 0; r < block.rows.size(); ++r) {
    out += "|";
    for (const PageLine& cell : block.rows[r]) out += " " + line_text(cell) + " |";
    out += "\n";
    if (r != 0) continue;
    out += "|";
    for (size_t c = 0; c < block.rows[r].size(); ++c) out += "---|";
    out += "\n";
  }
  out += "\n";
}

// An item's source belongs to it: indented, so that the list goes on after it.
void append_block(std::string& out, const PageBlock& block, const PageBlock* before, const PageBlock* after) {
  const bool list_goes_on = after != nullptr && (after->kind == PageBlockKind::Item || after->kind == PageBlockKind::Source);
  const bool in_list = before != nullptr && (before->kind == PageBlockKind::Item || before->kind == PageBlockKind::Source);
  switch (block.kind) {
    case PageBlockKind::Heading:
      out += std::string(static_cast<size_t>(block.level), '#') + " " + line_text(block.line) + "\n\n";
      break;
    case PageBlockKind::Paragraph:
      out += line_text(block.line) + "\n\n";
      break;
    case PageBlockKind::Item:
      out += std::string(static_cast<size_t>(block.level) * 2, ' ') + "- " + line_text(block.line) + "\n";
      if (!list_goes_on) out += "\n";
      break;
    case PageBlockKind::Source:
      out += (in_list ? "  - " : "") + line_text(block.line) + (in_list && list_goes_on ? "\n" : "\n\n");
      break;
    case PageBlockKind::Table:
      append_table(out, block);
  }
}

}  // namespace

std::string escape_markdown(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n' || c == '\r') {
      out += ' ';
      continue;
    }
    // '_' within a word and '-', '#', '+' within a line mark nothing.
    if (c == '\\' || c == '`' || c == '*' || c == '[' || c == ']' || c == '<' || c == '>' || c == '|' || c == '_') out += '\\';
    out += c;
  }
  return out;
}

std::string page_to_markdown(const Page& page) {
  std::string out = "# " + escape_markdown(page.title) + "\n\n";
  for (size_t i = 0; i < page.blocks.size(); ++i) {
    append_block(out, page.blocks[i], i > 0 ? &page.blocks[i - 1] : nullptr,
                 i + 1 < page.blocks.size() ? &page.blocks[i + 1] : nullptr);
  }
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

}  // namespace verbale
