#include <sstream>

#include "statements/hand_parse.h"

namespace verbale {
namespace {

VerbForm form_from(const std::string& name) {
  if (name == "Past") return VerbForm::Past;
  if (name == "Gerund") return VerbForm::Gerund;
  if (name == "Base") return VerbForm::Base;
  if (name == "Present") return VerbForm::Present;
  if (name == "Present3") return VerbForm::Present3;
  if (name == "PastParticiple") return VerbForm::PastParticiple;
  return name == "Modal" ? VerbForm::Modal : VerbForm::None;
}

std::string lower_of(std::string word) {
  for (char& c : word) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return word;
}

struct Word {
  std::string form;
  Token token;
  bool name = false;
};

Word read_word(const std::string& text, int32_t first) {
  std::vector<std::string> cells;
  std::istringstream stream(text);
  for (std::string cell; std::getline(stream, cell, '/');) cells.push_back(cell);
  Word word;
  word.form = cells[0];
  word.token.upos = upos_from(cells[1]).value_or(Upos::X);
  word.token.deprel = deprel_from(cells[2]);
  const int32_t head = std::stoi(cells[3]);
  word.token.head = head == 0 ? -1 : first + head - 1;
  for (size_t i = 4; i < cells.size(); ++i) {
    if (cells[i] == "name") word.name = true;
    else word.token.verb = form_from(cells[i]);
  }
  return word;
}

void add_sentence(Document& document, std::string text) {
  const bool joined = text.starts_with("+");
  if (joined) text.erase(0, 1);
  if (!document.text.empty()) document.text += joined ? ' ' : '\n';
  const int32_t first = static_cast<int32_t>(document.tokens.size());
  const uint32_t begin = static_cast<uint32_t>(document.text.size());
  std::istringstream stream(text);
  for (std::string cell; stream >> cell;) {
    Word word = read_word(cell, first);
    const bool start = document.text.size() == begin;
    word.token.space_before = !start && word.token.upos != Upos::PUNCT;
    if (word.token.space_before) document.text += ' ';
    word.token.span.begin = static_cast<uint32_t>(document.text.size());
    document.text += word.form;
    word.token.span.end = static_cast<uint32_t>(document.text.size());
    word.token.lower = document.strings.intern(lower_of(word.form));
    word.token.lemma = word.token.lower;
    const int32_t index = static_cast<int32_t>(document.tokens.size());
    if (word.name) {
      document.names.push_back({{index, index + 1}, {index, index + 1}, NameKind::Person, "", "test"});
    }
    document.tokens.push_back(word.token);
  }
  const TokenRange tokens = {first, static_cast<int32_t>(document.tokens.size())};
  const Span span = {begin, static_cast<uint32_t>(document.text.size())};
  if (!joined || document.paragraphs.empty()) document.paragraphs.push_back({span, ParagraphKind::Body, tokens});
  document.paragraphs.back().span.end = span.end;
  document.paragraphs.back().tokens.last = tokens.last;
  document.sentences.push_back({span, tokens, static_cast<int32_t>(document.paragraphs.size()) - 1});
}

}  // namespace

Document parse_by_hand(const std::vector<std::string>& sentences) {
  Document document;
  for (const std::string& sentence : sentences) add_sentence(document, sentence);
  return document;
}

}  // namespace verbale
