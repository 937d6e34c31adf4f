// Finds the phrases of a table in a sequence of words, longest first.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace verbale {

// Phrases are sequences of words; a word is compared as given, so that the caller decides what is
// folded. Values are indices into a table of the caller's. One phrase may have several values.
class PhraseTable {
 public:
  struct Match {
    int32_t length = 0;              // words; 0: nothing
    std::span<const int32_t> values;
  };

  // Words are separated by one blank. The same (phrase, value) added twice counts once.
  void add(std::string_view phrase, int32_t value);

  // The longest phrase that starts at words[0].
  Match longest(std::span<const std::string_view> words) const;

  // All phrases that start at words[0], shortest first.
  std::vector<Match> all(std::span<const std::string_view> words) const;

  size_t size() const { return phrases_; }

 private:
  struct Node {
    std::vector<int32_t> values;
  };
  int32_t word_id(std::string_view word) const;  // -1: in no phrase

  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, int32_t, Hash, std::equal_to<>> words_;
  // A trie: (node, word) -> node. Node 0 is the root.
  std::unordered_map<uint64_t, int32_t> edges_;
  std::vector<Node> nodes_ = std::vector<Node>(1);
  size_t phrases_ = 0;
};

}  // namespace verbale
