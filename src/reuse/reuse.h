// Which texts are the same text: exact duplicates, near duplicates, wire copy, shared quotations,
// boilerplate, each with the passages that show it.
//
// An exact join: every pair of texts that share a stretch of words is found, not those that a
// sample of hashes happens to meet. Every passage is verified on the words themselves. The answer
// depends on the set of texts alone, not on their order, on when they were added or on the number
// of threads.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "reuse/fingerprints.h"
#include "reuse/passages.h"
#include "reuse/relation.h"

namespace verbale {

// One text of a record. The views must stay valid as long as the index that they are added to.
struct ReuseText {
  // Tells texts apart and breaks ties: texts of one date stand in the order of their ids.
  std::string_view id;
  std::string_view text;    // UTF-8
  std::string_view outlet;  // empty: not known
  std::string_view date;    // ISO, whole or cut; empty: not known, comes last
  // In text order, apart from each other; no part of the comparison.
  std::span<const Span> furniture;
  bool statement = false;  // a joint statement, a speech: what other texts have of it is quoted
};

struct ReuseOptions {
  FingerprintOptions fingerprints;
  PassageOptions passages;
  RelationOptions relations;
  // A fingerprint in more texts proposes only pairs with the earliest (index.h).
  uint32_t max_texts = 64;
  int threads = 1;
};

// The same words in two texts, small differences included. Byte ranges.
struct PassagePair {
  Span a;
  Span b;
  uint32_t words = 0;  // that are equal
  PassageKind kind = PassageKind::Narration;
  friend bool operator==(const PassagePair&, const PassagePair&) = default;
};

struct TextPair {
  int32_t a = 0;  // the earlier, by date and id; numbers in the order in which texts were given
  int32_t b = 0;
  Relation relation = Relation::SharedWording;
  bool one_account = false;  // they tell it once
  double covered_a = 0;      // share of the text's words that the other has too
  double covered_b = 0;
  std::vector<PassagePair> passages;  // in the order of b
};

// Texts that are one account: each member was found to be one with the first, the earliest.
struct TextGroup {
  std::vector<int32_t> members;
};

struct Reuse {
  std::vector<TextPair> pairs;  // by date and id of a, then of b
  std::vector<TextGroup>
      groups;  // of two texts and more, by their first members; no text is in two
};

Reuse find_reuse(std::span<const ReuseText> texts, const ReuseOptions& options);

// The same, for texts that come in over time.
class ReuseIndex {
 public:
  explicit ReuseIndex(const ReuseOptions& options);
  ReuseIndex(ReuseIndex&&) noexcept;
  ~ReuseIndex();

  // Reads the new texts alone. Their numbers go on from those of the texts before.
  void add(std::span<const ReuseText> texts);

  // What find_reuse() would say of all texts added. Passages of pairs that were found before are
  // not looked for again.
  Reuse result();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace verbale
