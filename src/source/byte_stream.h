// Bytes read piece by piece from a file, from memory, or out of a gzip or zstd file, with bounds.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.h"

namespace verbale {

class ByteStream {
 public:
  virtual ~ByteStream() = default;
  // Up to `size` bytes into `buffer`; 0 at the end.
  virtual Result<size_t> read(char* buffer, size_t size) = 0;
};

// "-" is standard input.
Result<std::unique_ptr<ByteStream>> open_file(const std::string& path);
// `bytes` must outlive the stream.
std::unique_ptr<ByteStream> open_memory(std::string_view bytes);

// Unpacks what begins like a gzip or zstd file, whatever its name is; anything else passes through.
// A file that grows more than 200-fold to over 256 MB is refused as a bomb, and so is a damaged
// one.
Result<std::unique_ptr<ByteStream>> unpack(std::unique_ptr<ByteStream> packed,
                                           const std::string& path);

// All the rest of a stream. Refuses more than `limit` bytes.
Result<std::string> read_all(ByteStream& stream, size_t limit, const std::string& path);

}  // namespace verbale
