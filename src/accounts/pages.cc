#include "accounts/pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/plain_line.h"
#include "record/values.h"

namespace verbale {
namespace {

class PageBuilder {
 public:
  PageBuilder(const Comparison& comparison, const PointFilter& filter)
      : comparison_(comparison), chosen_(chosen_points(comparison, filter)) {}

  Page build(std::string_view title) {
    page_.title = std::string(title);
    accounts();
    const bool several = comparison_.accounts.size() > 1;
    if (several) section("In several accounts", [](const Point& p) { return p.shared(); });
    section("Perhaps in several accounts", [](const Point& p) { return p.perhaps(); });
    for (size_t a = 0; a < comparison_.accounts.size(); ++a) {
      section(alone_heading(comparison_, a), [a](const Point& p) {
        return p.alone() && p.parts.front().account == static_cast<int32_t>(a);
      });
    }
    return std::move(page_);
  }

 private:
  const Document& document(int32_t account) const {
    return *comparison_.accounts[static_cast<size_t>(account)];
  }

  void accounts() {
    for (size_t a = 0; a < comparison_.accounts.size(); ++a) {
      const Document& account = *comparison_.accounts[a];
      add_item(
          page_,
          {{account_title(account), PageStyle::Strong},
           {fmt::format(" — {}; document {}", silence_of(comparison_, a), account.source.name)}});
    }
    for (const PrintedLine& printed : printed_lines(comparison_)) {
      PageLine line = {{printed.line}};
      for (const std::string& own : printed.own) {
        line.push_back({" "});
        line.push_back({own, PageStyle::Quote});
      }
      add_item(page_, std::move(line));
    }
  }

  template <class Wanted>
  void section(const std::string& title, Wanted wanted) {
    bool empty = true;
    for (const int32_t p : chosen_) {
      const Point& point = comparison_.points[static_cast<size_t>(p)];
      if (!wanted(point)) continue;
      if (empty) add_heading(page_, 2, title);
      empty = false;
      add_point(point);
    }
  }

  void add_point(const Point& point) {
    add_item(page_, {{point.label, point.shared() ? PageStyle::Strong : PageStyle::Plain}});
    if (point.undertaking) {
      add_item(page_, {{fmt::format("undertaking: {}", to_string(point.undertaken))}}, 1);
    }
    for (const PointPart& part : point.parts) {
      if (!point.shared()) break;
      PageLine line = {{account_title(document(part.account)) + ":", PageStyle::Emphasis}, {" "}};
      for (size_t s = 0; s < part.spans.size(); ++s) {
        if (s > 0) line.push_back({" … "});
        line.push_back({plain_line(document(part.account).str(part.spans[s])), PageStyle::Quote});
      }
      add_item(page_, std::move(line), 1);
    }
    for (const Difference& difference : point.differences) add_difference(difference);
    if (const std::string line = unlooked_line(comparison_, point); !line.empty()) {
      add_source(page_, {{line}});
      return;
    }
    for (const Absence& absence : point.absences) add_absence(absence);
  }

  void add_difference(const Difference& difference) {
    PageLine line = {{std::string(to_string(difference.kind)) + ":", PageStyle::Emphasis}, {" "}};
    for (const Version& version : difference.versions) {
      if (line.size() > 2) line.push_back({"; "});
      line.push_back({fmt::format("{} {}", document(version.account).source.name,
                                  version.value.empty() ? "–" : plain_line(version.value))});
    }
    add_item(page_, std::move(line), 1);
  }

  void add_absence(const Absence& absence) {
    const std::string title = account_title(document(absence.account));
    const bool perhaps = absence.perhaps();
    std::string line = perhaps ? "perhaps the same in " + title + ": " : "not in " + title;
    if (absence.nearest.empty()) line += "; nothing comes near";
    PageLine runs = {{line}};
    if (!absence.nearest.empty()) {
      const NearPassage& near = absence.nearest.front();
      if (!perhaps) runs.push_back({"; nearest: "});
      runs.push_back({plain_line(document(absence.account).str(near.span)), PageStyle::Quote});
      if (!perhaps) runs.push_back({fmt::format(" ({})", to_string(near.reason))});
    }
    add_source(page_, std::move(runs));
  }

  const Comparison& comparison_;
  const std::vector<int32_t> chosen_;
  Page page_;
};

}  // namespace

std::string account_title(const Document& document) {
  const Publication& publication = document.publication;
  std::string inside = publication.side.value;
  const auto add = [&](std::string_view part) {
    if (!part.empty()) inside += (inside.empty() ? "" : ", ") + std::string(part);
  };
  if (publication.report_kind) add(to_string(*publication.report_kind));
  add(publication.published.value);
  const std::string name = publication.outlet ? publication.outlet.value : document.source.name;
  return inside.empty() ? name : name + " (" + inside + ")";
}

std::string silence_of(const Comparison& comparison, size_t account) {
  const std::string unread = unread_note(comparison, account);
  if (unread.empty()) return std::string(scope_of(*comparison.accounts[account]));
  return unread + ": what it has and what it leaves out is not known";
}

std::string alone_heading(const Comparison& comparison, size_t account) {
  const std::string title = account_title(*comparison.accounts[account]);
  return (read_witnesses(comparison) < 2 ? "Told by " : "Only in ") + title;
}

Page comparison_page(const Comparison& comparison, std::string_view title,
                     const PointFilter& filter) {
  return PageBuilder(comparison, filter).build(title);
}

std::string unlooked_line(const Comparison& comparison, const Point& point) {
  if (point.absences.empty() || point.absences.front().looked) return {};
  return fmt::format("not in {} of {} accounts", point.absences.size(), comparison.accounts.size());
}

std::vector<PrintedLine> printed_lines(const Comparison& comparison) {
  const auto name = [&](int32_t account) -> const std::string& {
    return comparison.accounts[static_cast<size_t>(account)]->source.name;
  };
  std::vector<PrintedLine> lines;
  for (size_t a = 0; a < comparison.accounts.size(); ++a) {
    const int32_t account = static_cast<int32_t>(a);
    const int32_t witness = comparison.witness[a];
    if (witness == account) continue;
    lines.push_back({fmt::format("{} prints words of {} beside its own; they are counted once",
                                 name(account), name(witness)),
                     {}});
  }
  std::map<int32_t, std::string> copies;  // of each account: those that add nothing to it
  for (const AccountCopy& copy : comparison.copies) {
    const std::string& copy_name = copy.document->source.name;
    if (copy.own.empty()) {
      std::string& names = copies[copy.of];
      names += (names.empty() ? "" : ", ") + copy_name;
      continue;
    }
    PrintedLine& line = lines.emplace_back();
    line.line = fmt::format("{} prints {}: no second witness; its own:", copy_name, name(copy.of));
    for (const Span span : copy.own) line.own.push_back(plain_line(copy.document->str(span)));
  }
  for (const auto& [account, names] : copies) {
    lines.push_back({fmt::format("{} {} {}: no second witness", names,
                                 names.contains(", ") ? "print" : "prints", name(account)),
                     {}});
  }
  return lines;
}

}  // namespace verbale
