// What is known of a passage besides its words: facts such as "side is VNM" or, of one of its entries, "act is
// commissive". Each is a number, which the index holds like a word.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace verbale {

// Part of the format of the record: new ones come last, at most sixteen.
enum class FactField : uint8_t { Side, Outlet, Framework, Place, Act, Kind, State, Speaker, To, By, Of };
inline constexpr int kFactFields = 11;

// The field of that name in queries, and of that relation of an actor to an entry.
std::optional<FactField> fact_field(std::string_view name);

// Row of the table of facts times sixteen, and the field.
using FactId = int64_t;
constexpr FactId fact_id(int64_t row, FactField field) { return row * 16 + static_cast<int64_t>(field); }
constexpr FactField field_of(FactId id) { return static_cast<FactField>(id % 16); }
constexpr int64_t row_of(FactId id) { return id / 16; }

// The facts of one entry that stands in the passage.
struct EntryFacts {
  int64_t entry = 0;  // row of entries
  bool listed = false;  // a statement or commitment, which a hit names
  std::vector<FactId> facts;
};

struct PassageFacts {
  std::vector<FactId> facts;  // of the passage or its document
  std::vector<EntryFacts> entries;
};

std::string encode_facts(const PassageFacts& facts);
// Into `facts`, whose memory is used again. False: these bytes are none.
bool decode_facts(std::string_view bytes, PassageFacts& facts);

// The tokens by which the index finds the passage of that key with these facts.
std::string fact_tokens(int64_t row, const PassageFacts& facts);

// One token each, quoted for an expression of FTS5.
std::string fact_token(FactId id);
std::string text_token(int64_t text);
std::string any_token();   // of every passage
std::string none_token();  // of no passage
// Passages of that year, month of year * 13 + month, or day: tokens of a part of a date code.
std::string year_token(int64_t year);
std::string month_token(int64_t month);
std::string day_token(int64_t code);

}  // namespace verbale
