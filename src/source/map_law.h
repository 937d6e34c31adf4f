// For tests of this folder: the law of the map from text to bytes, and ways to make input of many
// kinds.
#pragma once

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "record/document.h"

namespace verbale {

// The law of the map: pieces are in order and cover the text; where a piece is exact the bytes are
// the same, where it has a unit its code points and bytes agree in number, and none leads out of
// the source.
inline void expect_map_holds(const Document& document, std::string_view bytes) {
  ASSERT_EQ(find_malformed_utf8(document.text), std::string::npos);
  const std::vector<OffsetPiece>& pieces = document.source.offsets;
  if (pieces.empty()) {
    EXPECT_EQ(document.text, bytes.substr(document.source.row_begin, document.text.size()));
    return;
  }
  EXPECT_EQ(pieces.front().text_begin, 0u);
  for (size_t i = 0; i < pieces.size(); ++i) {
    const OffsetPiece& piece = pieces[i];
    const size_t end = i + 1 < pieces.size() ? pieces[i + 1].text_begin : document.text.size();
    ASSERT_LT(piece.text_begin, end);
    const uint64_t from = document.source.row_begin + piece.source_begin;
    ASSERT_LE(from + piece.source_length, bytes.size());
    const std::string_view text =
        std::string_view(document.text).substr(piece.text_begin, end - piece.text_begin);
    const std::string_view source = bytes.substr(from, piece.source_length);
    if (piece.exact) {
      ASSERT_EQ(text, source);
    } else if (piece.unit != 0) {
      ASSERT_EQ(CodePointIndex(text).code_points() * piece.unit, source.size());
    }
  }
}

inline std::string utf16(std::string_view text, bool little) {
  std::string out = little ? "\xFF\xFE" : "\xFE\xFF";
  const auto put = [&](uint32_t unit) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    out += little ? low : high;
    out += little ? high : low;
  };
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    at += c.length;
    if (c.value < 0x10000) {
      put(c.value);
    } else {
      put(0xD800 + ((c.value - 0x10000) >> 10));
      put(0xDC00 + ((c.value - 0x10000) & 0x3FF));
    }
  }
  return out;
}

inline std::string gzip(std::string_view bytes) {
  z_stream state{};
  deflateInit2(&state, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&state, bytes.size()) + 64, '\0');
  state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  state.avail_in = static_cast<uInt>(bytes.size());
  state.next_out = reinterpret_cast<Bytef*>(out.data());
  state.avail_out = static_cast<uInt>(out.size());
  deflate(&state, Z_FINISH);
  out.resize(state.total_out);
  deflateEnd(&state);
  return out;
}

inline std::string zstd(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 9));
  return out;
}

}  // namespace verbale
