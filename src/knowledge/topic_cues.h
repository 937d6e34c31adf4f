// What shows that something was talked about (pack en/topics.tsv).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/error.h"

namespace verbale {

enum class TopicFrame : uint8_t { After, Passive, Before };

struct TopicCue {
  std::vector<std::string> words;  // lemmas; "*" is a gap
  TopicFrame frame = TopicFrame::After;
};

class TopicCues {
 public:
  // Reads knowledge/en/topics.tsv below `home`.
  static Result<TopicCues> load(const std::string& home);

  // The cues that begin with this lemma, those of more words first; empty: none.
  std::span<const TopicCue> starting_with(std::string_view lemma) const;

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::vector<TopicCue>, Hash, std::equal_to<>> cues_;
};

}  // namespace verbale
