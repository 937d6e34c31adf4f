// Sentence ends, decided on tokens. A full stop ends a sentence unless what follows goes on in lower
// case; the full stop of an abbreviation ends one only where its kind allows and what follows opens a
// sentence. A paragraph's end always ends a sentence.
#include <algorithm>

#include "base/utf8.h"
#include "language/analysis.h"
#include "language/tokeniser.h"

namespace verbale {
namespace {

constexpr uint32_t kNoToken = UINT32_MAX;

bool closes(std::string_view mark) {
  return mark == "\"" || mark == "'" || mark == "''" || mark == "\u201D" || mark == "\u2019" ||
         mark == ")" || mark == "]" || mark == "\u00BB" || mark == "*" || mark == "**";
}

bool opens(std::string_view mark) {
  return mark == "\"" || mark == "'" || mark == "\u201C" || mark == "\u2018" || mark == "(" ||
         mark == "[" || mark == "\u00AB" || mark == "*" || mark == "**";
}

bool is_terminator(std::string_view mark) {
  if (mark.empty()) return false;
  if (mark == "\u2026" || mark == "\u3002") return true;
  return mark[0] == '.' || mark[0] == '!' || mark[0] == '?';
}

// Cuts the tokens of one paragraph into sentences.
constexpr size_t kLongestSentence = 1000;  // tokens; the longest in joint statements has some 400

class Splitter {
 public:
  Splitter(Document& document, const Abbreviations& abbreviations)
      : document_(document), abbreviations_(abbreviations) {}

  void split(int32_t paragraph) {
    Paragraph& block = document_.paragraphs[static_cast<size_t>(paragraph)];
    raw_.clear();
    tokenise(document_.text, block.span, abbreviations_, raw_);
    drop_furniture(block.span);
    const int32_t first = static_cast<int32_t>(document_.tokens.size());
    size_t begin = 0;
    for (size_t i = 0; i < raw_.size();) {
      const size_t end = sentence_end(i);
      if (end == kNoToken) {
        ++i;
        continue;
      }
      add_sentences(begin, end, paragraph);
      begin = i = end;
    }
    if (begin < raw_.size()) add_sentences(begin, raw_.size(), paragraph);
    block.tokens = {first, static_cast<int32_t>(document_.tokens.size())};
  }

 private:
  // A caption can stand within a sentence, which goes on after it.
  void drop_furniture(Span block) {
    for (const Span furniture : document_.publication.furniture) {
      if (!furniture.overlaps(block)) continue;
      std::erase_if(raw_, [&](const RawToken& token) { return token.span.overlaps(furniture); });
    }
  }

  std::string_view form(size_t i) const { return document_.str(raw_[i].span); }

  // The token after the sentence if token i ends one, else kNoToken.
  size_t sentence_end(size_t i) const {
    const bool terminator = is_terminator(form(i));
    if (!terminator && !raw_[i].abbreviation) return kNoToken;
    size_t next = i + 1;
    while (next < raw_.size() && (is_terminator(form(next)) || closes(form(next))) &&
           !raw_[next].space_before) {
      ++next;
    }
    if (next >= raw_.size()) return kNoToken;
    if (!raw_[next].space_before && !joined_sentence(i, next)) return kNoToken;
    const bool ends = terminator ? may_open(next) : abbreviation_ends(i, next);
    return ends ? next : kNoToken;
  }

  // "... peace.The ...": a blank was forgotten.
  bool joined_sentence(size_t stop, size_t next) const {
    if (stop == 0 || form(stop) != "." || raw_[stop].space_before) return false;
    const std::string_view word = form(stop - 1);
    return word.size() > 2 && is_lower(decode_utf8_before(word, word.size()).value) &&
           is_upper(decode_utf8(form(next), 0).value) && form(next).size() > 1;
  }

  // Whether token i can be the first of a sentence: past opening marks, no lower-case letter.
  bool may_open(size_t i) const {
    size_t at = i;
    while (at < raw_.size() && opens(form(at)) && at - i < 3) ++at;
    if (at >= raw_.size()) return false;
    const char32_t c = decode_utf8(form(at), 0).value;
    if (is_lower(c)) return false;
    return is_word_character(c) || at > i || c == '$' || c == 0x2022 || c == '-' || c == 0x2013 ||
           c == 0x2014 || c == '#' || c == 0x20AC || c == 0xA3;
  }

