// What two texts that share words are to each other.
//
// Three things look alike to any measure of shared words: a wire text or a rewrite of it; two reports of their
// own that quote one speech; and the standing words of an outlet. They are told apart by where the shared words stand: in
// the narration, within quotation marks, or in stretches that many texts of the same outlet have.
#pragma once

#include <cstdint>
#include <string_view>

namespace verbale {

enum class Relation : uint8_t {
  Exact,            // the same words in the same order
  NearDuplicate,    // nearly all words of both
  WireCopy,         // narration of one taken over into the other, or into both from a third: one account
  SharedQuotation,  // what they share is quoted: two accounts
  Boilerplate,      // what they share recurs in many texts of the outlet: two accounts
  SharedWording,    // a sentence or two that are neither: nothing follows
};

enum class PassageKind : uint8_t { Narration, Quotation, Boilerplate };

std::string_view to_string(Relation relation);
std::string_view to_string(PassageKind kind);

// Do both texts tell one account, so that the second is no second witness?
constexpr bool is_copy(Relation relation) { return relation <= Relation::WireCopy; }

struct RelationOptions {
  double near_duplicate = 0.8;   // of the words of both texts
  double copied_share = 0.2;     // of the words of the shorter text, in narration: a wire copy ...
  uint32_t copied_words = 40;    // ... if it is so many words
  uint32_t recurring_texts = 4;  // texts of one outlet that must hold a stretch for it to be boilerplate
  double passage_share = 0.6;    // of a passage's words that make it a quotation, or boilerplate
};

// What was measured of a pair, in words.
struct SharedWords {
  uint32_t words_a = 0;  // of the texts
  uint32_t words_b = 0;
  uint32_t covered_a = 0;  // shared, each place once
  uint32_t covered_b = 0;
  uint32_t narration = 0;  // shared, by kind of passage
  uint32_t quotation = 0;
  uint32_t boilerplate = 0;
  bool same_outlet = false;  // known, and the same
};

Relation judge_relation(const SharedWords& shared, const RelationOptions& options);

}  // namespace verbale
