#include "knowledge/speakers.h"

#include <fmt/format.h>

#include "knowledge/cues.h"
#include "knowledge/tsv.h"

namespace verbale {
namespace {

SpeakerKind kind_from(std::string_view name) {
  if (name == "person") return SpeakerKind::Person;
  if (name == "group") return SpeakerKind::Group;
  if (name == "body") return SpeakerKind::Body;
  if (name == "thing") return SpeakerKind::Thing;
  return name == "text" ? SpeakerKind::Text : SpeakerKind::None;
}

}  // namespace

Result<Speakers> Speakers::load(const std::string& home) {
  Speakers speakers;
  const Result<void> read = read_pack(
      home + "/knowledge/en/speakers.tsv", {"noun", "kind"}, [&](const TsvRow& row) -> std::string {
        const SpeakerKind kind = kind_from(row[1]);
        if (kind == SpeakerKind::None) return fmt::format("no kind '{}'", row[1]);
        const std::string noun(row[0]);
        if (!speakers.nouns_.emplace(noun, kind).second) return "a second row for this noun";
        speakers.nouns_.emplace(plural_of(noun), kind);
        return {};
      });
  if (!read) return std::unexpected(read.error());
  return speakers;
}

SpeakerKind Speakers::kind(std::string_view lower) const {
  const auto found = nouns_.find(lower);
  return found == nouns_.end() ? SpeakerKind::None : found->second;
}

}  // namespace verbale
