#include "statements/genre.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace verbale {
namespace {

struct TitleEvidence {
  bool joint = false;
  bool own_words = false;  // remarks, a message, a letter
  bool statement = false;  // "Statement by": may be a spokesperson's report
  bool report = false;     // readout, call, meeting
};

bool has_any(const std::string& text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (text.find(word) != std::string::npos) return true;
  }
  return false;
}

Span title_of(const Document& document) {
  if (!document.publication.title.empty()) return document.publication.title;
  return document.paragraphs.empty() ? Span() : document.paragraphs.front().span;
}

TitleEvidence read_title(const Document& document) {
  // A longer first line is no title.
  constexpr size_t kLongestTitle = 400;
  TitleEvidence evidence;
  std::string title = fold(document.str(title_of(document)));
  const std::string given = fold(document.source.given.title);
  if (title.size() > kLongestTitle) return evidence;
  if (given != title) title += " " + given;
  const bool statement = has_any(title, {"statement", "communique", "declaration", "joint vision", "concept"});
  evidence.joint = (has_any(title, {"joint", "leaders’", "leaders'", "leaders statement", "ministers’",
                                    "ministers'", "chairs’", "trilateral", "quad ", "g7 ", "g20 "}) && statement) ||
                   has_any(title, {"communique", "joint press release", "joint vision"});
  evidence.own_words = has_any(title, {"remarks", "speech", "address by", "address at", "address to", "message from",
                                       "message of", "message by", "message to", "letter to", "letter from",
                                       "letter of", "greetings", "toast", "press statement", "op-ed", "lecture",
                                       "congratulations to", "national day", "independence day"});
  evidence.statement = statement;
  evidence.report = has_any(title, {"readout", "call with", "calls with", "meeting with", "conversation", "talks with",
                                    "phone call", "meets with", "’s call", "’s meeting", "'s call", "'s meeting"});
  return evidence;
}

// A line of its own under the title that names the author: "Jane Doe, Secretary of State".
bool has_byline(const Document& document) {
  size_t bodies = 0;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.kind == ParagraphKind::Furniture || paragraph.tokens.empty()) continue;
    if (++bodies > 3) return false;
    if (paragraph.tokens.size() > 16 || paragraph.tokens.size() < 4) continue;
    const Token& first = document.tokens[static_cast<size_t>(paragraph.tokens.first)];
    bool comma = false, verb = false;
    for (int32_t i = paragraph.tokens.first; i < paragraph.tokens.last; ++i) {
      const Token& token = document.tokens[static_cast<size_t>(i)];
      comma = comma || token.lower == ",";
      verb = verb || token.upos == Upos::VERB || token.upos == Upos::AUX;
    }
    bool person = false;
    for (const Name& name : document.names) {
      person = person || (name.kind == NameKind::Person && name.tokens.first == paragraph.tokens.first);
    }
    if (person && comma && !verb && bodies > 1 && first.upos == Upos::PROPN) return true;
  }
  return false;
}

struct Subjects {
  int first_person = 0;
  int third_person = 0;  // a person, an office or "they", of whom something past is told
  int sentences = 0;
};

bool is_first_person(std::string_view lower) { return lower == "i" || lower == "we"; }

bool tells_of_person(const Document& document, const Token& subject) {
  if (subject.head < 0) return false;
  const Token& verb = document.tokens[static_cast<size_t>(subject.head)];
  if (verb.verb != VerbForm::Past) return false;
  return subject.upos == Upos::PROPN || subject.lower == "he" || subject.lower == "she" ||
         subject.lower == "they" || subject.lower == "leaders" || subject.lower == "secretary" ||
         subject.lower == "president" || subject.lower == "minister" || subject.lower == "sides";
}

Subjects count_subjects(const Document& document) {
  Subjects counts;
  for (const Sentence& sentence : document.sentences) {
    bool quoted = false, first = false, third = false;
    for (int32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      const Token& token = document.tokens[static_cast<size_t>(i)];
      if (token.lower == "“" || token.lower == "\"") quoted = true;
      if (token.deprel != Deprel::nsubj || quoted) continue;
      if (is_first_person(token.lower)) first = true;
      if (tells_of_person(document, token)) third = true;
    }
    ++counts.sentences;
    if (first) ++counts.first_person;
    if (third && !first) ++counts.third_person;
  }
  return counts;
}

}  // namespace

TokenRange speaker_label(const Document& document, const Paragraph& paragraph) {
  constexpr int32_t kLongest = 24;
  const TokenRange tokens = paragraph.tokens;
  bool capital = false;
  for (int32_t i = tokens.first; i < std::min(tokens.last - 1, tokens.first + kLongest); ++i) {
    const Token& token = document.tokens[static_cast<size_t>(i)];
    if (token.lower == ":") return capital ? TokenRange{tokens.first, i} : TokenRange{};
    const bool bracket = token.lower == "(" || token.lower == ")" || token.lower == "," || token.lower == ".";
    const char first = document.text[token.span.begin];
    const bool upper = (first >= 'A' && first <= 'Z') || static_cast<unsigned char>(first) >= 0xC3;
    if (i == tokens.first) capital = upper;
    if (token.upos == Upos::VERB || token.upos == Upos::AUX) {
      if (!upper) break;
    }
    // "of", "el", "bin", the hyphen of "el-Sisi"; "(retranslated)"
    const bool small = token.span.size() <= 3 || token.lower.ends_with("translated") ||
                       token.lower.ends_with("interpreter");
    if (!upper && !bracket && !small) break;
  }
  return {};
}

Genre genre_of(const Document& document) {
  const TitleEvidence title = read_title(document);
  const Subjects subjects = count_subjects(document);
  if (title.joint && !title.report) return Genre::JointStatement;
  const bool speaks = subjects.first_person > subjects.third_person;
  const bool often = subjects.first_person * 5 >= subjects.sentences && subjects.first_person >= 2;
  if (title.joint && speaks) return Genre::JointStatement;
  if (title.report && !often) return Genre::Report;
  if (title.own_words && speaks) return Genre::Statement;
  if (has_byline(document) && subjects.first_person >= subjects.third_person) return Genre::Statement;
  if (title.statement && (speaks || subjects.third_person * 4 <= subjects.sentences)) return Genre::Statement;
  return speaks && often ? Genre::Statement : Genre::Report;
}

}  // namespace verbale
