#include "source/encoding.h"

#include <fmt/format.h>
#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>

#include "base/utf8.h"
#include "source/offsets.h"

namespace verbale {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr size_t kSample = size_t{1} << 20;  // bytes that the encoding is told from

std::unexpected<Error> binary(const std::string& path, size_t byte) {
  return fail(path, fmt::format("byte {} is NUL: this is no text but binary data", byte),
              "convert it to text first");
}

std::unexpected<Error> broken_utf8(const std::string& path, size_t byte) {
  return fail(path, fmt::format("byte {}: broken UTF-8", byte), "mend it there, or convert it");
}

// ---- UTF-16, read here for the sake of the map: two bytes a code point, four outside the basic
// plane.

class Utf16 {
 public:
  Utf16(std::string_view bytes, bool little) : bytes_(bytes), little_(little) {}

  size_t size() const { return bytes_.size(); }

  char32_t unit(size_t at) const {
    const uint32_t first = static_cast<unsigned char>(bytes_[at]);
    const uint32_t second = static_cast<unsigned char>(bytes_[at + 1]);
    return little_ ? first | second << 8 : first << 8 | second;
  }

  // The code point at `at` and its bytes; length 1 where the sequence is broken.
  CodePoint code_point(size_t at) const {
    if (at + 2 > bytes_.size()) return {0xFFFD, 1};
    const char32_t high = unit(at);
    if (high < 0xD800 || high > 0xDFFF) return {high, 2};
    if (high > 0xDBFF || at + 4 > bytes_.size()) return {0xFFFD, 1};
    const char32_t low = unit(at + 2);
    if (low < 0xDC00 || low > 0xDFFF) return {0xFFFD, 1};
    return {0x10000 + ((high - 0xD800) << 10 | (low - 0xDC00)), 4};
  }

