// Whether a meeting really says nothing of a thread.
//
// An entry is a clause about the thing. Before the ledger calls a thread absent at a meeting, all
// sentences of that meeting's accounts are looked through for the words of the thing: those that
// most entries of the thread share. Where they all stand close to each other, or in one clause a
// noun that heads the thing with most of the others, as they are or in words that mean the same,
// the thing is mentioned, whatever else the sentence is about.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "ledger/candidates.h"

namespace verbale {

// A word of the thing.
struct EssentialWord {
  Meaning meaning;
  bool head = false;  // a noun of the phrase that heads the thing
};

// What must be found where a thing is mentioned.
struct EssentialWords {
  std::vector<EssentialWord> words;
  bool common = false;  // they tell little: only all of them, closely together, are the thing
};

struct FoundMention {
  int32_t candidate = -1;  // the clause that it begins in
  TokenRange tokens;       // from the first to the last of the words
};

class MentionFinder {
 public:
  MentionFinder(std::span<const Candidate> candidates, const Meanings& meanings);

  // The words that the members share. Empty where these tell too little.
  EssentialWords essentials(std::span<const int32_t> members) const;

  // Where most of these words, by what they tell, stand closest among the candidates
  // [first, last); of equal places the first.
  FoundMention find(const EssentialWords& essentials, int32_t first, int32_t last) const;

 private:
  struct Place {
    int32_t candidate = -1;
    int32_t token = -1;
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  struct Hit;
  static bool heads_phrase(const Candidate& candidate, const CoreFeature& word);
  void add_hits(const Meaning& word, int32_t which, int32_t first, int32_t last,
                std::vector<Hit>& hits) const;

  std::span<const Candidate> candidates_;
  const Meanings& meanings_;
  std::map<std::string, std::vector<Place>> places_;           // of a word
  std::map<uint64_t, std::vector<const std::string*>> likes_;  // the same word, words of a row
  std::map<std::string, Meaning> known_;
};

}  // namespace verbale
