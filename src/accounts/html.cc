// The page of a comparison. Each text stands whole, furniture and attribution pale; each span of a
// point is a mark with the point's number, linked to its line in the list. Without a script the
// links lead there and back; the small script in the page only adds lighting up on hover and click.
#include <fmt/format.h>

#include <algorithm>

#include "accounts/pages.h"
#include "record/values.h"

namespace verbale {
namespace {

constexpr std::string_view kStyle = R"(
:root { color-scheme: light dark; --ink: #1c2430; --soft: #5a6675; --line: #d5dbe3; --page: #fff; --both: #d9ecdf;
  --diff: #fdeebf; --lit: #ffd54a; --link: #1d4f91; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e8ee; --soft: #9aa6b5; --line: #38424f; --page: #14181e;
  --both: #1f4030; --diff: #4a3f17; --lit: #8a6d00; --link: #8ab8f2; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 1.5rem; background: var(--page); color: var(--ink); font: 1rem/1.55 Georgia, "Noto Serif", serif; }
h1, h2, h3, .kind, .who, sup { font-family: system-ui, sans-serif; line-height: 1.25; }
h1 { font-size: 1.5rem; margin: 0 0 .3em; } h2 { font-size: 1.15rem; margin: 2em 0 .5em; } h3 { font-size: 1rem; margin: 0; }
.key { color: var(--soft); font: .85rem system-ui, sans-serif; } .key mark { padding: 0 .3em; }
.texts { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1.5rem; margin: 1rem 0; }
article { border: 1px solid var(--line); border-radius: .4rem; padding: 1rem; min-width: 0; overflow-wrap: anywhere; }
article header { border-bottom: 1px solid var(--line); margin-bottom: .7rem; padding-bottom: .5rem; }
.scope { color: var(--soft); font: .85rem system-ui, sans-serif; }
.text { white-space: pre-wrap; color: var(--soft); }
mark { background: none; color: var(--ink); border-radius: .2em; } mark a { color: inherit; text-decoration: none; }
mark.both { background: var(--both); } mark.diff { background: var(--diff); } mark.one { border-bottom: 1px dotted var(--soft); }
mark.lit, li.lit, mark:target, li:target { background: var(--lit); }
sup { font-size: .65rem; margin-left: .15em; color: var(--link); }
ol { padding: 0; list-style: none; } li { margin: .6em 0; padding: .2em .4em; border-radius: .3em; break-inside: avoid; }
.number { font: bold .85rem system-ui, sans-serif; color: var(--link); margin-right: .4em; text-decoration: none; }
.said { margin: .15em 0 .15em 1.6em; } .said a { color: inherit; } .kind, .who { color: var(--soft); font-size: .8rem; }
.near { margin: .1em 0 .1em 1.6em; color: var(--soft); font-size: .85rem; }
@media print { body { padding: 0; font-size: 9.5pt; } article { border: 0; padding: 0; } .texts { gap: 1cm;
  grid-template-columns: 1fr 1fr; } mark.both, mark.diff { background: none; border-bottom: 1px solid; }
  mark.diff { border-bottom-style: double; } a { color: inherit; text-decoration: none; } }
)";

constexpr std::string_view kScript = R"(
const all = p => document.querySelectorAll('[data-p="' + p + '"]');
let held = null;
const light = (p, on) => all(p).forEach(e => e.classList.toggle('lit', on));
document.querySelectorAll('[data-p]').forEach(e => {
  e.addEventListener('mouseenter', () => light(e.dataset.p, true));
  e.addEventListener('mouseleave', () => { if (held !== e.dataset.p) light(e.dataset.p, false); });
  e.addEventListener('click', () => { if (held) light(held, false); held = held === e.dataset.p ? null : e.dataset.p;
    if (held) light(held, true); });
});
)";

struct MarkedSpan {
  Span span;
  int32_t point = -1;
};

class HtmlWriter {
 public:
  HtmlWriter(const Comparison& comparison, const PointFilter& filter)
      : comparison_(comparison), chosen_(chosen_points(comparison, filter)) {}

  std::string write(std::string_view title) {
    out_ = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{0}</title>\n"
        "<style>{1}</style>\n</head>\n<body>\n<h1>{0}</h1>\n",
        escape_xml(title), kStyle);
    out_ +=
        "<p class=\"key\"><mark class=\"both\">in several accounts</mark> "
        "<mark class=\"diff\">the same, told differently</mark> "
        "<mark class=\"one\">in one account alone</mark> "
        "pale: who says it, and what is no part of the report</p>\n";
    out_ += "<section class=\"texts\">\n";
    for (size_t a = 0; a < comparison_.accounts.size(); ++a) write_account(static_cast<int32_t>(a));
    out_ += "</section>\n";
    write_copies();
    write_lists();
    out_ += fmt::format("<script>{}</script>\n</body>\n</html>\n", kScript);
    return std::move(out_);
  }

 private:
  const Document& document(int32_t account) const {
    return *comparison_.accounts[static_cast<size_t>(account)];
  }

  static std::string_view class_of(const Point& point) {
    if (!point.shared()) return "one";
    return point.differences.empty() ? "both" : "diff";
  }

