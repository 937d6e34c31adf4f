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
    case MarkKind::Straight:
    case MarkKind::Open:
      return kind == MarkKind::Straight || kind == MarkKind::Close;
    case MarkKind::SingleOpen:
      return kind == MarkKind::SingleClose;
    default:
      return false;
  }
}

// A quotation without an end, or between two straight marks of which one may be missing, is
// believed to be so long at most.
constexpr uint32_t kLongest = 200;

// Walks over the marks of a text with what is open at each.
class Quotations {
 public:
  explicit Quotations(uint32_t words) : words_(words) {}

  void take(const TextMark& mark) {
    switch (mark.kind) {
      case MarkKind::LineEnd:
      case MarkKind::ColonLineEnd:
        end_line(mark);
        break;
      case MarkKind::Signature:
        sign(mark.word);
        break;
      default:
        take_quotation_mark(mark);
        break;
    }
  }
  std::vector<WordStretch> finish() {
    if (open_) break_off(words_);
    return std::move(found_);
  }

 private:
  void end_line(const TextMark& mark) {
    const bool empty_line = mark.word == line_;
    if (open_ && !(opened_ == MarkKind::ColonLineEnd && empty_line)) break_off(mark.word);
    line_ = mark.word;
    if (mark.kind == MarkKind::ColonLineEnd && !open_) open(mark);
  }
  // All of the line up to here.
  void sign(uint32_t word) {
    while (!found_.empty() && found_.back().begin >= line_) found_.pop_back();
    begin_ = line_;
    close(word);
  }
  void take_quotation_mark(const TextMark& mark) {
    if (open_ && closes(opened_, mark.kind)) {
      if (mark.kind == MarkKind::Straight && mark.word - begin_ > kLongest) {
        open(mark);
      } else {
        close(mark.word);
      }
    } else if (!open_ && opens(mark.kind)) {
      open(mark);
    }
  }
  void open(const TextMark& mark) {
    open_ = true;
    opened_ = mark.kind;
    begin_ = mark.word;
  }
  void close(uint32_t end) {
    if (begin_ < end) found_.push_back({begin_, end});
    open_ = false;
  }
  // The end of the line, and nothing has closed it. What a colon announces is the report itself
  // where it is most of it.
  void break_off(uint32_t end) {
    const uint32_t length = end - begin_;
    if (length <= kLongest && !(opened_ == MarkKind::ColonLineEnd && 2 * length > words_))
      close(end);
    open_ = false;
  }

  const uint32_t words_;
  std::vector<WordStretch> found_;
  bool open_ = false;
  MarkKind opened_ = MarkKind::Open;
  uint32_t begin_ = 0;
  uint32_t line_ = 0;  // its first word
};

}  // namespace

std::vector<WordStretch> quoted_words(std::span<const TextMark> marks, uint32_t words) {
  Quotations quotations(words);
  for (const TextMark& mark : marks) quotations.take(mark);
  return quotations.finish();
}

uint32_t words_within(std::span<const WordStretch> stretches, uint32_t begin, uint32_t end) {
  uint32_t count = 0;
  auto at = std::lower_bound(
      stretches.begin(), stretches.end(), begin,
      [](const WordStretch& stretch, uint32_t word) { return stretch.end <= word; });
  for (; at != stretches.end() && at->begin < end; ++at) {
    count += std::min(at->end, end) - std::max(at->begin, begin);
  }
  return count;
}

}  // namespace verbale
