// Which candidates are entries of one thread.
//
// Two candidates are near by what they are about: the features of their cores, weighted by how much
// they tell. Threads grow from the nearest pairs on; two groups become one only if they are near on
// the whole, each pair of them looked at (no chain of neighbours), and nothing vetoes it: two
// names, one state's deed for the other's, no noun of the thing in common.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ledger/candidates.h"

namespace verbale {

class CoreLikeness {
 public:
  CoreLikeness(std::span<const Candidate> candidates, const Meanings& meanings);

  // 0 to 1.
  double between(int32_t left, int32_t right) const;
  bool vetoed(int32_t left, int32_t right) const;
  bool is_one_event(int32_t left, int32_t right) const;
  bool shares_noun(int32_t left, int32_t right) const;
  bool shares_anchor(int32_t left, int32_t right) const;
  bool covers_name(int32_t named, int32_t other) const;
  bool may_bear_name(int32_t named, int32_t other) const;
  // Candidates that share a telling feature with this one, each once, in order; bounded.
  std::vector<int32_t> neighbours(int32_t candidate) const;
  // How much its core tells, in bits.
  double weight(int32_t candidate) const { return totals_[static_cast<size_t>(candidate)]; }

 private:
  struct Part {
    int32_t word = -1;  // into the vocabulary
    double weight = 0;
    bool head = false;
    bool noun = false;
    bool anchor = false;
    bool named = false;
  };
  struct Near {
    int32_t word = -1;
    double nearness = 0;
  };
  void learn_words(const Meanings& meanings);
  void find_near_words(const std::vector<Feature>& words, const Meanings& meanings);
  std::vector<Meaning> words_of_name(std::string_view key) const;
  double nearness(int32_t left, int32_t right) const;
  double covered(const std::vector<Part>& left, const std::vector<Part>& right,
                 bool* same_thing) const;

  std::span<const Candidate> candidates_;
  Meanings meanings_;
  std::vector<std::vector<Part>> parts_;  // of each candidate, the telling ones first
  std::vector<double> totals_;
  std::vector<std::vector<Near>> near_;       // of each word, by word
  std::vector<std::vector<int32_t>> places_;  // of each word: candidates
};

// Groups of candidates, each sorted, by their first; candidates that open no thread and join none
// are left out.
std::vector<std::vector<int32_t>> group_candidates(std::span<const Candidate> candidates,
                                                   const CoreLikeness& likeness);

}  // namespace verbale
