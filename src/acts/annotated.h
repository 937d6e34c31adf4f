// Documents for the tests of the late stages, written by hand with their tags: "the/DT sides/NNS will/MD meet/VB".
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "record/document.h"

namespace verbale {
namespace annotated_detail {

struct Tag {
  std::string_view name;
  Upos upos;
  VerbForm verb;
};

inline constexpr Tag kTags[] = {
    {"DT", Upos::DET, VerbForm::None},   {"NN", Upos::NOUN, VerbForm::None},  {"NNS", Upos::NOUN, VerbForm::None},
    {"NNP", Upos::PROPN, VerbForm::None}, {"JJ", Upos::ADJ, VerbForm::None},  {"RB", Upos::ADV, VerbForm::None},
    {"CD", Upos::NUM, VerbForm::None},   {"PRP", Upos::PRON, VerbForm::None}, {"CC", Upos::CCONJ, VerbForm::None},
    {"MD", Upos::AUX, VerbForm::Modal},  {"VB", Upos::VERB, VerbForm::Base},  {"VBD", Upos::VERB, VerbForm::Past},
    {"VBG", Upos::VERB, VerbForm::Gerund}, {"VBN", Upos::VERB, VerbForm::PastParticiple},
    {"VBP", Upos::VERB, VerbForm::Present}, {"VBZ", Upos::VERB, VerbForm::Present3},
    {"BEZ", Upos::AUX, VerbForm::Present3}, {"BED", Upos::AUX, VerbForm::Past}, {"BE", Upos::AUX, VerbForm::Base},
    {"TO", Upos::PART, VerbForm::None},  {"IN", Upos::ADP, VerbForm::None},   {"SC", Upos::SCONJ, VerbForm::None},
    {"POS", Upos::PART, VerbForm::None}, {".", Upos::PUNCT, VerbForm::None}};

inline Tag tag_of(std::string_view name) {
  for (const Tag& tag : kTags) {
    if (tag.name == name) return tag;
  }
  return {"", Upos::X, VerbForm::None};
}

inline std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const size_t end = std::min(text.find(separator), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

}  // namespace annotated_detail

// One sentence a line. Each word carries a Penn tag after its first slash; "BEZ", "BED" and "BE" are forms of "be", "SC" a
// subordinator, "POS" a possessive. The lemma follows in a third part where it is not the lower-case form. No heads: every
// token is a root.
inline Document annotated(std::string_view text) {
  Document document;
  for (const std::string_view line : annotated_detail::split(text, '\n')) {
    const int32_t first = static_cast<int32_t>(document.tokens.size());
    const uint32_t start = static_cast<uint32_t>(document.text.size());
    for (const std::string_view word : annotated_detail::split(line, ' ')) {
      const std::vector<std::string_view> parts = annotated_detail::split(word, '/');
      const annotated_detail::Tag tag = annotated_detail::tag_of(parts.at(1));
      Token token;
      token.span = {static_cast<uint32_t>(document.text.size()),
                    static_cast<uint32_t>(document.text.size() + parts[0].size())};
      token.lower = document.strings.intern(to_lower(parts[0]));
      token.lemma = parts.size() > 2 ? document.strings.intern(parts[2]) : token.lower;
      token.upos = tag.upos;
      token.verb = tag.verb;
      token.plural = parts[1] == "NNS";
      token.space_before = document.text.size() > start;
      document.tokens.push_back(token);
      document.text.append(parts[0]).push_back(' ');
    }
    document.text.back() = '\n';
    const Span span{start, static_cast<uint32_t>(document.text.size()) - 1};
    const TokenRange tokens{first, static_cast<int32_t>(document.tokens.size())};
    document.sentences.push_back({span, tokens, {}, static_cast<int32_t>(document.paragraphs.size())});
    document.paragraphs.push_back({span, ParagraphKind::Body, tokens});
  }
  return document;
}

}  // namespace verbale