 private:
  std::string_view bytes_;
  bool little_;
};

Result<Decoded> decode_utf16(std::string_view bytes, bool little, size_t start,
                             const std::string& path) {
  const Utf16 units(bytes, little);
  Decoded decoded{{}, little ? "UTF-16LE" : "UTF-16BE", {}};
  OffsetBuilder offsets;
  for (size_t at = start; at < units.size();) {
    const CodePoint c = units.code_point(at);
    if (c.length == 1) {
      return fail(path, fmt::format("byte {}: broken {}", at, decoded.encoding),
                  "save it again, as UTF-8");
    }
    if (c.value == 0) return binary(path, at);
    const size_t before = decoded.text.size();
    append_utf8(decoded.text, c.value);
    offsets.code_point(static_cast<uint32_t>(decoded.text.size() - before),
                       static_cast<uint32_t>(at), static_cast<uint8_t>(c.length));
    at += c.length;
  }
  decoded.offsets = offsets.take();
  return decoded;
}

// ---- Everything else, by ICU

struct Converter {
  explicit Converter(const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    converter = ucnv_open(name.c_str(), &status);
    if (U_FAILURE(status)) converter = nullptr;
    if (converter == nullptr) return;
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  }
  ~Converter() {
    if (converter != nullptr) ucnv_close(converter);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  UConverter* converter = nullptr;
};

// Decodes; on the first byte that the encoding does not know `bad_byte` is set and the result is
// useless.
Decoded decode_by_icu(std::string_view bytes, const std::string& name, size_t& bad_byte) {
  Decoded decoded{{}, name, {}};
  bad_byte = 0;
  const Converter converter(name);
  if (converter.converter == nullptr) return decoded;
  bad_byte = std::string_view::npos;
  OffsetBuilder offsets;
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  while (at < end) {
    const char* const start = at;
    UErrorCode status = U_ZERO_ERROR;
    const UChar32 c = ucnv_getNextUChar(converter.converter, &at, end, &status);
    if (status == U_INDEX_OUTOFBOUNDS_ERROR && at == end) break;
    if (U_FAILURE(status) || c == 0xFFFD) {
      bad_byte = static_cast<size_t>(start - bytes.data());
      return decoded;
    }
    const size_t before = decoded.text.size();
    append_utf8(decoded.text, static_cast<char32_t>(c));
    offsets.code_point(static_cast<uint32_t>(decoded.text.size() - before),
                       static_cast<uint32_t>(start - bytes.data()),
                       static_cast<uint8_t>(at - start));
  }
  decoded.offsets = offsets.take();
  return decoded;
}

// ---- Telling the encoding

// A control character, written as one unit of UTF-16, that no text has: binary data shows itself so.
bool is_binary_unit(char high, char low) {
  const unsigned char c = static_cast<unsigned char>(low);
  return high == 0 && c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
}

// Two bytes of four NUL, always at the same side: UTF-16 without a mark. 'L', 'B' or 0.
char utf16_without_mark(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, 4096);
  for (size_t i = 0; i + 1 < sample.size(); i += 2) {
    if (is_binary_unit(sample[i], sample[i + 1]) || is_binary_unit(sample[i + 1], sample[i])) {
      return 0;
    }
  }
  size_t even = 0;
  size_t odd = 0;
  for (size_t i = 0; i < sample.size(); ++i) (i % 2 == 0 ? even : odd) += sample[i] == '\0';
  const size_t half = sample.size() / 2;
  if (half < 2 || bytes.size() % 2 != 0) return 0;
  if (odd > half * 2 / 5 && even == 0) return 'L';
  if (even > half * 2 / 5 && odd == 0) return 'B';
  return 0;
}

// Well-formed sequences of more than one byte, and bytes that belong to none.
struct Utf8Census {
  size_t sequences = 0;
  size_t broken = 0;
};
Utf8Census census(std::string_view bytes) {
  Utf8Census count;
  for (size_t at = 0; at < bytes.size();) {
    const CodePoint c = decode_utf8(bytes, at);
    count.sequences += c.length > 1;
    count.broken += c.length == 1 && c.value == 0xFFFD;
    at += c.length;
  }
  return count;
}

std::string by_uchardet(std::string_view bytes) {
  const std::unique_ptr<uchardet, void (*)(uchardet_t)> detector(uchardet_new(), uchardet_delete);
  const std::string_view sample = bytes.substr(0, kSample);
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

// The encodings that are read without being declared. Latin text with curled quotation marks is
// windows-1252; Vietnamese letters in 1258 are told from it by uchardet.
std::string accepted(std::string_view detected) {
  std::string name(detected);
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  if (name.starts_with("GB") || name == "HZ-GB-2312") return "GB18030";
  if (name == "WINDOWS-1258") return "windows-1258";
  if (name == "WINDOWS-1252" || name.starts_with("ISO-8859-1")) return "windows-1252";
  return {};
}

Result<Decoded> decode_declared(std::string_view bytes, std::string_view declared,
                                const std::string& path) {
  // As browsers do: what calls itself Latin-1 or ASCII is windows-1252, GB2312 and GBK are GB18030.
  std::string name = to_lower(declared);
  if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii") name = "windows-1252";
  if (name.starts_with("gb")) name = "GB18030";
  size_t bad = 0;
  Decoded decoded = decode_by_icu(bytes, name, bad);
  if (bad == std::string_view::npos) return decoded;
  return fail(path, fmt::format("byte {}: broken {}, the encoding it declares", bad, declared),
              "save it again, as UTF-8");
}

Result<Decoded> decode_detected(std::string_view bytes, const std::string& path) {
  const size_t bad_utf8 = find_malformed_utf8(bytes);
  const Utf8Census count = census(bytes.substr(0, kSample));
  // Mostly UTF-8: it is damaged, and reading it as something else would invent letters.
  if (count.sequences > 2 * count.broken) {
    return broken_utf8(path, bad_utf8);
  }
  const std::string detected = by_uchardet(bytes);
  const std::string name = accepted(detected);
  if (!name.empty()) {
    size_t bad = 0;
    Decoded decoded = decode_by_icu(bytes, name, bad);
    if (bad == std::string_view::npos) return decoded;
  }
  return fail(path,
              fmt::format("byte {}: not UTF-8, and its encoding is not told{}", bad_utf8,
                          detected.empty() ? "" : " (perhaps " + detected + ")"),
              "convert it to UTF-8");
}

Result<Decoded> decode_marked_utf8(std::string_view bytes, const std::string& path) {
  constexpr size_t kMark = kUtf8Mark.size();
  const std::string_view text = bytes.substr(kMark);
  if (const size_t nul = text.find('\0'); nul != std::string_view::npos) {
    return binary(path, nul + kMark);
  }
  if (const size_t bad = find_malformed_utf8(text); bad != std::string_view::npos) {
    return broken_utf8(path, bad + kMark);
  }
  Decoded decoded{std::string(text), "UTF-8", {}};
  decoded.offsets = {{0, kMark, static_cast<uint32_t>(text.size()), true, 0}};
  return decoded;
}

}  // namespace

Result<Decoded> decode(std::string_view bytes, std::string_view declared, const std::string& path) {
  if (bytes.starts_with(kUtf8Mark)) return decode_marked_utf8(bytes, path);
  if (bytes.starts_with("\xFF\xFE")) return decode_utf16(bytes, true, 2, path);
  if (bytes.starts_with("\xFE\xFF")) return decode_utf16(bytes, false, 2, path);
  if (const char side = utf16_without_mark(bytes)) return decode_utf16(bytes, side == 'L', 0, path);
  if (const size_t nul = bytes.find('\0'); nul != std::string_view::npos) return binary(path, nul);
  if (find_malformed_utf8(bytes) == std::string_view::npos) {
    return Decoded{std::string(bytes), "UTF-8", {}};
  }
  const std::string name = to_lower(declared);
  if (name == "utf-8" || name == "utf8") {
    return broken_utf8(path, find_malformed_utf8(bytes));
  }
  if (!name.empty()) return decode_declared(bytes, declared, path);
  return decode_detected(bytes, path);
}

}  // namespace verbale
