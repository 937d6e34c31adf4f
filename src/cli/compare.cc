// verbale compare: the accounts of a meeting side by side.
#include "accounts/compare.h"

#include <fmt/format.h>

#include <algorithm>

#include "accounts/json.h"
#include "accounts/pages.h"
#include "answers/accounts_asked.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/store_path.h"
#include "cli/table.h"
#include "cli/walk.h"
#include "record/values.h"

namespace verbale {
namespace {

// What the account has of the point; else why there is nothing, or what may be the same.
std::string words_of(const Comparison& comparison, const Point& point, size_t account) {
  const Document& document = *comparison.accounts[account];
  const PointPart* part = point.part_of(static_cast<int32_t>(account));
  if (part == nullptr) {
    const std::string unread = unread_note(comparison, account);
    if (!unread.empty()) return unread;
    const Absence* absence = point.absence_of(static_cast<int32_t>(account));
    if (absence == nullptr || !absence->perhaps()) return "–";
    return "perhaps: " + std::string(document.str(absence->nearest.front().span));
  }
  std::string words;
  for (const Span span : part->spans) {
    words += (words.empty() ? "" : " … ") + std::string(document.str(span));
  }
  return words;
}

constexpr size_t kMostColumns = 4;  // of accounts in a table

// Few accounts: a column each. Many: who has the point.
std::string table_of(const Comparison& comparison, const std::vector<int32_t>& chosen) {
  const size_t accounts = comparison.accounts.size();
  const bool columns_fit = accounts <= kMostColumns;
  std::vector<TableColumn> columns = {{"topic", Style::Bold, true}};
  if (columns_fit) {
    for (const Document* account : comparison.accounts) {
      columns.push_back({account->source.name, Style::Plain, true});
    }
    columns.push_back({"differs", Style::Dim, true});
  } else {
    columns.push_back({"in", Style::Plain, false, true});
    columns.push_back({"point", Style::Plain, true});
  }
  columns.push_back({"id", Style::Id});
  Table table(std::move(columns));
  for (const int32_t p : chosen) {
    const Point& point = comparison.points[static_cast<size_t>(p)];
    std::vector<std::string> cells = {point.topic};
    if (columns_fit) {
      for (size_t a = 0; a < accounts; ++a) {
        cells.push_back(words_of(comparison, point, a));
      }
      std::string kinds;
      for (const Difference& difference : point.differences) {
        kinds += (kinds.empty() ? "" : ", ") + std::string(to_string(difference.kind));
      }
      cells.push_back(kinds);
    } else {
      cells.push_back(fmt::format("{} of {}", point.parts.size(), accounts));
      cells.push_back(point.label);
    }
    cells.push_back(point.id);
    table.add(std::move(cells));
  }
  return layout_for_output(table);
}

std::string summary_of(const Comparison& comparison) {
  size_t shared = 0;
  size_t perhaps = 0;
  std::vector<size_t> alone(comparison.accounts.size(), 0);
  for (const Point& point : comparison.points) {
    shared += point.shared() ? 1 : 0;
    perhaps += point.perhaps() ? 1 : 0;
    if (point.alone()) ++alone[static_cast<size_t>(point.parts.front().account)];
  }
  std::string out = fmt::format("{} points", comparison.points.size());
  const bool several = read_witnesses(comparison) > 1;
  if (several) out += fmt::format(", {} in several accounts", shared);
  if (perhaps > 0) out += fmt::format(", {} perhaps", perhaps);
  out += "\n";
  constexpr size_t kMostListed = 12;
  for (size_t a = 0; a < std::min(comparison.accounts.size(), kMostListed); ++a) {
    const Document& account = *comparison.accounts[a];
    out += fmt::format("  {}: {}; {}", account.source.name, account_title(account),
                       silence_of(comparison, a));
    if (several && comparison.readable[a]) out += fmt::format("; alone: {}", alone[a]);
    out += "\n";
  }
  for (const PrintedLine& printed : printed_lines(comparison)) {
    out += "  " + printed.line;
    for (const std::string& own : printed.own) out += " “" + own + "”";
    out += "\n";
  }
  return out;
}

bool write_page_file(const std::string& path, const std::string& content) {
  const Result<void> written = write_file(path, content);
  if (!written) print_error(written.error());
  return written.has_value();
}

int write_page(const std::string& path, const Comparison& comparison, const std::string& title,
               const PointFilter& filter) {
  if (path.ends_with(".html")) {
    return write_page_file(path, comparison_html(comparison, title, filter)) ? kDone : kRefused;
  }
  const Result<std::string> page =
      page_to_file_form(comparison_page(comparison, title, filter), path);
  if (!page) {
    print_error(page.error());
    return kUsage;
  }
  return write_page_file(path, *page) ? kDone : kRefused;
}

std::string only_one(const Comparison& comparison) {
  return fmt::format(
      "{}: the only account; what it tells is shown, there is nothing to compare it with",
      comparison.accounts.front()->source.name);
}

// Whether an account is of that side or has that name; says which there are if none is.
bool has_side(const Comparison& comparison, const std::string& only) {
  std::string known;
  for (const Document* account : comparison.accounts) {
    const std::string& side = account->publication.side.value;
    if (account->source.name == only || side == only) return true;
    known += (known.empty() ? "" : ", ") + account->source.name +
             (side.empty() ? "" : " (" + side + ")");
  }
  print_error(
      {"--only " + only, "no account is of that side or has that name", "there are " + known});
  return false;
}

// All files, or all of the record.
Result<AskedAccounts> ask_accounts(const CompareOptions& options, const Reader& reader) {
  const std::vector<std::string>& names = options.accounts;
  if (std::ranges::all_of(names, names_file)) {
    return accounts_of_files(names, reader, options.threads);
  }
  if (std::ranges::any_of(names, names_file)) {
    return fail(
        *std::ranges::find_if_not(names, names_file), "there is no such file",
        "files and what is in the record cannot be compared in one go: add the files first");
  }
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) {
    return fail(names.front(), "there is no such file, and no record to look for a meeting in",
                record.error().remedy);
  }
  return accounts_of_record(*record, names, reader, options.threads);
}

void print_remarks(const AskedAccounts& asked) {
  for (const Remark& remark : asked.remarks) {
    if (remark.refused) {
      print_error(remark.error);
    } else {
      print_note(remark.error.what);
    }
  }
}

}  // namespace

