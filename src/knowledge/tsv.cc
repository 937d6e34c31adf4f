#include "knowledge/tsv.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>

#include "base/file.h"
#include "base/utf8.h"

namespace verbale {
namespace {

std::unexpected<Error> fail_at(const std::string& path, int line, std::string_view what) {
  return fail(path, fmt::format("line {}: {}", line, what), "correct the pack");
}

std::string check_columns(const std::vector<std::string_view>& found,
                          const std::vector<std::string_view>& expected) {
  if (found == expected) return {};
  return fmt::format("the columns are {}, expected {}", fmt::join(found, ", "),
                     fmt::join(expected, ", "));
}

struct Header {
  bool source = false;
  bool licence = false;
  bool columns = false;
};

void read_comment(std::string_view line, Header& header) {
  if (line.starts_with("# source:") && line.size() > 10) header.source = true;
  if (line.starts_with("# licence:") && line.size() > 11) header.licence = true;
}

}  // namespace

std::vector<std::string_view> split_cell(std::string_view cell, char separator) {
  std::vector<std::string_view> parts;
  while (!cell.empty()) {
    const size_t end = cell.find(separator);
    if (end != 0) parts.push_back(cell.substr(0, end));
    if (end == std::string_view::npos) break;
    cell.remove_prefix(end + 1);
  }
  return parts;
}

Result<void> parse_pack(std::string_view text, const std::string& path,
                        const std::vector<std::string_view>& columns,
                        const std::function<std::string(const TsvRow&)>& row) {
  if (const size_t bad = find_malformed_utf8(text); bad != std::string_view::npos) {
    return fail(path, fmt::format("byte {}: not UTF-8", bad), "save the pack as UTF-8");
  }
  Header header;
  TsvRow current;
  for (int line_number = 1; !text.empty(); ++line_number) {
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with('#')) {
      read_comment(line, header);
      continue;
    }
    if (line.empty()) continue;
    current.line = line_number;
    current.cells.clear();
    for (std::string_view rest = line;;) {
      const size_t tab = rest.find('\t');
      current.cells.push_back(rest.substr(0, tab));
      if (tab == std::string_view::npos) break;
      rest.remove_prefix(tab + 1);
    }
    if (!header.columns) {
      header.columns = true;
      if (!header.source) return fail_at(path, line_number, "no '# source:' before the columns");
      if (!header.licence) return fail_at(path, line_number, "no '# licence:' before the columns");
      const std::string wrong = check_columns(current.cells, columns);
      if (!wrong.empty()) return fail_at(path, line_number, wrong);
      continue;
    }
    if (current.cells.size() != columns.size()) {
      return fail_at(path, line_number,
                     fmt::format("{} cells where {} are expected", current.cells.size(),
                                 columns.size()));
    }
    const std::string wrong = row(current);
    if (!wrong.empty()) return fail_at(path, line_number, wrong);
  }
  if (!header.columns) return fail(path, "has no line with the names of the columns");
  return {};
}

Result<void> read_pack(const std::string& path, const std::vector<std::string_view>& columns,
                       const std::function<std::string(const TsvRow&)>& row) {
  const Result<std::string> text = read_file(path);
  if (!text) return std::unexpected(text.error());
  return parse_pack(*text, path, columns, row);
}

Result<std::string> find_home() {
  namespace fs = std::filesystem;
  const auto complete = [](const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder / "knowledge", ignored) &&
           fs::is_directory(folder / "models", ignored);
  };
  if (const char* set = std::getenv("VERBALE_HOME"); set != nullptr && *set != '\0') {
    if (complete(set)) return std::string(set);
    return fail(set, "VERBALE_HOME has no knowledge/ and models/", "set it to the folder that has");
  }
  std::error_code failed;
  fs::path folder = fs::read_symlink("/proc/self/exe", failed).parent_path();
  if (complete(folder.parent_path() / "share/verbale")) {
    return (folder.parent_path() / "share/verbale").string();
  }
  for (; folder.has_relative_path(); folder = folder.parent_path()) {
    if (complete(folder)) return folder.string();
  }
  return fail("verbale", "cannot find its folders knowledge/ and models/",
              "set VERBALE_HOME to the folder that has them");
}

}  // namespace verbale
