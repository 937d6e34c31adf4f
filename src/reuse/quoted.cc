#include "reuse/quoted.h"

#include <algorithm>

namespace verbale {
namespace {

bool opens(MarkKind kind) {
  return kind == MarkKind::Straight || kind == MarkKind::Open || kind == MarkKind::SingleOpen;
}

bool closes(MarkKind opened, MarkKind kind) {
  switch (opened) {
    // Some outlets open with a curly mark and close with a straight one, or the other way round.
    case MarkKind::Straight: case MarkKind::Open:
      return kind == MarkKind::Straight || kind == MarkKind::Close;
    case MarkKind::SingleOpen: return kind == MarkKind::SingleClose;
    default: return false;
  }
}

}  // namespace

std::vector<WordStretch> quoted_words(std::span<const TextMark> marks, uint32_t words) {
  std::vector<WordStretch> quoted;
  bool open = false;
  MarkKind opened = MarkKind::Open;
  uint32_t begin = 0;
  const auto close = [&](uint32_t end) {
    if (begin < end) quoted.push_back({begin, end});
    open = false;
  };
  for (const TextMark& mark : marks) {
    if (open && (mark.kind == MarkKind::LineEnd || closes(opened, mark.kind))) {
      close(mark.word);
    } else if (!open && opens(mark.kind)) {
      open = true;
      opened = mark.kind;
      begin = mark.word;
    }
  }
  if (open) close(words);
  return quoted;
}

uint32_t words_within(std::span<const WordStretch> stretches, uint32_t begin, uint32_t end) {
  uint32_t count = 0;
  auto at = std::lower_bound(stretches.begin(), stretches.end(), begin,
                             [](const WordStretch& stretch, uint32_t word) { return stretch.end <= word; });
  for (; at != stretches.end() && at->begin < end; ++at) {
    count += std::min(at->end, end) - std::max(at->begin, begin);
  }
  return count;
}

}  // namespace verbale
