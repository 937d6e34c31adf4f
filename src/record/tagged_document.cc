#include "record/tagged_document.h"

#include <array>
#include <utility>

#include "base/utf8.h"

namespace verbale {
namespace {

constexpr std::array<std::pair<std::string_view, VerbForm>, 7> kForms = {{
    {"Base", VerbForm::Base}, {"Past", VerbForm::Past}, {"Gerund", VerbForm::Gerund},
    {"PastParticiple", VerbForm::PastParticiple}, {"Present", VerbForm::Present},
    {"Present3", VerbForm::Present3}, {"Modal", VerbForm::Modal},
}};

// Takes what stands before the first separator off the text.
std::string_view take(std::string_view& text, char separator) {
  const size_t end = text.find(separator);
  const std::string_view head = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return head;
}

void add_token(Document& document, std::string_view word, bool first) {
  Token token;
  const size_t slash = word.rfind('/');
  std::string_view form = word.substr(0, slash);
  std::string_view tag = slash == std::string_view::npos ? "X" : word.substr(slash + 1);
  token.space_before = !first && !form.starts_with('~');
  if (form.starts_with('~')) form.remove_prefix(1);
  if (tag.ends_with('+')) token.plural = true, tag.remove_suffix(1);
  token.upos = upos_from(take(tag, ':')).value_or(Upos::X);
  for (const auto& [name, verb] : kForms) {
    if (name == tag) token.verb = verb;
  }
  if (token.space_before) document.text += ' ';
  token.span.begin = static_cast<uint32_t>(document.text.size());
  document.text += form;
  token.span.end = static_cast<uint32_t>(document.text.size());
  token.lower = document.strings.intern(to_lower(form));
  token.lemma = token.lower;
  document.tokens.push_back(token);
}

}  // namespace

Document tagged_document(std::string_view lines) {
  Document document;
  while (!lines.empty()) {
    std::string_view line = take(lines, '\n');
    const int32_t first = static_cast<int32_t>(document.tokens.size());
    while (!line.empty()) add_token(document, take(line, ' '), static_cast<int32_t>(document.tokens.size()) == first);
    const TokenRange tokens{first, static_cast<int32_t>(document.tokens.size())};
    if (tokens.empty()) continue;
    const int32_t paragraph = static_cast<int32_t>(document.paragraphs.size());
    document.sentences.push_back({.span = document.span_of(tokens), .tokens = tokens, .words = {}, .paragraph = paragraph});
    document.paragraphs.push_back({.span = document.span_of(tokens), .tokens = tokens});
    document.text += '\n';
  }
  return document;
}

}  // namespace verbale
