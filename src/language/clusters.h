// Classes of words that stand in the same company, learned from plain text: "reaffirmed" and
// "reiterated" share one, so that what is learned of one holds for the other.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace verbale {

// Two clusterings, one with few classes and one with many; 0: the word is in neither.
struct WordClass {
  uint16_t coarse = 0;
  uint16_t fine = 0;
};

class Clusters {
 public:
  // A view of a section's bytes; nothing if they are malformed.
  static std::optional<Clusters> read(std::string_view bytes);

  // The classes of a word by the hash of its lower-case form.
  WordClass find(uint64_t word) const;

  struct Bucket {
    uint32_t key = 0;  // low half of the hash; 0: empty
    WordClass classes;
  };

 private:
  std::span<const Bucket> buckets_;
};

struct ClusteredWord {
  uint64_t word = 0;  // hash of the lower-case form
  WordClass classes;
};
std::string write_clusters(const std::vector<ClusteredWord>& words);

}  // namespace verbale
