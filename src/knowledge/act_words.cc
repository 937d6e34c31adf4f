#include "knowledge/act_words.h"

#include <algorithm>
#include <array>

#include "knowledge/tsv.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, 19> kClasses = {
    "say",    "stress", "believe",  "hope",    "agree", "commit", "willing", "order", "ask",
    "invite", "accept", "announce", "express", "need",  "aid",    "plan",    "declare", "other", "stand"};
constexpr std::array<std::string_view, 2> kParts = {"noun", "adjective"};

}  // namespace

Result<ActWords> ActWords::load(const std::string& home) {
  ActWords words;
  const Result<void> read = read_pack(
      home + "/knowledge/en/acts.tsv", {"word", "part", "class"},
      [&](const TsvRow& row) -> std::string {
        const auto part = std::find(kParts.begin(), kParts.end(), row[1]);
        if (part == kParts.end()) return "no part '" + std::string(row[1]) + "'";
        const auto act = std::find(kClasses.begin(), kClasses.end(), row[2]);
        if (act == kClasses.end()) return "no class '" + std::string(row[2]) + "'";
        if (row[0].empty()) return "no word";
        words.tables_[part - kParts.begin()].add(row[0],
                                                 static_cast<int32_t>(act - kClasses.begin()));
        return {};
      });
  if (!read) return std::unexpected(read.error());
  return words;
}

std::optional<ActClass> ActWords::find(ActPart part,
                                       std::span<const std::string_view> lemmas) const {
  const PhraseTable::Match match = tables_[static_cast<size_t>(part)].longest(lemmas);
  if (match.length == 0) return std::nullopt;
  return static_cast<ActClass>(match.values.front());
}

}  // namespace verbale
