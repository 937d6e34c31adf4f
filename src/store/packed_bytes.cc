#include "store/packed_bytes.h"

#include <zstd.h>

namespace verbale {

PackedBytes pack_bytes(std::string_view bytes) {
  PackedBytes result;
  result.bytes.resize(ZSTD_compressBound(bytes.size()));
  const size_t size = ZSTD_compress(result.bytes.data(), result.bytes.size(), bytes.data(),
                                    bytes.size(), 1);
  result.packed = ZSTD_isError(size) == 0 && size < bytes.size();
  if (result.packed) {
    result.bytes.resize(size);
  } else {
    result.bytes = bytes;
  }
  return result;
}

bool unpack_bytes(std::string_view packed, size_t size, std::string& out) {
  out.resize(size);
  const size_t got = ZSTD_decompress(out.data(), size, packed.data(), packed.size());
  return ZSTD_isError(got) == 0 && got == size;
}

}  // namespace verbale
