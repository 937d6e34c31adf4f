#include "source/rows.h"

#include <algorithm>

namespace verbale {

Result<bool> RowCutter::fill() {
  constexpr size_t kPiece = size_t{1} << 18;
  if (start_ > kPiece) {
    buffer_.erase(0, start_);
    start_ = 0;
  }
  const size_t before = buffer_.size();
  buffer_.resize(before + kPiece);
  const Result<size_t> got = stream_.read(buffer_.data() + before, kPiece);
  buffer_.resize(before + (got ? *got : 0));
  if (!got) return std::unexpected(got.error());
  return *got > 0;
}

// The line feed that ends the row, npos where it is not in the buffer yet.
size_t RowCutter::find_end() {
  if (!quotes_) {
    const size_t end = buffer_.find('\n', start_ + scanned_);
    if (end == std::string::npos) scanned_ = buffer_.size() - start_;
    return end;
  }
  for (size_t at = start_ + scanned_; at < buffer_.size(); ++at) {
    const char c = buffer_[at];
    if (c == '"') {
      // A mark opens a field only at its start; inside, a doubled one closes and opens again.
      const char before = at == start_ ? '\n' : buffer_[at - 1];
      const bool opens =
          at == start_ || before == ',' || before == ';' || before == '\t' || before == '"';
      in_quotes_ = !in_quotes_ && opens;
    }
    if (c == '\n' && !in_quotes_) return at;
  }
  scanned_ = buffer_.size() - start_;
  return std::string::npos;
}

Result<std::optional<Row>> RowCutter::next() {
  Row row{{}, begin_, line_, false};
  for (;;) {
    const size_t end = find_end();
    if (end != std::string::npos || ended_) {
      const size_t stop = end == std::string::npos ? buffer_.size() : end;
      if (end == std::string::npos && stop == start_ && !row.too_long) return std::nullopt;
      const std::string_view bytes = std::string_view(buffer_).substr(start_, stop - start_);
      row.too_long = row.too_long || bytes.size() > kLongestRow;
      if (!row.too_long)
        row.bytes = bytes.ends_with('\r') ? bytes.substr(0, bytes.size() - 1) : bytes;
      line_ += static_cast<uint64_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1;
      begin_ += bytes.size() + 1;
      start_ = std::min(stop + 1, buffer_.size());
      scanned_ = 0;
      in_quotes_ = false;
      return row;
    }
    if (scanned_ > kLongestRow) {
      // Forget what was read of it; only its length and its lines still count.
      row.too_long = true;
      const std::string_view passed = std::string_view(buffer_).substr(start_);
      line_ += static_cast<uint64_t>(std::count(passed.begin(), passed.end(), '\n'));
      begin_ += passed.size();
      start_ = buffer_.size();
      scanned_ = 0;
    }
    const Result<bool> more = fill();
    if (!more) return std::unexpected(more.error());
    ended_ = !*more;
  }
}

}  // namespace verbale