  void write_account(int32_t account) {
    const Document& text = document(account);
    out_ +=
        fmt::format("<article>\n<header><h3>{}</h3><div class=\"scope\">{} · {}</div></header>\n",
                    escape_xml(account_title(text)), escape_xml(text.source.name),
                    escape_xml(silence_of(comparison_, static_cast<size_t>(account))));
    std::vector<MarkedSpan> spans;
    for (const int32_t p : chosen_) {
      const PointPart* part = comparison_.points[static_cast<size_t>(p)].part_of(account);
      if (part == nullptr) continue;
      for (const Span span : part->spans) spans.push_back({span, p});
    }
    std::ranges::sort(spans, {}, [](const MarkedSpan& s) { return s.span; });
    out_ += "<div class=\"text\">";
    uint32_t at = 0;
    for (const MarkedSpan& marked : spans) {
      out_ += escape_xml(text.str({at, marked.span.begin}));
      const std::string_view kind = class_of(comparison_.points[static_cast<size_t>(marked.point)]);
      out_ += fmt::format(
          "<mark class=\"{0}\" id=\"a{1}b{2}\" data-p=\"{3}\"><a "
          "href=\"#p{3}\">{4}<sup>{3}</sup></a></mark>",
          kind, account, marked.span.begin, marked.point + 1, escape_xml(text.str(marked.span)));
      at = marked.span.end;
    }
    out_ += escape_xml(text.str({at, static_cast<uint32_t>(text.text.size())}));
    out_ += "</div>\n</article>\n";
  }

  void write_copies() {
    for (const PrintedLine& printed : printed_lines(comparison_)) {
      out_ += fmt::format("<p class=\"scope\">{}", escape_xml(printed.line));
      for (const std::string& own : printed.own) out_ += fmt::format(" “{}”", escape_xml(own));
      out_ += "</p>\n";
    }
  }

  void write_lists() {
    write_list("In several accounts", [](const Point& p) { return p.shared(); });
    write_list("Perhaps in several accounts", [](const Point& p) { return p.perhaps(); });
    for (size_t a = 0; a < comparison_.accounts.size(); ++a) {
      write_list(alone_heading(comparison_, a), [a](const Point& p) {
        return p.alone() && p.parts.front().account == static_cast<int32_t>(a);
      });
    }
  }

  template <class Wanted>
  void write_list(const std::string& title, Wanted wanted) {
    bool empty = true;
    for (const int32_t p : chosen_) {
      const Point& point = comparison_.points[static_cast<size_t>(p)];
      if (!wanted(point)) continue;
      if (empty) out_ += fmt::format("<h2>{}</h2>\n<ol>\n", escape_xml(title));
      empty = false;
      write_point(point, p + 1);
    }
    if (!empty) out_ += "</ol>\n";
  }

  void write_point(const Point& point, int32_t number) {
    out_ += fmt::format("<li id=\"p{0}\" data-p=\"{0}\"><span class=\"number\">{0}</span>{1}",
                        number, escape_xml(point.label));
    if (point.undertaking) {
      out_ += fmt::format(" <span class=\"kind\">[{}]</span>", to_string(point.undertaken));
    }
    for (const PointPart& part : point.parts) write_part(part);
    for (const Difference& difference : point.differences) write_difference(difference);
    write_absences(point);
    out_ += "</li>\n";
  }

  void write_part(const PointPart& part) {
    out_ += fmt::format("<div class=\"said\"><span class=\"who\">{}</span> ",
                        escape_xml(document(part.account).source.name));
    for (size_t s = 0; s < part.spans.size(); ++s) {
      out_ +=
          fmt::format("{}<a href=\"#a{}b{}\">{}</a>", s > 0 ? " … " : "", part.account,
                      part.spans[s].begin, escape_xml(document(part.account).str(part.spans[s])));
    }
    out_ += "</div>";
  }

  void write_difference(const Difference& difference) {
    out_ += fmt::format("<div class=\"said\"><span class=\"kind\">{}:</span> ",
                        to_string(difference.kind));
    bool first = true;
    for (const Version& version : difference.versions) {
      out_ += fmt::format("{}<span class=\"who\">{}</span> {}", first ? "" : " · ",
                          escape_xml(document(version.account).source.name),
                          version.value.empty() ? "–" : escape_xml(version.value));
      first = false;
    }
    out_ += "</div>";
  }

  void write_absences(const Point& point) {
    const std::string line = unlooked_line(comparison_, point);
    if (!line.empty()) {
      out_ += fmt::format("<div class=\"near\">{}</div>", line);
      return;
    }
    for (const Absence& absence : point.absences) write_absence(absence);
  }

  void write_absence(const Absence& absence) {
    out_ += fmt::format("<div class=\"near\">{} {}",
                        absence.perhaps() ? "perhaps the same in" : "not in",
                        escape_xml(document(absence.account).source.name));
    if (absence.nearest.empty()) out_ += ": nothing comes near";
    for (const NearPassage& near : absence.nearest) {
      out_ +=
          fmt::format("<br>{}: “{}” — {}", near.reason == NotSame::Perhaps ? "perhaps" : "near",
                      escape_xml(document(absence.account).str(near.span)), to_string(near.reason));
    }
    out_ += "</div>";
  }

  const Comparison& comparison_;
  const std::vector<int32_t> chosen_;
  std::string out_;
};

}  // namespace

std::string comparison_html(const Comparison& comparison, std::string_view title,
                            const PointFilter& filter) {
  return HtmlWriter(comparison, filter).write(title);
}

}  // namespace verbale
