#include "eval/spans.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace verbale {
namespace {

// Sorted and apart from each other.
std::vector<ScoredSpan> merged(std::vector<ScoredSpan> places) {
  std::sort(places.begin(), places.end());
  std::vector<ScoredSpan> out;
  for (const ScoredSpan place : places) {
    if (place.start >= place.end) continue;
    if (!out.empty() && place.start <= out.back().end) {
      out.back().end = std::max(out.back().end, place.end);
    } else {
      out.push_back(place);
    }
  }
  return out;
}

int64_t size_of(const std::vector<ScoredSpan>& places) {
  int64_t size = 0;
  for (const ScoredSpan place : places) size += place.end - place.start;
  return size;
}

}  // namespace

std::optional<ScoredSpan> place_of(const JsonValue& copied) {
  if (!copied.is_object()) return std::nullopt;
  return ScoredSpan{copied.at("start").integer, copied.at("end").integer};
}

std::vector<ScoredSpan> places_of(const JsonValue& list) {
  std::vector<ScoredSpan> places;
  for (const JsonValue& item : list.items) {
    if (const std::optional<ScoredSpan> place = place_of(item)) places.push_back(*place);
  }
  return places;
}

bool overlap(const std::optional<ScoredSpan>& a, const std::optional<ScoredSpan>& b) {
  return a && b && a->start < b->end && b->start < a->end;
}

SharedCharacters shared_characters(std::vector<ScoredSpan> a, std::vector<ScoredSpan> b) {
  a = merged(std::move(a));
  b = merged(std::move(b));
  SharedCharacters shared;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    shared.both += std::max<int64_t>(0, std::min(a[i].end, b[j].end) - std::max(a[i].start, b[j].start));
    if (a[i].end < b[j].end) {
      ++i;
    } else {
      ++j;
    }
  }
  shared.either = size_of(a) + size_of(b) - shared.both;
  return shared;
}

double jaccard(const std::vector<ScoredSpan>& a, const std::vector<ScoredSpan>& b) {
  const SharedCharacters shared = shared_characters(a, b);
  if (shared.either == 0) return 0.0;
  return static_cast<double>(shared.both) / static_cast<double>(shared.either);
}

std::string plain_name(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) return std::string(name);
  const icu::UnicodeString text = nfkd->normalize(
      icu::UnicodeString::fromUTF8({name.data(), static_cast<int32_t>(name.size())}), status);
  std::string out;
  for (int32_t i = 0; i < text.length(); ++i) {
    char16_t c = text.charAt(i);
    if (c == u'đ' || c == u'Đ') c = u'd';
    if (c >= u'A' && c <= u'Z') c = static_cast<char16_t>(c - u'A' + u'a');
    if (c >= 0x80) continue;
    const bool word = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
    if (word) {
      out += static_cast<char>(c);
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace verbale
