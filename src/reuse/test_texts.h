// Texts for the tests of this folder: invented words in sentences, the same for the same seed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace verbale {

class InventedProse {
 public:
  explicit InventedProse(uint64_t seed) : state_(seed * 2654435761u + 1) {}

  uint32_t number(uint32_t below) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<uint32_t>(state_ >> 33) % below;
  }
  std::string word() {
    constexpr std::string_view kSyllables[] = {"ba",  "ren", "tol", "mi", "ga",  "shu",
                                               "ver", "do",  "lin", "ka", "pes", "ro",
                                               "nu",  "fi",  "sta", "wen"};
    std::string made;
    for (uint32_t i = 0, syllables = 2 + number(2); i < syllables; ++i)
      made += kSyllables[number(16)];
    return made;
  }
  std::string sentence(uint32_t words) {
    std::string made = word();
    made[0] = static_cast<char>(made[0] - 'a' + 'A');
    for (uint32_t i = 1; i < words; ++i) made += " " + word();
    return made + ".";
  }
  std::vector<std::string> sentences(uint32_t count) {
    std::vector<std::string> made;
    for (uint32_t i = 0; i < count; ++i) made.push_back(sentence(12 + number(14)));
    return made;
  }

 private:
  uint64_t state_;
};

inline std::string joined(const std::vector<std::string>& sentences, std::string_view by = " ") {
  std::string text;
  for (const std::string& sentence : sentences) {
    if (!text.empty()) text += by;
    text += sentence;
  }
  return text;
}

}  // namespace verbale
