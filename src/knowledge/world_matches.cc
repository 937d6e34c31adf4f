// Looks up document words in the name table of the world and minds the case.
#include "knowledge/world_matches.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace verbale {
namespace {

constexpr size_t kLongestName = 16;  // words

const Word& word_at(const Document& document, int32_t index) {
  return document.words[static_cast<size_t>(index)];
}

// Walks letters of `text` from `at`, skipping marks and everything that is no word character.
struct Letters {
  std::string_view text;
  size_t at = 0;
  bool word_start = true;

  // The next word character, 0 at the end. `word_start` tells whether it opens a word.
  char32_t next() {
    word_start = at == 0;
    while (at < text.size()) {
      const CodePoint c = decode_utf8(text, at);
      at += c.length;
      if (c.value >= 0x300 && c.value < 0x370) continue;  // a mark of the letter before it, in decomposed text
      if (is_word_character(c.value)) return c.value;
      word_start = true;
    }
    return 0;
  }
};

// Whether the text may be this name: an abbreviation has the same capitals everywhere, another name a
// capital wherever the pack writes one at the start of a word.
bool case_fits(std::string_view text, const Entity& entity) {
  Letters found{text};
  Letters written{entity.written};
  for (;;) {
    const char32_t a = found.next();
    const char32_t b = written.next();
    if (a == 0 || b == 0) return true;
    const bool minded = entity.exact_case || written.word_start;
    if (minded && is_upper(b) && !is_upper(a)) return false;
    if (entity.exact_case && !is_upper(b) && is_upper(a)) return false;
  }
}

}  // namespace

void world_matches_at(const Document& document, const World& world, int32_t word, int32_t end,
                      std::vector<WorldMatch>& out) {
  std::array<std::string_view, kLongestName> folded;
  const size_t count = std::min(kLongestName, static_cast<size_t>(std::max(0, end - word)));
  for (size_t i = 0; i < count; ++i) folded[i] = word_at(document, word + static_cast<int32_t>(i)).folded;
  const size_t before = out.size();
  const std::vector<PhraseTable::Match> matches = world.names().all({folded.data(), count});
  for (auto match = matches.rbegin(); match != matches.rend(); ++match) {
    const Word& first = word_at(document, word);
    const Word& last = word_at(document, word + match->length - 1);
    const Span span{first.span.begin, last.span.end};
    const size_t of_length = out.size();
    for (const int32_t value : match->values) {
      const Entity& entity = world.entities()[static_cast<size_t>(value)];
      if (!case_fits(document.str(span), entity)) continue;
      out.push_back({{word, word + match->length}, {first.token, last.token + 1}, span, &entity});
    }
    std::stable_sort(out.begin() + static_cast<int64_t>(of_length), out.end(),
                     [](const WorldMatch& a, const WorldMatch& b) {
                       return a.entity->kind < b.entity->kind;
                     });
  }
  // The same entity under two of its names ("US" as abbreviation and as name) is one match.
  const auto same = [](const WorldMatch& a, const WorldMatch& b) {
    return a.words == b.words && a.entity->kind == b.entity->kind &&
           a.entity->index == b.entity->index;
  };
  out.erase(std::unique(out.begin() + static_cast<int64_t>(before), out.end(), same), out.end());
}

TokenRange words_of(const Document& document, TokenRange tokens) {
  const auto before = [](const Word& word, int32_t token) { return word.token < token; };
  const auto first = std::lower_bound(document.words.begin(), document.words.end(), tokens.first, before);
  const auto last = std::lower_bound(first, document.words.end(), tokens.last, before);
  return {static_cast<int32_t>(first - document.words.begin()),
          static_cast<int32_t>(last - document.words.begin())};
}

std::vector<WorldMatch> world_matches(const Document& document, const World& world,
                                      TokenRange tokens) {
  std::vector<WorldMatch> out;
  const TokenRange words = words_of(document, tokens);
  for (int32_t word = words.first; word < words.last; ++word) {
    world_matches_at(document, world, word, words.last, out);
  }
  return out;
}

}  // namespace verbale
