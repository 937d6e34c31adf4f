#include "store/search_rows.h"

#include <algorithm>

namespace verbale {
namespace {

// The number that `figures` are; -1 if they are none.
int64_t number_of(std::string_view figures) {
  int64_t number = figures.empty() ? -1 : 0;
  for (const char c : figures) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

int64_t date_code(std::string_view iso) {
  if (iso.size() < 4 || iso.size() > 10) return kUndated;
  const int64_t year = number_of(iso.substr(0, 4));
  const int64_t month = iso.size() >= 7 ? number_of(iso.substr(5, 2)) : 0;
  const int64_t day = iso.size() == 10 ? number_of(iso.substr(8, 2)) : 0;
  if (year < 0 || month < 0 || month > 12 || day < 0 || day > 31) return kUndated;
  return (year * 13 + month) * 32 + day;
}

int64_t last_code(std::string_view iso) {
  const int64_t code = date_code(iso);
  if (code == kUndated || iso.size() == 10) return code;
  return iso.size() >= 7 ? code + 31 : code + 12 * 32 + 31;
}

bool is_sampled(std::string_view text_id, int64_t ordinal) {
  uint64_t hash = 0xcbf29ce484222325;
  const auto mix = [&hash](uint64_t byte) { hash = (hash ^ byte) * 0x100000001b3; };
  for (const char c : text_id) mix(static_cast<unsigned char>(c));
  mix(static_cast<uint64_t>(ordinal) & 0xff);
  mix(static_cast<uint64_t>(ordinal) >> 8);
  return (hash >> 32) % kSampled == 0;
}

}  // namespace verbale
