// The map from a text back to the bytes that it was read from. OffsetPiece (record/document.h) is
// its unit: a claim from a web page or a GB18030 file is proved from the file as it was found.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "record/document.h"

namespace verbale {

// A half-open range of bytes of the source (of the unpacked file).
struct SourceRange {
  uint64_t begin = 0;
  uint64_t end = 0;
  friend bool operator==(const SourceRange&, const SourceRange&) = default;
};

// The source bytes that a stretch of the document's text comes from, in text order; ranges that
// touch are one. A blank that the reader put between two blocks of a page comes from no byte.
std::vector<SourceRange> source_ranges(const Document& document, Span span);

// Builds a map piece by piece, in text order; what continues the piece before is joined to it.
class OffsetBuilder {
 public:
  // `length` bytes of text that are the same in the source from `source` on.
  void exact(uint32_t length, uint32_t source);
  // `length` bytes of text that stand for `source_length` bytes as a whole.
  void whole(uint32_t length, uint32_t source, uint32_t source_length);
  // One code point of `length` bytes that stands for `unit` bytes.
  void code_point(uint32_t length, uint32_t source, uint8_t unit);

  uint32_t text_size() const { return text_size_; }
  std::vector<OffsetPiece> take() { return std::move(pieces_); }

 private:
  void add(uint32_t length, OffsetPiece piece);
  std::vector<OffsetPiece> pieces_;
  uint32_t text_size_ = 0;
};

// The map of text -> middle -> source: `outer` leads from the text to `middle`, `inner` from there
// to the source. An empty `inner` changes nothing.
std::vector<OffsetPiece> compose(const std::vector<OffsetPiece>& outer, uint32_t text_size,
                                 const std::vector<OffsetPiece>& inner, std::string_view middle);

// The map of what is left of `text` when its first `bytes` bytes are taken away.
std::vector<OffsetPiece> without_front(const std::vector<OffsetPiece>& pieces,
                                       std::string_view text, uint32_t bytes);

}  // namespace verbale
