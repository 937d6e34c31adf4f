#include "knowledge/topic_cues.h"

#include <algorithm>
#include <array>

#include "knowledge/tsv.h"

namespace verbale {

Result<TopicCues> TopicCues::load(const std::string& home) {
  constexpr std::array<std::string_view, 3> kFrames = {"after", "passive", "before"};
  TopicCues cues;
  const Result<void> read = read_pack(
      home + "/knowledge/en/topics.tsv", {"cue", "frame"}, [&](const TsvRow& row) -> std::string {
        const auto frame = std::find(kFrames.begin(), kFrames.end(), row[1]);
        if (frame == kFrames.end()) return "no frame '" + std::string(row[1]) + "'";
        TopicCue cue;
        for (const std::string_view word : split_cell(row[0], ' ')) cue.words.emplace_back(word);
        if (cue.words.empty() || cue.words.front() == "*") return "a cue begins with a word";
        if (cue.words.back() == "*") return "a cue ends with a word";
        cue.frame = static_cast<TopicFrame>(frame - kFrames.begin());
        cues.cues_[cue.words.front()].push_back(std::move(cue));
        return {};
      });
  if (!read) return std::unexpected(read.error());
  for (auto& [lemma, list] : cues.cues_) {
    std::stable_sort(list.begin(), list.end(), [](const TopicCue& a, const TopicCue& b) {
      return a.words.size() > b.words.size();
    });
  }
  return cues;
}

std::span<const TopicCue> TopicCues::starting_with(std::string_view lemma) const {
  const auto found = cues_.find(lemma);
  return found == cues_.end() ? std::span<const TopicCue>() : std::span<const TopicCue>(found->second);
}

}  // namespace verbale
