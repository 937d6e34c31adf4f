#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/sha.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace verbale {
namespace {

std::unexpected<Error> system_error(const std::string& path, const char* doing) {
  return fail(path, fmt::format("cannot {}: {}", doing, std::strerror(errno)));
}

Result<std::string> read_descriptor(int descriptor, const std::string& path, size_t limit) {
  std::string bytes;
  char buffer[1 << 16];
  for (;;) {
    const ssize_t got = ::read(descriptor, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_error(path, "read");
    if (got == 0) return bytes;
    if (bytes.size() + static_cast<size_t>(got) > limit) {
      return fail(path, fmt::format("larger than {} MB", limit >> 20),
                  "split it into smaller files");
    }
    bytes.append(buffer, static_cast<size_t>(got));
  }
}

bool write_descriptor(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(descriptor, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    bytes.remove_prefix(static_cast<size_t>(put));
  }
  return true;
}

}  // namespace

Result<void> write_file(const std::string& path, std::string_view bytes) {
  if (path == "-") {
    if (!write_descriptor(STDOUT_FILENO, bytes)) return system_error("standard output", "write");
    return {};
  }
  std::string draft = path + ".XXXXXX";
  const int descriptor = ::mkstemp(draft.data());
  if (descriptor < 0) return system_error(path, "write");
  bool written = write_descriptor(descriptor, bytes) && ::fchmod(descriptor, 0644) == 0 && ::fsync(descriptor) == 0;
  written = ::close(descriptor) == 0 && written && ::rename(draft.c_str(), path.c_str()) == 0;
  if (written) return {};
  const std::unexpected<Error> error = system_error(path, "write");
  ::unlink(draft.c_str());
  return error;
}

Result<std::string> read_file(const std::string& path, size_t limit) {
  if (path == "-") return read_descriptor(STDIN_FILENO, "standard input", limit);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return system_error(path, "open");
  struct stat info {};
  if (::fstat(descriptor, &info) == 0 && S_ISDIR(info.st_mode)) {
    ::close(descriptor);
    return fail(path, "is a folder", "name the files in it");
  }
  Result<std::string> bytes = read_descriptor(descriptor, path, limit);
  ::close(descriptor);
  return bytes;
}

std::string sha256_hex(std::string_view bytes) {
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest);
  std::string out;
  out.reserve(2 * sizeof digest);
  for (const unsigned char byte : digest) {
    out += "0123456789abcdef"[byte >> 4];
    out += "0123456789abcdef"[byte & 15];
  }
  return out;
}

Result<MappedFile> MappedFile::open(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return system_error(path, "open");
  struct stat info {};
  MappedFile file;
  if (::fstat(descriptor, &info) != 0 || !S_ISREG(info.st_mode)) {
    ::close(descriptor);
    return fail(path, "is no regular file");
  }
  if (info.st_size > 0) {
    void* data = ::mmap(nullptr, static_cast<size_t>(info.st_size), PROT_READ, MAP_PRIVATE,
                        descriptor, 0);
    if (data == MAP_FAILED) {
      ::close(descriptor);
      return system_error(path, "map");
    }
    file.data_ = static_cast<const char*>(data);
    file.size_ = static_cast<size_t>(info.st_size);
  }
  ::close(descriptor);
  return file;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace verbale
