// What two texts that share words are to each other.
//
// Four things look alike to any measure of shared words: a wire text or a rewrite of it; two
// reports of their own that quote one speech or one joint statement; the standing words of an
// outlet; and a form that an outlet fills in anew for each call. They are told apart by where the
// shared words stand (narration, quotation, stretches that many texts of the outlet have), by whose
// texts they are and from when, and by what stands in the places that differ.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace verbale {

enum class Relation : uint8_t {
  // The same words in the same order.
  Exact,
  // Nearly all words of both or, within one outlet, of the shorter: a version.
  NearDuplicate,
  // Narration of one taken over into the other, or into both from a third: one account.
  WireCopy,
  // What they share is quoted: two accounts.
  SharedQuotation,
  // What they share recurs in many texts of the outlet, or is its form filled in anew: two
  // accounts.
  Boilerplate,
  // Some sentences that are neither: nothing follows.
  SharedWording,
};

enum class PassageKind : uint8_t { Narration, Quotation, Boilerplate };

std::string_view to_string(Relation relation);
std::string_view to_string(PassageKind kind);

// Was one text made from the other, or both from a third?
constexpr bool is_copy(Relation relation) { return relation <= Relation::WireCopy; }

// Shares are of a text's words.
struct RelationOptions {
  double near_duplicate = 0.8;  // of both texts

  // A wire copy has so many words of narration in common, so large a share of the shorter text, so
  // many of them in one passage unless they are half of the shorter text, and is published within
  // so many days.
  uint32_t copied_words = 30;
  double copied_share = 0.2;
  uint32_t copied_in_a_row = 25;
  int32_t copied_days = 7;
  // Within one outlet a shorter version has so much of its words from the longer.
  double cut_share = 0.8;

  // More names or numbers replaced than one in so many shared words make a form; unless the outlets
  // are known to differ, and where they are not known, other outlets edit a wire text: there it
  // takes more.
  uint32_t words_per_filling = 150;
  uint32_t words_per_edit = 25;

  // Copies of fewer words that lie more days apart are two accounts in the same few words.
  int32_t account_days = 31;
  uint32_t account_words = 100;

  // Words in a row that a text has from a statement: fewer may be a name that both use.
  uint32_t statement_run = 15;
  // Texts of one outlet that must hold a stretch for it to be boilerplate.
  uint32_t recurring_texts = 4;
  // Of a passage's words that make it a quotation, or boilerplate.
  double passage_share = 0.6;
};

// What was measured of a pair, in words; a character of a script without blanks is half a word.
struct SharedWords {
  uint32_t words_a = 0;  // of the texts
  uint32_t words_b = 0;
  uint32_t covered_a = 0;  // shared, each place once
  uint32_t covered_b = 0;
  uint32_t narration = 0;  // shared, by kind
  uint32_t quotation = 0;
  uint32_t boilerplate = 0;
  uint32_t longest_narration = 0;  // passage
  uint32_t fillings = 0;      // places where a name or number of one stands for one of the other
  bool same_outlet = false;   // known, and the same
  bool other_outlet = false;  // known, and not the same
  std::optional<int32_t> days_apart;  // none: a date is not known
};

Relation judge_relation(const SharedWords& shared, const RelationOptions& options);

// Do both texts tell one account, so that the second is no second witness?
bool is_one_account(Relation relation, const SharedWords& shared, const RelationOptions& options);

}  // namespace verbale
