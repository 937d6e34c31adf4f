#include "publication/language_guess.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/utf8.h"

namespace verbale {
namespace {

constexpr size_t kSample = 20000;

struct Letters {
  uint32_t all = 0, han = 0, kana = 0, hangul = 0, cyrillic = 0, ukrainian = 0, arabic = 0,
           vietnamese = 0;
};

// Letters that only Vietnamese has among the languages in Latin script: ă ơ ư đ and those with two
// marks.
bool is_vietnamese(char32_t c) {
  return (c >= 0x1EA0 && c <= 0x1EF9) || c == 0x103 || c == 0x102 || c == 0x1A1 || c == 0x1A0 ||
         c == 0x1B0 || c == 0x1AF || c == 0x111 || c == 0x110;
}

Letters count_letters(std::string_view text) {
  Letters count;
  for (size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      count.all += is_letter(static_cast<unsigned char>(text[at++]));
      continue;
    }
    const CodePoint c = decode_utf8(text, at);
    at += c.length;
    if (!is_letter(c.value)) continue;
    ++count.all;
    count.han += c.value >= 0x4E00 && c.value <= 0x9FFF;
    count.kana += c.value >= 0x3040 && c.value <= 0x30FF;
    count.hangul += c.value >= 0xAC00 && c.value <= 0xD7A3;
    count.cyrillic += c.value >= 0x400 && c.value <= 0x4FF;
    count.ukrainian += c.value == 0x456 || c.value == 0x457 || c.value == 0x454 || c.value == 0x491;
    count.arabic += c.value >= 0x600 && c.value <= 0x6FF;
    count.vietnamese += is_vietnamese(c.value);
  }
  return count;
}

struct Common {
  std::string_view language;
  std::string_view words;  // between blanks
};
constexpr auto kCommon = std::to_array<Common>({
    {"en", " the of and to in that for with on by his will said as "},
    {"fr", " le la les des et en du dans une pour que qui sur est au par avec ses "},
    {"es", " el la los de y que en del las por con una para se su al como ha "},
    {"de", " der die und den das von zu mit des auf für im dem nicht ist eine sich "},
    {"pt", " o os da do das dos e que em para com uma não no na ao pelo são "},
    {"it", " il di che e la del della per un con in dei le nel alla gli si è "},
    {"id", " yang dan di untuk dengan dalam pada dari ini itu kepada akan telah "},
});

// Of a word of at most seven bytes: the bytes as one number.
uint64_t packed(std::string_view word) {
  uint64_t out = 0;
  for (const char c : word) out = out << 8 | static_cast<unsigned char>(c);
  return out;
}

// The languages that have the word among their common ones, a bit each.
using CommonWords = std::unordered_map<uint64_t, uint8_t>;
CommonWords common_words() {
  CommonWords out;
  for (size_t i = 0; i < kCommon.size(); ++i) {
    std::string_view rest = kCommon[i].words.substr(1);
    while (!rest.empty()) {
      const size_t blank = rest.find(' ');
      out[packed(rest.substr(0, blank))] |= static_cast<uint8_t>(1u << i);
      rest.remove_prefix(blank + 1);
    }
  }
  return out;
}

std::string by_common_words(std::string_view text) {
  static const CommonWords common = common_words();
  std::array<uint32_t, kCommon.size()> hits{};
  const std::string lower = to_lower(text);
  for (size_t at = 0; at < lower.size();) {
    const size_t end = std::min(lower.find_first_of(" \n\r\t.,;:()", at), lower.size());
    if (end > at && end - at < 8) {
      const CommonWords::const_iterator found = common.find(packed(std::string_view(lower).substr(at, end - at)));
      for (size_t i = 0; found != common.end() && i < kCommon.size(); ++i) {
        hits[i] += found->second >> i & 1;
      }
    }
    at = end + 1;
  }
  const size_t best =
      static_cast<size_t>(std::max_element(hits.begin(), hits.end()) - hits.begin());
  return std::string(kCommon[best].language);
}

}  // namespace

std::string guess_language(std::string_view text) {
  const std::string_view sample = text.substr(0, kSample);
  const Letters count = count_letters(sample);
  const auto share = [&](uint32_t letters) { return letters * 100 > count.all * 20; };
  if (share(count.hangul)) return "ko";
  if (count.kana > 0 && share(count.kana + count.han)) return "ja";
  if (share(count.han)) return "zh";
  if (share(count.cyrillic)) return count.ukrainian > 0 ? "uk" : "ru";
  if (share(count.arabic)) return "ar";
  if (count.vietnamese * 100 > count.all * 8) return "vi";
  return by_common_words(sample);
}

std::string language_code(std::string_view given) {
  const std::string lower = to_lower(given.substr(0, 40));
  constexpr auto kNames = std::to_array<std::array<std::string_view, 2>>({{"english", "en"},
                                                                          {"vietnamese", "vi"},
                                                                          {"chinese", "zh"},
                                                                          {"russian", "ru"},
                                                                          {"french", "fr"},
                                                                          {"japanese", "ja"},
                                                                          {"korean", "ko"},
                                                                          {"spanish", "es"},
                                                                          {"german", "de"},
                                                                          {"arabic", "ar"},
                                                                          {"tiếng việt", "vi"},
                                                                          {"中文", "zh"}});
  for (const auto& [name, code] : kNames) {
    if (lower == name) return std::string(code);
  }
  const std::string code = lower.substr(0, lower.find_first_of("-_ "));
  const bool letters =
      std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return letters && (code.size() == 2 || code.size() == 3) ? code : std::string();
}

}  // namespace verbale
