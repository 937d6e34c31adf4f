// Whole files: reading, memory mapping, digests.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace verbale {

// The bytes of a file; "-" is standard input. Refuses what is larger than `limit` bytes.
Result<std::string> read_file(const std::string& path, size_t limit = size_t{1} << 31);

// Writes the file whole or not at all: what was there stays until the new bytes are on the disk.
// "-" is standard output.
Result<void> write_file(const std::string& path, std::string_view bytes);

// SHA-256 in lower-case hexadecimal, 64 characters.
std::string sha256_hex(std::string_view bytes);

// A file mapped read-only into memory for as long as the object lives. Movable, not copyable.
class MappedFile {
 public:
  MappedFile() = default;
  static Result<MappedFile> open(const std::string& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();
  std::string_view bytes() const { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  size_t size_ = 0;
};

}  // namespace verbale
