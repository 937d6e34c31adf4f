#include "train/conllu.h"

#include <fmt/format.h>

#include <array>

namespace verbale {
namespace {

std::string_view name_of(VerbForm form) {
  static constexpr std::array<std::string_view, 8> kNames = {"_",   "VB",  "VBD", "VBG",
                                                             "VBN", "VBP", "VBZ", "MD"};
  return kNames[static_cast<size_t>(form)];
}

std::string misc(const Document& document, const Sentence& sentence, int32_t t) {
  std::string out;
  for (const Name& name : document.names) {
    if (name.tokens.contains(t)) out = fmt::format("Name={}:{}|", static_cast<int>(name.kind), name.id);
  }
  const bool last = t + 1 >= sentence.tokens.last;
  const bool space = last || document.tokens[static_cast<size_t>(t) + 1].space_before;
  if (!space) out += "SpaceAfter=No|";
  if (out.empty()) return "_";
  out.pop_back();
  return out;
}

}  // namespace

std::string write_conllu(const Document& document) {
  std::string out;
  for (size_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    std::string text(document.str(sentence.span));
    for (char& c : text) c = c == '\n' || c == '\r' ? ' ' : c;
    fmt::format_to(std::back_inserter(out), "# sent_id = {}\n# text = {}\n", s + 1, text);
    for (int32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
      const Token& token = document.tokens[static_cast<size_t>(t)];
      const int32_t head = token.head < 0 ? 0 : token.head - sentence.tokens.first + 1;
      fmt::format_to(std::back_inserter(out), "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}\n",
                     t - sentence.tokens.first + 1, document.form(t), token.lemma, to_string(token.upos),
                     name_of(token.verb), token.plural ? "Number=Plur" : "_", head, to_string(token.deprel),
                     misc(document, sentence, t));
    }
    out += '\n';
  }
  return out;
}

}  // namespace verbale
