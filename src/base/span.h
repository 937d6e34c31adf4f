// Places in a text.
#pragma once

#include <algorithm>
#include <cstdint>

namespace verbale {

// A half-open range [begin, end) of bytes in a document's UTF-8 text. begin <= end; both lie on
// code point boundaries. An empty span means "nothing".
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  constexpr bool empty() const { return begin >= end; }
  constexpr uint32_t size() const { return empty() ? 0 : end - begin; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

// The smallest span that holds both; an empty one counts for nothing.
constexpr Span join(Span a, Span b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

// A half-open range [first, last) of indices into Document::tokens.
struct TokenRange {
  int32_t first = 0;
  int32_t last = 0;

  constexpr bool empty() const { return first >= last; }
  constexpr int32_t size() const { return empty() ? 0 : last - first; }
  constexpr bool contains(int32_t token) const { return first <= token && token < last; }
  constexpr bool overlaps(TokenRange other) const { return first < other.last && other.first < last; }
  friend constexpr auto operator<=>(const TokenRange&, const TokenRange&) = default;
};

}  // namespace verbale
