// The key of a passage in the index. It begins with the day of its publication, so that the index itself is in the order
// of days: the first hits are found without looking at the others, and a range of days is a range of keys.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace verbale {

// Days as numbers that sort as their ISO dates do: ((year * 13) + month) * 32 + day, with 0 for what is not told.
inline constexpr int64_t kUndated = (int64_t{1} << 22) - 1;

// Of "2024", "2024-08" or "2024-08-19"; kUndated for anything else.
int64_t date_code(std::string_view iso);
// The last code that begins as the date does: of "2024-08" that of August 31st.
int64_t last_code(std::string_view iso);
inline int64_t year_of_code(int64_t code) { return code / 32 / 13; }

inline constexpr int kOrdinalBits = 17;
inline constexpr int kTextBits = 24;
inline constexpr int64_t kMostPassages = int64_t{1} << kOrdinalBits;

struct PassageKey {
  int64_t code = kUndated;
  int64_t text = 0;     // row of texts
  int64_t ordinal = 0;  // among the passages of the text
};

constexpr int64_t pack(const PassageKey& key) {
  return (key.code << (kTextBits + kOrdinalBits)) | (key.text << kOrdinalBits) | key.ordinal;
}
constexpr PassageKey unpack(int64_t row) {
  return {row >> (kTextBits + kOrdinalBits), (row >> kOrdinalBits) & ((int64_t{1} << kTextBits) - 1),
          row & (kMostPassages - 1)};
}

// One passage in so many stands in the sample too, which large answers are counted from.
inline constexpr int64_t kSampled = 64;
bool is_sampled(std::string_view text_id, int64_t ordinal);

}  // namespace verbale
