#include "knowledge/abbreviations.h"

#include "knowledge/tsv.h"

namespace verbale {
namespace {

std::optional<AbbreviationKind> kind_from(std::string_view name) {
  if (name == "title") return AbbreviationKind::Title;
  if (name == "number") return AbbreviationKind::Number;
  if (name == "initials") return AbbreviationKind::Initials;
  if (name == "closing") return AbbreviationKind::Closing;
  return std::nullopt;
}

}  // namespace

Result<Abbreviations> Abbreviations::load(const std::string& home) {
  Abbreviations out;
  const Result<void> kinds = read_pack(
      home + "/knowledge/en/abbreviations.tsv", {"abbreviation", "kind"},
      [&out](const TsvRow& row) -> std::string {
        const std::optional<AbbreviationKind> kind = kind_from(row[1]);
        if (!kind) return "unknown kind \"" + std::string(row[1]) + "\"";
        return out.kinds_.emplace(row[0], *kind).second ? "" : "given twice";
      });
  if (!kinds) return std::unexpected(kinds.error());
  const Result<void> openers = read_pack(
      home + "/knowledge/en/sentence_openers.tsv", {"word"}, [&out](const TsvRow& row) -> std::string {
        return out.openers_.emplace(row[0]).second ? "" : "given twice";
      });
  if (!openers) return std::unexpected(openers.error());
  return out;
}

std::optional<AbbreviationKind> Abbreviations::kind(std::string_view word) const {
  const auto found = kinds_.find(word);
  if (found == kinds_.end()) return std::nullopt;
  return found->second;
}

}  // namespace verbale
