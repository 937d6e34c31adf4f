#include "source/byte_stream.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

namespace verbale {
namespace {

constexpr size_t kBuffer = size_t{1} << 16;
constexpr uint64_t kFreeGrowth = uint64_t{256} << 20;  // bytes that may come out whatever went in
constexpr uint64_t kMostGrowth = 200;  // times, beyond that; text packs 3 to 30 times

class FileStream : public ByteStream {
 public:
  FileStream(int descriptor, std::string path) : descriptor_(descriptor), path_(std::move(path)) {}
  ~FileStream() override {
    if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
  }
  Result<size_t> read(char* buffer, size_t size) override {
    for (;;) {
      const ssize_t got = ::read(descriptor_, buffer, size);
      if (got >= 0) return static_cast<size_t>(got);
      if (errno != EINTR) return fail(path_, fmt::format("cannot read: {}", std::strerror(errno)));
    }
  }

 private:
  int descriptor_;
  std::string path_;
};

class MemoryStream : public ByteStream {
 public:
  explicit MemoryStream(std::string_view bytes) : bytes_(bytes) {}
  Result<size_t> read(char* buffer, size_t size) override {
    const size_t got = bytes_.copy(buffer, size);
    bytes_.remove_prefix(got);
    return got;
  }

 private:
  std::string_view bytes_;
};

// Gives first what was read ahead, then the rest of the stream.
class PrefixStream : public ByteStream {
 public:
  PrefixStream(std::string prefix, std::unique_ptr<ByteStream> rest)
      : prefix_(std::move(prefix)), rest_(std::move(rest)) {}
  Result<size_t> read(char* buffer, size_t size) override {
    if (given_ == prefix_.size()) return rest_->read(buffer, size);
    const size_t got = prefix_.copy(buffer, size, given_);
    given_ += got;
    return got;
  }

 private:
  std::string prefix_;
  size_t given_ = 0;
  std::unique_ptr<ByteStream> rest_;
};

// What both unpackers share: the packed bytes at hand, and the bound on growth.
class Unpacker : public ByteStream {
 public:
  Unpacker(std::unique_ptr<ByteStream> packed, std::string path)
      : packed_(std::move(packed)), path_(std::move(path)), buffer_(kBuffer) {}

 protected:
  std::unexpected<Error> damaged(std::string_view why) const {
    return fail(path_, fmt::format("damaged after {} packed bytes: {}", in_, why),
                "fetch or pack the file again");
  }
  // More packed bytes into buffer_; false at the end.
  Result<bool> refill() {
    const Result<size_t> got = packed_->read(buffer_.data(), buffer_.size());
    if (!got) return std::unexpected(got.error());
    in_ += *got;
    available_ = *got;
    return *got > 0;
  }
  Result<size_t> gave(size_t bytes) {
    out_ += bytes;
    if (out_ > kFreeGrowth && out_ / kMostGrowth > in_) {
      return fail(path_, fmt::format("unpacks to more than {} times its size", kMostGrowth),
                  "unpack it yourself if it is no bomb");
    }
    return bytes;
  }

  std::unique_ptr<ByteStream> packed_;
  std::string path_;
  std::vector<char> buffer_;
  size_t available_ = 0;
  uint64_t in_ = 0;
  uint64_t out_ = 0;
};

class GzipStream : public Unpacker {
 public:
  GzipStream(std::unique_ptr<ByteStream> packed, std::string path)
      : Unpacker(std::move(packed), std::move(path)) {
    ready_ = inflateInit2(&state_, 15 + 16) == Z_OK;
  }
  ~GzipStream() override { inflateEnd(&state_); }

  Result<size_t> read(char* buffer, size_t size) override {
    if (!ready_) return damaged("zlib does not start");
    state_.next_out = reinterpret_cast<Bytef*>(buffer);
    state_.avail_out = static_cast<uInt>(std::min(size, size_t{1} << 30));
    const size_t wanted = state_.avail_out;
    while (state_.avail_out == wanted) {
      if (state_.avail_in == 0) {
        const Result<bool> more = refill();
        if (!more) return std::unexpected(more.error());
        if (!*more) return between_members_ ? Result<size_t>(0) : damaged("it ends too early");
        state_.next_in = reinterpret_cast<Bytef*>(buffer_.data());
        state_.avail_in = static_cast<uInt>(available_);
      }
      // A gzip file may hold several members, one after the other.
      if (between_members_ && inflateReset(&state_) != Z_OK) return damaged("zlib does not start");
      between_members_ = false;
      const int code = inflate(&state_, Z_NO_FLUSH);
      if (code == Z_STREAM_END) {
        between_members_ = true;
      } else if (code != Z_OK && code != Z_BUF_ERROR) {
        return damaged(state_.msg != nullptr ? state_.msg : "no gzip data");
      }
    }
    return gave(wanted - state_.avail_out);
  }

