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

struct PennTag {
  std::string_view name;
  Upos upos;
  VerbForm verb = VerbForm::None;
};

constexpr std::array<PennTag, 26> kPennTags = {{
    {"DT", Upos::DET}, {"NN", Upos::NOUN}, {"NNS", Upos::NOUN}, {"NNP", Upos::PROPN}, {"JJ", Upos::ADJ},
    {"RB", Upos::ADV}, {"CD", Upos::NUM}, {"PRP", Upos::PRON}, {"CC", Upos::CCONJ}, {"TO", Upos::PART},
    {"IN", Upos::ADP}, {"SC", Upos::SCONJ}, {"POS", Upos::PART}, {".", Upos::PUNCT},
    {"MD", Upos::AUX, VerbForm::Modal}, {"VB", Upos::VERB, VerbForm::Base}, {"VBD", Upos::VERB, VerbForm::Past},
    {"VBG", Upos::VERB, VerbForm::Gerund}, {"VBN", Upos::VERB, VerbForm::PastParticiple},
    {"VBP", Upos::VERB, VerbForm::Present}, {"VBZ", Upos::VERB, VerbForm::Present3},
    {"BEZ", Upos::AUX, VerbForm::Present3}, {"BED", Upos::AUX, VerbForm::Past}, {"BE", Upos::AUX, VerbForm::Base},
    {"BEN", Upos::AUX, VerbForm::PastParticiple}, {"BEG", Upos::AUX, VerbForm::Gerund},
}};

// Takes what stands before the first separator off the text.
std::string_view take(std::string_view& text, char separator) {
  const size_t end = text.find(separator);
  const std::string_view head = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return head;
}

void read_tag(std::string_view tag, Token& token) {
  for (const PennTag& penn : kPennTags) {
    if (penn.name != tag) continue;
    token.upos = penn.upos;
    token.verb = penn.verb;
    token.plural = tag == "NNS";
    return;
  }
  if (tag.ends_with('+')) token.plural = true, tag.remove_suffix(1);
  token.upos = upos_from(take(tag, ':')).value_or(Upos::X);
  for (const auto& [name, verb] : kForms) {
    if (name == tag) token.verb = verb;
  }
}

void add_token(Document& document, std::string_view word, bool first) {
  Token token;
  std::string_view form = take(word, '/');
  read_tag(word.empty() ? "X" : take(word, '/'), token);
  token.space_before = !first && !form.starts_with('~');
  if (form.starts_with('~')) form.remove_prefix(1);
  if (token.space_before) document.text += ' ';
  token.span.begin = static_cast<uint32_t>(document.text.size());
  document.text += form;
  token.span.end = static_cast<uint32_t>(document.text.size());
  token.lower = document.strings.intern(to_lower(form));
  token.lemma = word.empty() ? token.lower : document.strings.intern(word);
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
