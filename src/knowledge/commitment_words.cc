#include "knowledge/commitment_words.h"

#include <algorithm>
#include <array>

#include "knowledge/tsv.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, 18> kClasses = {"goodwill", "concrete", "general", "shared",
                                                       "wide",     "inner",    "manner",  "action",
                                                       "own",      "instrument", "verb",   "verbnoun",
                                                       "body",     "neutral",
                                                       "threat",   "visible",  "stative", "granted"};

}  // namespace

Result<CommitmentWords> CommitmentWords::load(const std::string& home) {
  CommitmentWords words;
  const Result<void> read = read_pack(
      home + "/knowledge/en/commitment_words.tsv", {"word", "class"},
      [&](const TsvRow& row) -> std::string {
        const auto kind = std::find(kClasses.begin(), kClasses.end(), row[1]);
        if (kind == kClasses.end()) return "no class '" + std::string(row[1]) + "'";
        if (row[0].empty()) return "no word";
        words.tables_[kind - kClasses.begin()].add(row[0],
                                                   static_cast<int32_t>(kind - kClasses.begin()));
        return {};
      });
  if (!read) return std::unexpected(read.error());
  return words;
}

}  // namespace verbale