int run_compare(const CompareOptions& options) {
  const Result<Reader> reader = load_reader();
  if (!reader) {
    print_error(reader.error());
    return kRefused;
  }
  const Result<Meanings> meanings = Meanings::load(reader->knowledge->home);
  if (!meanings) {
    print_error(meanings.error());
    return kRefused;
  }
  const Result<AskedAccounts> found = ask_accounts(options, *reader);
  if (!found) {
    print_error(found.error());
    return kRefused;
  }
  const AskedAccounts& asked = *found;
  print_remarks(asked);
  const int asked_code = asked.refused() ? kRefused : kDone;
  if (asked.documents.empty()) return asked_code;
  const Comparison comparison = compare(asked.compared(), *reader->knowledge, *meanings);
  if (comparison.accounts.size() == 1) print_note(only_one(comparison));
  if (!options.only.empty() && !has_side(comparison, options.only)) return kUsage;
  const PointFilter filter{options.agree, options.differs, options.only};
  if (options.json) print(comparison_to_json(comparison, asked.meeting, filter) + "\n");
  if (!options.output.empty()) {
    const int code = write_page(options.output, comparison, asked.title, filter);
    return code == kDone ? asked_code : code;
  }
  if (!options.json) {
    print(asked.title + "\n" + summary_of(comparison) + "\n" +
          table_of(comparison, chosen_points(comparison, filter)));
  }
  return asked_code;
}

}  // namespace verbale
