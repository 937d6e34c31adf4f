// Whether a meeting really says nothing of a thread.
//
// An entry is a clause about the thing. Before the ledger calls a thread absent at a meeting, all
// clauses of that meeting's accounts are looked through for the words without which the thing
// cannot be told of: those that most entries of the thread share. A clause that has all of them
// mentions the thing, whatever else it is about.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "ledger/candidates.h"

namespace verbale {

struct FoundMention {
  int32_t candidate = -1;
  TokenRange tokens;  // from the first to the last of the words
};

class MentionFinder {
 public:
  MentionFinder(std::span<const Candidate> candidates, const Meanings& meanings);

  // The words that the members share, among them the noun that heads the thing ("routes" of "air
  // routes"): each may stand as itself or in a word of its family. Empty where these tell too
  // little.
  std::vector<Meaning> essentials(std::span<const int32_t> members) const;

  // The first candidate with all of these words among [first, last), in the order of the
  // candidates.
  FoundMention find(std::span<const Meaning> words, int32_t first, int32_t last) const;

 private:
  static std::string head_of(const Candidate& candidate);
  struct Place {
    int32_t candidate = -1;
    int32_t token = -1;
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  int32_t place_of(const Meaning& word, int32_t candidate) const;

  std::span<const Candidate> candidates_;
  const Meanings& meanings_;
  std::map<uint64_t, std::vector<Place>> places_;  // of a word, and of a family
};

}  // namespace verbale
