#include "source/offsets.h"

#include <algorithm>

namespace verbale {
namespace {

uint32_t code_points(std::string_view bytes) {
  return static_cast<uint32_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

// The index of the piece that holds `byte` of the text.
size_t piece_at(const std::vector<OffsetPiece>& pieces, uint32_t byte) {
  const auto after =
      std::upper_bound(pieces.begin(), pieces.end(), byte,
                       [](uint32_t at, const OffsetPiece& piece) { return at < piece.text_begin; });
  return after == pieces.begin() ? 0 : static_cast<size_t>(after - pieces.begin()) - 1;
}

uint32_t end_of(const std::vector<OffsetPiece>& pieces, size_t i, uint32_t text_size) {
  return i + 1 < pieces.size() ? pieces[i + 1].text_begin : text_size;
}

// The part of a piece that the text bytes [from, to) take; `text_begin` of the result is `from`.
OffsetPiece cut(const OffsetPiece& piece, std::string_view text, uint32_t from, uint32_t to) {
  OffsetPiece part = piece;
  part.text_begin = from;
  if (piece.exact) {
    part.source_begin += from - piece.text_begin;
    part.source_length = to - from;
  } else if (piece.unit != 0) {
    const uint32_t before = code_points(text.substr(piece.text_begin, from - piece.text_begin));
    part.source_begin += before * piece.unit;
    part.source_length = code_points(text.substr(from, to - from)) * piece.unit;
  }
  return part;
}

// The parts of a map that the text bytes [from, to) take.
std::vector<OffsetPiece> cut_map(const std::vector<OffsetPiece>& pieces, std::string_view text,
                                 uint32_t from, uint32_t to) {
  if (pieces.empty()) return {{from, from, to - from, true, 0}};
  std::vector<OffsetPiece> parts;
  const uint32_t size = static_cast<uint32_t>(text.size());
  for (size_t i = piece_at(pieces, from); i < pieces.size() && pieces[i].text_begin < to; ++i) {
    const uint32_t begin = std::max(from, pieces[i].text_begin);
    const uint32_t end = std::min(to, end_of(pieces, i, size));
    if (begin < end) parts.push_back(cut(pieces[i], text, begin, end));
  }
  return parts;
}

}  // namespace

std::vector<SourceRange> source_ranges(const Document& document, Span span) {
  std::vector<SourceRange> ranges;
  if (span.empty()) return ranges;
  const uint64_t base = document.source.row_begin;
  for (const OffsetPiece& part :
       cut_map(document.source.offsets, document.text, span.begin, span.end)) {
    if (part.source_length == 0) continue;
    const SourceRange range{base + part.source_begin,
                            base + part.source_begin + part.source_length};
    if (!ranges.empty() && ranges.back().end >= range.begin && ranges.back().begin <= range.begin) {
      ranges.back().end = std::max(ranges.back().end, range.end);
    } else {
      ranges.push_back(range);
    }
  }
  return ranges;
}

void OffsetBuilder::add(uint32_t length, OffsetPiece piece) {
  if (length == 0) return;
  piece.text_begin = text_size_;
  text_size_ += length;
  if (!pieces_.empty()) {
    OffsetPiece& last = pieces_.back();
    const bool continues = last.source_begin + last.source_length == piece.source_begin;
    const bool alike = (last.exact && piece.exact) ||
                       (!last.exact && !piece.exact && last.unit != 0 && last.unit == piece.unit);
    if (continues && alike) {
      last.source_length += piece.source_length;
      return;
    }
  }
  pieces_.push_back(piece);
}

void OffsetBuilder::exact(uint32_t length, uint32_t source) {
  add(length, {0, source, length, true, 0});
}

void OffsetBuilder::whole(uint32_t length, uint32_t source, uint32_t source_length) {
  add(length, {0, source, source_length, false, 0});
}

void OffsetBuilder::code_point(uint32_t length, uint32_t source, uint8_t unit) {
  if (length == 1 && unit == 1) {
    exact(1, source);
  } else {
    add(length, {0, source, unit, false, unit});
  }
}

std::vector<OffsetPiece> compose(const std::vector<OffsetPiece>& outer, uint32_t text_size,
                                 const std::vector<OffsetPiece>& inner, std::string_view middle) {
  if (inner.empty()) return outer;
  if (outer.empty()) return inner;
  std::vector<OffsetPiece> out;
  for (size_t i = 0; i < outer.size(); ++i) {
    const OffsetPiece& piece = outer[i];
    const uint32_t text_end = end_of(outer, i, text_size);
    const uint32_t to = piece.source_begin + piece.source_length;
    const std::vector<OffsetPiece> parts = cut_map(inner, middle, piece.source_begin, to);
    if (piece.exact) {
      for (OffsetPiece part : parts) {
        part.text_begin = piece.text_begin + (part.text_begin - piece.source_begin);
        out.push_back(part);
      }
    } else if (piece.text_begin < text_end) {
      OffsetPiece whole{piece.text_begin, 0, 0, false, 0};
      if (!parts.empty()) {
        whole.source_begin = parts.front().source_begin;
        whole.source_length =
            parts.back().source_begin + parts.back().source_length - whole.source_begin;
      }
      out.push_back(whole);
    }
  }
  return out;
}

std::vector<OffsetPiece> without_front(const std::vector<OffsetPiece>& pieces,
                                       std::string_view text, uint32_t bytes) {
  std::vector<OffsetPiece> rest = cut_map(pieces, text, bytes, static_cast<uint32_t>(text.size()));
  for (OffsetPiece& piece : rest) piece.text_begin -= bytes;
  return rest;
}

}  // namespace verbale
