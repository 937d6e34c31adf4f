#include "serve/packing.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <cctype>

namespace verbale {
namespace {

constexpr int kGzipWindow = 15 + 16;  // zlib's way to ask for gzip

bool is_refused(std::string_view coding) {
  const size_t weight = coding.find("q=");
  if (weight == std::string_view::npos) return false;
  const std::string_view value = coding.substr(weight + 2);
  return value.starts_with('0') && value.find_first_of("123456789") == std::string_view::npos;
}

}  // namespace

bool accepts_gzip(std::string_view accepted) {
  while (!accepted.empty()) {
    const size_t end = std::min(accepted.find(','), accepted.size());
    const std::string_view coding = accepted.substr(0, end);
    accepted.remove_prefix(std::min(end + 1, accepted.size()));
    if (coding.find("gzip") != std::string_view::npos) return !is_refused(coding);
  }
  return false;
}

std::optional<std::string> gzip_if_smaller(std::string_view bytes) {
  constexpr size_t kWorthIt = 1024;
  constexpr size_t kMost = size_t{1} << 31;  // zlib counts in 32 bits
  if (bytes.size() < kWorthIt || bytes.size() > kMost || bytes.starts_with("PK")) return std::nullopt;
  z_stream stream{};
  if (deflateInit2(&stream, 6, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    return std::nullopt;
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int state = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (state != Z_STREAM_END || out.size() >= bytes.size()) return std::nullopt;
  return out;
}

std::optional<std::string> gunzip(std::string_view bytes) {
  z_stream stream{};
  if (inflateInit2(&stream, kGzipWindow) != Z_OK) return std::nullopt;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  int state = Z_OK;
  while (state == Z_OK) {
    const size_t done = out.size();
    out.resize(done + 65536);
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + done);
    stream.avail_out = 65536;
    state = inflate(&stream, Z_NO_FLUSH);
  }
  out.resize(stream.total_out);
  inflateEnd(&stream);
  if (state != Z_STREAM_END) return std::nullopt;
  return out;
}

std::string disposition(std::string_view name) {
  std::string plain;
  std::string coded;
  for (const char c : name) {
    const bool safe =
        std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-' || c == '_';
    plain += safe ? c : '_';
    coded += safe ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return fmt::format("attachment; filename=\"{}\"; filename*=UTF-8''{}", plain, coded);
}

}  // namespace verbale
