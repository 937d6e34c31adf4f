// One scanner serves packs and documents: it walks a stretch of text and reports the words in it. Most tokens are
// plain ASCII words, whose lower-case form the tokeniser has already: they are taken over without a copy.
#include "knowledge/words.h"

#include <algorithm>

#include "base/utf8.h"

namespace verbale {
namespace {

enum class Mark : uint8_t { Word, Space, Hyphen, Slash, Quote, Apostrophe, Currency, Other };

Mark mark_of(char32_t c) {
  if (c >= 0x2010 && c <= 0x2015) return Mark::Hyphen;
  switch (c) {
    case '-': case 0x2212: return Mark::Hyphen;
    case '/': return Mark::Slash;
    case '"': case 0x201C: case 0x201D: case 0x201E: case 0xAB: case 0xBB: return Mark::Quote;
    case '\'': case 0x2018: case 0x2019: case 0x2BC: case '`': return Mark::Apostrophe;
    case '$': case 0x20AC: case 0xA3: case 0xA5: case '%': return Mark::Currency;
    default: break;
  }
  if (is_space(c)) return Mark::Space;
  return is_word_character(c) ? Mark::Word : Mark::Other;
}

bool is_plain(std::string_view text) {
  for (const char c : text) {
    const bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    if (!letter && (c < '0' || c > '9')) return false;
  }
  return !text.empty();
}

// A full stop or comma between word characters belongs to the word ("3.5", "1,000", "u.s"), and a full stop after a
// word that has one already ("u.s.").
bool stays_inside(std::string_view text, size_t at, size_t word_start) {
  const char c = text[at];
  if (c != '.' && c != ',') return false;
  const bool before = at > word_start;
  const bool after = at + 1 < text.size() && is_word_character(decode_utf8(text, at + 1).value);
  if (c == ',') {
    return before && after && is_digit(static_cast<unsigned char>(text[at - 1])) &&
           is_digit(static_cast<unsigned char>(text[at + 1]));
  }
  if (before && after) return true;
  return before && text.substr(word_start, at - word_start).find('.') != std::string_view::npos;
}

// Calls `word(begin, end, gap)` for each word of the text; returns the gap left open at the end.
template <class Callback>
WordGap scan(std::string_view text, WordGap gap, const Callback& word) {
  size_t at = 0;
  while (at < text.size()) {
    const CodePoint c = decode_utf8(text, at);
    switch (mark_of(c.value)) {
      case Mark::Space:
        if (gap == WordGap::Hyphen) gap = WordGap::Dash;
        if (gap == WordGap::None) gap = WordGap::Space;
        at += c.length;
        break;
      case Mark::Hyphen:
        gap = gap == WordGap::None || gap == WordGap::Hyphen ? WordGap::Hyphen : WordGap::Dash;
        at += c.length;
        break;
      case Mark::Slash: gap = WordGap::Slash; at += c.length; break;
      case Mark::Quote: gap = WordGap::Quote; at += c.length; break;
      case Mark::Apostrophe: {
        const size_t next = at + c.length;
        const bool s = next < text.size() && (text[next] | 0x20) == 's' &&
                       (next + 1 == text.size() ||
                        !is_word_character(decode_utf8(text, next + 1).value));
        if (s) word(at, next + 1, gap), gap = WordGap::None;
        at = s ? next + 1 : next;
        break;
      }
      case Mark::Currency: case Mark::Other:
        word(at, at + c.length, gap);
        gap = WordGap::None;
        at += c.length;
        break;
      case Mark::Word: {
        size_t end = at + c.length;
        while (end < text.size()) {
          const CodePoint next = decode_utf8(text, end);
          if (mark_of(next.value) != Mark::Word && !stays_inside(text, end, at)) break;
          end += next.length;
        }
        word(at, end, gap);
        gap = WordGap::None;
        at = end;
        break;
      }
    }
  }
  return gap;
}

std::string folded_word(std::string_view word) {
  const CodePoint first = decode_utf8(word, 0);
  if (mark_of(first.value) == Mark::Apostrophe && word.size() > first.length) return "'s";
  return fold(word);
}

}  // namespace

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  scan(text, WordGap::None, [&](size_t begin, size_t end, WordGap) {
    words.push_back(folded_word(text.substr(begin, end - begin)));
  });
  return words;
}

std::string word_phrase(std::string_view text) {
  // Most names of packs are plain words with single blanks.
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || is_plain({&c, 1}); });
  if (plain && text.find("  ") == std::string_view::npos) return to_lower(text);
  std::string phrase;
  for (const std::string& word : split_words(text)) {
    if (!phrase.empty()) phrase += ' ';
    phrase += word;
  }
  return phrase;
}

void index_words(Document& document) {
  document.words.clear();
  document.words.reserve(document.tokens.size());
  for (Sentence& sentence : document.sentences) {
    sentence.words.first = static_cast<int32_t>(document.words.size());
    WordGap gap = WordGap::None;
    for (int32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      const Token& token = document.tokens[static_cast<size_t>(i)];
      const std::string_view form = document.str(token.span);
      if (token.space_before) {
        if (gap == WordGap::Hyphen) gap = WordGap::Dash;
        if (gap == WordGap::None) gap = WordGap::Space;
      }
      if (is_plain(form) && token.lower.size() == form.size()) {
        document.words.push_back({token.span, token.lower, i, gap});
        gap = WordGap::None;
        continue;
      }
      gap = scan(form, gap, [&](size_t begin, size_t end, WordGap before) {
        const Span span{token.span.begin + static_cast<uint32_t>(begin),
                        token.span.begin + static_cast<uint32_t>(end)};
        const std::string_view folded =
            document.strings.intern(folded_word(form.substr(begin, end - begin)));
        document.words.push_back({span, folded, i, before});
      });
    }
    sentence.words.last = static_cast<int32_t>(document.words.size());
  }
}

}  // namespace verbale
