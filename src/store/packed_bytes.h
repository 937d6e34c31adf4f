// Bytes packed with zstd, where that makes them smaller.
#pragma once

#include <string>
#include <string_view>

namespace verbale {

struct PackedBytes {
  bool packed = false;  // else the bytes as they are
  std::string bytes;
};

PackedBytes pack_bytes(std::string_view bytes);

// The bytes again. False: not what pack_bytes made, or more than `size` bytes.
bool unpack_bytes(std::string_view packed, size_t size, std::string& out);

}  // namespace verbale