  bool abbreviation_ends(size_t i, size_t next) const {
    const std::string_view word = form(i);
    const std::string lower = to_lower(word.substr(0, word.size() - 1));
    const std::optional<AbbreviationKind> kind = abbreviations_.kind(lower);
    if (kind == AbbreviationKind::Title || !may_open(next)) return false;
    if (i == 0 || is_digit(static_cast<unsigned char>(lower[0]))) return false;
    if (kind == AbbreviationKind::Closing) return !is_digit(decode_utf8(form(next), 0).value);
    if (opens(form(next))) return kind == AbbreviationKind::Initials && next + 1 < raw_.size() &&
                                  opens_sentence(next + 1);
    return opens_sentence(next);
  }

  bool opens_sentence(size_t i) const {
    const std::string_view word = form(i);
    return is_upper(decode_utf8(word, 0).value) && word.size() <= 24 &&
           abbreviations_.opens_sentence(to_lower(word)) && !(raw_[i].abbreviation && word.size() == 2);
  }

  // What no prose has, a sentence of thousands of words, is cut: the frames of one would run through all of it.
  void add_sentences(size_t begin, size_t end, int32_t paragraph) {
    for (; end - begin > kLongestSentence; begin += kLongestSentence) {
      add_sentence(begin, begin + kLongestSentence, paragraph);
    }
    add_sentence(begin, end, paragraph);
  }

  void add_sentence(size_t begin, size_t end, int32_t paragraph) {
    Sentence sentence;
    sentence.paragraph = paragraph;
    sentence.tokens.first = static_cast<int32_t>(document_.tokens.size());
    for (size_t i = begin; i < end; ++i) {
      Token token;
      token.span = raw_[i].span;
      token.space_before = raw_[i].space_before;
      token.lower = lower_case(document_.str(token.span));
      token.lemma = token.lower;
      document_.tokens.push_back(token);
    }
    sentence.tokens.last = static_cast<int32_t>(document_.tokens.size());
    sentence.span = document_.span_of(sentence.tokens);
    document_.sentences.push_back(sentence);
  }

  // ASCII words without capitals need no copy: they stand in the text as they are. The text may move
  // with its document, so that all words are interned.
  std::string_view lower_case(std::string_view word) {
    buffer_.clear();
    for (const char c : word) {
      if (static_cast<unsigned char>(c) >= 0x80) {
        return document_.strings.intern(to_lower(has_combining_mark(word) ? compose(word) : std::string(word)));
      }
      buffer_ += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    }
    return document_.strings.intern(buffer_);
  }

  Document& document_;
  const Abbreviations& abbreviations_;
  std::vector<RawToken> raw_;
  std::string buffer_;
};

// Until publication/ has found the paragraphs: each line with a word is one.
void find_paragraphs(Document& document) {
  const std::string_view text = document.text;
  for (size_t begin = 0; begin < text.size();) {
    const size_t stop = std::min(text.find('\n', begin), text.size());
    size_t first = begin;
    size_t last = stop;
    while (first < last && is_space(decode_utf8(text, first).value)) first += decode_utf8(text, first).length;
    while (last > first && is_space(decode_utf8_before(text, last).value)) {
      last -= decode_utf8_before(text, last).length;
    }
    if (first < last) {
      Paragraph paragraph;
      paragraph.span = {static_cast<uint32_t>(first), static_cast<uint32_t>(last)};
      document.paragraphs.push_back(paragraph);
    }
    begin = stop + 1;
  }
}

}  // namespace

void split_sentences(Document& document, const Knowledge& knowledge) {
  if (document.paragraphs.empty()) find_paragraphs(document);
  Splitter splitter(document, knowledge.abbreviations);
  for (size_t i = 0; i < document.paragraphs.size(); ++i) {
    if (document.paragraphs[i].kind != ParagraphKind::Furniture) splitter.split(static_cast<int32_t>(i));
  }
}

}  // namespace verbale
