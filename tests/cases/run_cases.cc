// Cases: small texts with the rows that a stage must make of them, for people who know the language and
// need not know the code.
//
//   tests/cases/STAGE/NAME.txt:   the text, as a document would have it, front matter too
//                                 ----
//                                 the expected rows (formatters.cc says which fields)
//
// Cases of compare hold several accounts, with a line "====" between them (compare_rows.h).
//
//   run_cases [--approve] STAGE [NAME...]
//
// A case that differs is shown row by row; --approve writes what the program says now into the files, for
// the reader of the diff to judge.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "compare_rows.h"
#include "formatters.h"
#include "pipeline/pipeline.h"
#include "source/front_matter.h"

namespace verbale {
namespace {

constexpr std::string_view kRule = "\n----\n";

struct Case {
  std::filesystem::path path;
  std::string text;
  std::string expected;
};

Case read_case(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string all((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const size_t rule = all.find(kRule);
  if (rule == std::string::npos) return {path, all, ""};
  return {path, all.substr(0, rule), all.substr(rule + kRule.size())};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// Rows that only one side has, in the order of that side.
void show_rows(const std::string& rows, const std::string& others, const char* label) {
  const std::vector<std::string> other_lines = lines_of(others);
  const std::multiset<std::string> known(other_lines.begin(), other_lines.end());
  for (const std::string& line : lines_of(rows)) {
    if (!known.contains(line)) std::printf("  %s %s\n", label, line.c_str());
  }
}

std::string run_case(const Case& c, const Formatter& formatter, const Reader& reader) {
  if (formatter.rows == nullptr && formatter.rows_with_packs == nullptr) return comparison_rows(c.text, reader);
  Document document;
  document.source.name = c.path.stem().string();
  document.text = c.text.substr(read_front_matter(c.text, document.source.given));
  read_document(document, reader);
  return formatter.rows_with_packs != nullptr ? formatter.rows_with_packs(document, *reader.knowledge)
                                              : formatter.rows(document);
}

// Returns how many cases differ.
int run_stage(const Formatter& formatter, const std::vector<std::string>& names, bool approve,
              const Reader& reader) {
  std::set<std::filesystem::path> paths;
  const std::filesystem::path folder = std::filesystem::path(VERBALE_CASES_DIR) / formatter.stage;
  for (const std::filesystem::directory_entry& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") paths.insert(entry.path());
  }
  int different = 0;
  for (const std::filesystem::path& path : paths) {
    const std::set<std::string> wanted(names.begin(), names.end());
    if (!wanted.empty() && !wanted.contains(path.stem().string())) continue;
    const Case c = read_case(path);
    const std::string found = run_case(c, formatter, reader);
    if (found == c.expected) continue;
    ++different;
    std::printf("%s differs\n", path.filename().c_str());
    show_rows(c.expected, found, "expected");
    show_rows(found, c.expected, "found   ");
    if (approve) std::ofstream(path, std::ios::binary) << c.text << kRule << found;
  }
  std::printf("%s: %zu cases, %d differ%s\n", std::string(formatter.stage).c_str(), paths.size(), different,
              approve && different > 0 ? ", written as they are now" : "");
  return approve ? 0 : different;
}

int run(std::vector<std::string> arguments) {
  const bool approve = !arguments.empty() && arguments[0] == "--approve";
  if (approve) arguments.erase(arguments.begin());
  if (arguments.empty()) {
    std::fprintf(stderr, "usage: run_cases [--approve] STAGE [NAME...]\n");
    return 2;
  }
  const Result<Reader> reader = load_reader();
  if (!reader) {
    std::fprintf(stderr, "run_cases: %s\n", reader.error().message().c_str());
    return 2;
  }
  const std::string stage = arguments[0];
  arguments.erase(arguments.begin());
  for (const Formatter& formatter : formatters()) {
    if (formatter.stage == stage) return run_stage(formatter, arguments, approve, *reader) > 0 ? 1 : 0;
  }
  if (stage == "compare") {
    return run_stage({"compare", nullptr}, arguments, approve, *reader) > 0 ? 1 : 0;
  }
  std::fprintf(stderr, "run_cases: no format for stage '%s': add it to formatters.cc\n", stage.c_str());
  return 2;
}

}  // namespace
}  // namespace verbale

int main(int argc, char** argv) {
  return verbale::run(std::vector<std::string>(argv + 1, argv + argc));
}
