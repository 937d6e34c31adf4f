#include "knowledge/meeting_cues.h"

#include <algorithm>
#include <optional>

#include "knowledge/tsv.h"

namespace verbale {

bool MeetingCue::links_by(std::string_view word) const {
  return std::find(links.begin(), links.end(), word) != links.end();
}

const MeetingCue* MeetingCues::find(const Table& table, std::string_view lemma) {
  const auto found = table.find(lemma);
  return found == table.end() ? nullptr : &found->second;
}

Result<MeetingCues> MeetingCues::load(const std::string& home) {
  MeetingCues cues;
  const std::string path = home + "/knowledge/en/meeting_cues.tsv";
  const Result<void> read = read_pack(path, {"word", "use", "kind", "link"}, [&](const TsvRow& row) {
    const std::string word(row[0]);
    if (row[1] == "light") return cues.light_.insert(word), std::string();
    if (row[1] == "telephone") return cues.telephone_.insert(word), std::string();
    if (row[1] == "irrealis") return cues.irrealis_.insert(word), std::string();
    if (row[1] == "visiting") return cues.visiting_.insert(word), std::string();
    if (row[1] == "giving") return cues.giving_.insert(word), std::string();
    if (row[1] == "group") return cues.group_.insert(word), std::string();
    if (row[1] == "audience") return cues.audience_.insert(word), std::string();
    if (row[1] != "verb" && row[1] != "noun") return std::string("there is no use \"") + std::string(row[1]) + "\"";
    const std::optional<MeetingKind> kind = value_from<MeetingKind>(row[2]);
    if (!kind) return std::string("there is no kind of meeting \"") + std::string(row[2]) + "\"";
    MeetingCue cue;
    cue.kind = *kind;
    for (const std::string_view link : split_cell(row[3])) cue.links.emplace_back(link);
    (row[1] == "verb" ? cues.verbs_ : cues.nouns_).insert_or_assign(word, std::move(cue));
    return std::string();
  });
  if (!read) return std::unexpected(read.error());
  return cues;
}

}  // namespace verbale
