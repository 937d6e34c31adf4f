#include "actors/hand_made.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "actors/actors.h"
#include "actors/resolve.h"
#include "base/utf8.h"
#include "knowledge/tsv.h"
#include "knowledge/words.h"

namespace verbale::actors {
namespace {

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(at, begin), text.size());
    if (end > begin) parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

bool joins_left(std::string_view form) {
  return form == "," || form == "." || form == "'s" || form == "-" || form == ")";
}

}  // namespace

HandMade::HandMade(const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    const bool title = line.starts_with("# ");
    const int32_t first = static_cast<int32_t>(document.tokens.size());
    const uint32_t begin = static_cast<uint32_t>(document.text.size());
    for (const std::string& word : split(title ? line.substr(2) : line, ' ')) {
      const std::vector<std::string> fields = split(word, '/');
      const bool opens = document.text.size() == begin || document.text.ends_with("-") ||
                         document.text.ends_with("(");
      Token token;
      token.space_before = !opens && !joins_left(fields[0]);
      if (token.space_before) document.text += ' ';
      token.span.begin = static_cast<uint32_t>(document.text.size());
      document.text += fields[0];
      token.span.end = static_cast<uint32_t>(document.text.size());
      token.lower = document.strings.intern(to_lower(fields[0]));
      token.lemma = fields.size() > 4 ? document.strings.intern(fields[4]) : token.lower;
      token.upos = upos_from(fields[1]).value();
      token.plural = token.upos == Upos::NOUN && token.lemma != token.lower;
      token.deprel = deprel_from(fields[2]);
      const int32_t head = std::stoi(fields[3]);
      token.head = head == 0 ? -1 : first + head - 1;
      document.tokens.push_back(token);
    }
    const TokenRange tokens{first, static_cast<int32_t>(document.tokens.size())};
    const Span span{begin, static_cast<uint32_t>(document.text.size())};
    if (title) document.publication.title = span;
    Paragraph paragraph;
    paragraph.span = span;
    paragraph.kind = title ? ParagraphKind::Title : ParagraphKind::Body;
    paragraph.tokens = tokens;
    document.paragraphs.push_back(paragraph);
    Sentence sentence;
    sentence.span = span;
    sentence.tokens = tokens;
    sentence.paragraph = static_cast<int32_t>(document.paragraphs.size()) - 1;
    document.sentences.push_back(sentence);
    document.text += '\n';
  }
  index_words(document);
}

TokenRange HandMade::range(std::string_view words, int nth) const {
  size_t at = 0;
  for (int i = 0; i < nth; ++i) at = document.text.find(words, i == 0 ? 0 : at + 1);
  EXPECT_NE(at, std::string::npos) << words;
  TokenRange found{-1, -1};
  for (size_t t = 0; t < document.tokens.size(); ++t) {
    if (document.tokens[t].span.begin == at) found.first = static_cast<int32_t>(t);
    if (document.tokens[t].span.end == at + words.size()) found.last = static_cast<int32_t>(t) + 1;
  }
  EXPECT_TRUE(found.first >= 0 && found.last > found.first) << words;
  return found;
}

HandMade& HandMade::name(std::string_view words, std::string_view core, NameKind kind,
                         std::string_view id, int nth) {
  Name made;
  made.tokens = range(words, nth);
  made.core = made.tokens;
  while (document.str(document.span_of(made.core)) != core && !made.core.empty()) ++made.core.first;
  made.kind = kind;
  made.id = document.strings.intern(id);
  document.names.push_back(made);
  std::sort(document.names.begin(), document.names.end(),
            [](const Name& a, const Name& b) { return a.tokens < b.tokens; });
  return *this;
}

HandMade& HandMade::statement(std::string_view source, int nth, std::string_view content) {
  Statement made;
  made.source_tokens = range(source, nth);
  made.source = document.span_of(made.source_tokens);
  made.content = {document.span_of(range(content))};
  document.statements.push_back(made);
  return *this;
}

Document HandMade::resolve(const Knowledge& knowledge) {
  resolve_actors(document, knowledge);
  return std::move(document);
}

const Knowledge& test_knowledge() {
  static const std::unique_ptr<const Knowledge> knowledge = [] {
    Result<std::unique_ptr<const Knowledge>> loaded = load_knowledge(VERBALE_SOURCE_DIR);
    EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().message());
    return std::move(loaded.value());
  }();
  return *knowledge;
}

std::string mentions_of(const Document& document, std::string_view id) {
  const int32_t actor = find_actor(document, id);
  if (actor < 0) return {};
  std::string out;
  for (const int32_t m : document.actors[static_cast<size_t>(actor)].mentions) {
    if (!out.empty()) out += " | ";
    out += document.str(document.mentions[static_cast<size_t>(m)].span);
  }
  return out;
}

}  // namespace verbale::actors
