#include <fmt/format.h>

#include "paper/page.h"

namespace verbale {
namespace {

constexpr std::string_view kStyle = R"(
:root { color-scheme: light dark; --ink: #1c2430; --soft: #5a6675; --line: #d5dbe3; --page: #fff; --link: #1d4f91; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e8ee; --soft: #9aa6b5; --line: #38424f; --page: #14181e; --link: #8ab8f2; } }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 Georgia, "Noto Serif", serif; }
h1, h2, h3, h4 { font-family: system-ui, sans-serif; line-height: 1.25; margin: 1.6em 0 .5em; }
h1 { font-size: 1.6rem; margin-top: 0; } h2 { font-size: 1.2rem; border-bottom: 1px solid var(--line); padding-bottom: .2em; }
h3 { font-size: 1.05rem; } a { color: var(--link); }
ul { padding-left: 1.3em; } li { margin: .35em 0; }
.source { color: var(--soft); font-size: .85rem; font-family: system-ui, sans-serif; display: block; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; } td, th { border: 1px solid var(--line); padding: .35em .5em;
  text-align: left; vertical-align: top; }
@media print { body { padding: 0; max-width: none; font-size: 10.5pt; } a { color: inherit; text-decoration: none; } li { break-inside: avoid; } }
)";

void append_run(std::string& out, const PageRun& run) {
  const char* const tag = run.style == PageStyle::Strong ? "strong"
                          : run.style == PageStyle::Emphasis ? "em" : run.style == PageStyle::Quote ? "q" : nullptr;
  std::string text = escape_xml(run.text);
  if (tag != nullptr) text = fmt::format("<{0}>{1}</{0}>", tag, text);
  out += !is_web_address(run.link) ? text : fmt::format("<a href=\"{}\">{}</a>", escape_xml(run.link), text);
}

std::string line_html(const PageLine& line) {
  std::string out;
  for (const PageRun& run : line) append_run(out, run);
  return out;
}

void append_table(std::string& out, const PageBlock& block) {
  out += "<table>\n";
  for (size_t r = 0; r < block.rows.size(); ++r) {
    const char* const cell = r == 0 ? "th" : "td";
    out += "<tr>";
    for (const PageLine& line : block.rows[r]) out += fmt::format("<{0}>{1}</{0}>", cell, line_html(line));
    out += "</tr>\n";
  }
  out += "</table>\n";
}

// Writes blocks in order; items are gathered into nested lists, and a source goes into its item.
class BodyWriter {
 public:
  std::string write(const Page& page) {
    for (const PageBlock& block : page.blocks) add(block);
    close_lists(0);
    return std::move(out_);
  }

 private:
  void add(const PageBlock& block) {
    const std::string id = block.id.empty() ? "" : fmt::format(" id=\"{}\"", escape_xml(block.id));
    if (block.kind == PageBlockKind::Item) return add_item(block, id);
    if (block.kind == PageBlockKind::Source) {
      out_ += fmt::format("<{0} class=\"source\">{1}</{0}>\n", depth_ > 0 ? "span" : "p", line_html(block.line));
      return;
    }
    close_lists(0);
    if (block.kind == PageBlockKind::Heading) {
      out_ += fmt::format("<h{0}{1}>{2}</h{0}>\n", block.level, id, line_html(block.line));
    } else if (block.kind == PageBlockKind::Paragraph) {
      out_ += fmt::format("<p{}>{}</p>\n", id, line_html(block.line));
    } else {
      append_table(out_, block);
    }
  }

  void add_item(const PageBlock& block, const std::string& id) {
    const int wanted = block.level + 1;
    close_lists(wanted);
    if (depth_ == wanted) out_ += "</li>\n";
    for (; depth_ < wanted; ++depth_) out_ += depth_ + 1 < wanted ? "<ul>\n<li>" : "<ul>\n";
    out_ += fmt::format("<li{}>{}\n", id, line_html(block.line));
  }

  void close_lists(int depth) {
    for (; depth_ > depth; --depth_) out_ += "</li>\n</ul>\n";
  }

  std::string out_;
  int depth_ = 0;
};

}  // namespace

std::string page_to_html(const Page& page) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n"
      "<style>{}</style>\n</head>\n<body>\n<h1>{}</h1>\n{}</body>\n</html>\n",
      escape_xml(page.language), escape_xml(page.title), kStyle, escape_xml(page.title), BodyWriter().write(page));
}

}  // namespace verbale
