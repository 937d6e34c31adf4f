// Files of rows, one document each: JSON Lines and CSV.
//
// Rows are cut from the stream one by one, so that a file of any size takes the memory of its
// longest row.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "record/document.h"
#include "source/byte_stream.h"

namespace verbale {

struct Row {
  std::string bytes;      // without the line break at its end
  uint64_t begin = 0;     // its first byte in the unpacked file
  uint64_t line = 0;      // 1-based line at which it starts
  bool too_long = false;  // it was passed over; `bytes` is empty
};

// Cuts a stream into rows at line feeds; with `quotes`, a line feed between quotation marks cuts
// nothing (CSV).
class RowCutter {
 public:
  RowCutter(ByteStream& stream, bool quotes) : stream_(stream), quotes_(quotes) {}
  // The next row, nullopt at the end. Rows longer than kLongestRow are passed over and marked.
  Result<std::optional<Row>> next();

  static constexpr size_t kLongestRow = size_t{64} << 20;

 private:
  Result<bool> fill();
  size_t find_end();
  ByteStream& stream_;
  bool quotes_;
  bool in_quotes_ = false;
  std::string buffer_;
  size_t start_ = 0;    // of the row in buffer_
  size_t scanned_ = 0;  // bytes of the row that hold no end
  uint64_t begin_ = 0;  // of the row in the file
  uint64_t line_ = 1;
  bool ended_ = false;
};

// A document from a row: text, offsets (from the row's first byte), given metadata, and the row's
// id (in source.name, empty if it has none). The error says what is wrong with the row, without
// file and line.
Result<Document> read_json_row(std::string_view row);

// The columns that a CSV header names; -1: not there.
struct CsvColumns {
  char separator = ',';
  size_t count = 0;
  int text = -1, id = -1, title = -1, date = -1, outlet = -1, url = -1, language = -1, side = -1;
};
Result<CsvColumns> read_csv_header(std::string_view row);
Result<Document> read_csv_row(std::string_view row, const CsvColumns& columns);

}  // namespace verbale