 private:
  z_stream state_{};
  bool ready_ = false;
  bool between_members_ = false;
};

class ZstdStream : public Unpacker {
 public:
  ZstdStream(std::unique_ptr<ByteStream> packed, std::string path)
      : Unpacker(std::move(packed), std::move(path)),
        state_(ZSTD_createDStream(), ZSTD_freeDStream) {
    // Frames that ask for more than 128 MB of window are refused.
    ZSTD_DCtx_setParameter(state_.get(), ZSTD_d_windowLogMax, 27);
  }

  Result<size_t> read(char* buffer, size_t size) override {
    ZSTD_outBuffer out{buffer, size, 0};
    while (out.pos == 0) {
      if (input_.pos == input_.size) {
        const Result<bool> more = refill();
        if (!more) return std::unexpected(more.error());
        if (!*more) return frame_ended_ ? Result<size_t>(0) : damaged("it ends too early");
        input_ = {buffer_.data(), available_, 0};
      }
      const size_t code = ZSTD_decompressStream(state_.get(), &out, &input_);
      if (ZSTD_isError(code) != 0) return damaged(ZSTD_getErrorName(code));
      frame_ended_ = code == 0;
    }
    return gave(out.pos);
  }

 private:
  std::unique_ptr<ZSTD_DStream, size_t (*)(ZSTD_DStream*)> state_;
  ZSTD_inBuffer input_{nullptr, 0, 0};
  bool frame_ended_ = false;
};

}  // namespace

Result<std::unique_ptr<ByteStream>> open_file(const std::string& path) {
  if (path == "-") return std::make_unique<FileStream>(STDIN_FILENO, "standard input");
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return fail(path, fmt::format("cannot open: {}", std::strerror(errno)));
  std::unique_ptr<ByteStream> stream = std::make_unique<FileStream>(descriptor, path);
  struct stat info {};
  if (::fstat(descriptor, &info) == 0 && S_ISDIR(info.st_mode)) {
    return fail(path, "is a folder", "name the files in it");
  }
  return stream;
}

std::unique_ptr<ByteStream> open_memory(std::string_view bytes) {
  return std::make_unique<MemoryStream>(bytes);
}

Result<std::unique_ptr<ByteStream>> unpack(std::unique_ptr<ByteStream> packed,
                                           const std::string& path) {
  std::string head(4, '\0');
  size_t filled = 0;
  while (filled < head.size()) {
    const Result<size_t> got = packed->read(head.data() + filled, head.size() - filled);
    if (!got) return std::unexpected(got.error());
    if (*got == 0) break;
    filled += *got;
  }
  head.resize(filled);
  const bool gzip = head.starts_with("\x1F\x8B");
  const bool zstd = head == "\x28\xB5\x2F\xFD";
  std::unique_ptr<ByteStream> whole =
      std::make_unique<PrefixStream>(std::move(head), std::move(packed));
  if (gzip) return std::make_unique<GzipStream>(std::move(whole), path);
  if (zstd) return std::make_unique<ZstdStream>(std::move(whole), path);
  return whole;
}

Result<std::string> read_all(ByteStream& stream, size_t limit, const std::string& path) {
  std::string bytes;
  for (;;) {
    const size_t before = bytes.size();
    bytes.resize(before + kBuffer);
    const Result<size_t> got = stream.read(bytes.data() + before, kBuffer);
    if (!got) return std::unexpected(got.error());
    bytes.resize(before + *got);
    if (*got == 0) return bytes;
    if (bytes.size() > limit) {
      return fail(path, fmt::format("larger than {} MB unpacked", limit >> 20),
                  "split it into smaller files");
    }
  }
}

}  // namespace verbale
