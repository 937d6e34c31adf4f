// verbale-evaluate HOME DATA: the scores of the models in HOME on the development sets, as the CoNLL
// 2018 shared task counts them.
#include <chrono>
#include <cstdio>
#include <set>
#include <string>
#include <tuple>

#include "base/utf8.h"
#include "language/analysis.h"
#include "train/name_corpora.h"
#include "train/treebank.h"

namespace verbale {
namespace {

// The treebank's own words and sentences as a document.
Document to_document(const std::vector<Tree>& trees) {
  Document document;
  for (const Tree& tree : trees) {
    Sentence sentence;
    sentence.tokens.first = static_cast<int32_t>(document.tokens.size());
    for (const TreeWord& word : tree.words) {
      Token token;
      token.span.begin = static_cast<uint32_t>(document.text.size());
      document.text += word.form;
      token.span.end = static_cast<uint32_t>(document.text.size());
      token.lower = document.strings.intern(to_lower(word.form));
      token.lemma = token.lower;
      document.tokens.push_back(token);
      if (word.space_after) document.text += ' ';
    }
    sentence.tokens.last = static_cast<int32_t>(document.tokens.size());
    sentence.span = document.span_of(sentence.tokens);
    document.sentences.push_back(sentence);
    document.text += '\n';
  }
  return document;
}

double percent(int64_t part, int64_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Universal relations only, as the shared task: "acl:relcl" is acl.
std::string_view universal(Deprel relation) {
  const std::string_view name = to_string(relation);
  return name.substr(0, name.find(':'));
}

void evaluate_trees(const LanguageModel& model, const std::vector<Tree>& trees, const char* name) {
  Document document = to_document(trees);
  std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
  model.tag(document);
  const double tagging = seconds_since(start);
  start = std::chrono::steady_clock::now();
  model.parse(document);
  const double parsing = seconds_since(start);
  int64_t words = 0, upos = 0, lemma = 0, uas = 0, las = 0;
  for (size_t s = 0; s < trees.size(); ++s) {
    const int32_t first = document.sentences[s].tokens.first;
    for (size_t i = 0; i < trees[s].words.size(); ++i) {
      const TreeWord& gold = trees[s].words[i];
      const Token& token = document.tokens[static_cast<size_t>(first) + i];
      ++words;
      upos += token.upos == gold.upos;
      lemma += token.lemma == gold.lemma;
      const bool head = token.head == (gold.head < 0 ? -1 : gold.head + first);
      uas += head;
      las += head && universal(token.deprel) == universal(gold.relation);
    }
  }
  std::printf("%-8s gold words: UPOS %.2f  lemma %.2f  UAS %.2f  LAS %.2f   tag %.0f words/s, parse %.0f words/s\n",
              name, percent(upos, words), percent(lemma, words), percent(uas, words), percent(las, words),
              static_cast<double>(words) / tagging, static_cast<double>(words) / parsing);
}

// The raw text of each document is one paragraph; a unit counts as right if its characters are.
void evaluate_text(const Knowledge& knowledge, const std::vector<Tree>& trees, const char* name) {
  int64_t gold_words = 0, words = 0, right_words = 0, gold_sentences = 0, sentences = 0, right_sentences = 0;
  for (size_t first = 0; first < trees.size();) {
    size_t last = first;
    while (last < trees.size() && trees[last].document == trees[first].document) ++last;
    const std::vector<Tree> part(trees.begin() + static_cast<int64_t>(first), trees.begin() + static_cast<int64_t>(last));
    const Document gold = to_document(part);
    Document document;
    document.text = gold.text;
    for (char& c : document.text) c = c == '\n' ? ' ' : c;
    split_sentences(document, knowledge);
    const auto count = [](const auto& a, const auto& b, int64_t& right) {
      for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i].span == b[j].span) ++right, ++i, ++j;
        else if (a[i].span.begin < b[j].span.begin || (a[i].span.begin == b[j].span.begin && a[i].span.end < b[j].span.end)) ++i;
        else ++j;
      }
    };
    count(gold.tokens, document.tokens, right_words);
    count(gold.sentences, document.sentences, right_sentences);
    gold_words += static_cast<int64_t>(gold.tokens.size());
    words += static_cast<int64_t>(document.tokens.size());
    gold_sentences += static_cast<int64_t>(gold.sentences.size());
    sentences += static_cast<int64_t>(document.sentences.size());
    first = last;
  }
  std::printf("%-8s raw text: words F1 %.2f  sentences F1 %.2f\n", name, percent(2 * right_words, gold_words + words),
              percent(2 * right_sentences, gold_sentences + sentences));
}

// Names of the three kinds, by exact words and kind.
void evaluate_names(const LanguageModel& model, const std::vector<NameSentence>& gold) {
  std::vector<Tree> trees;
  for (const NameSentence& sentence : gold) trees.push_back(sentence.tree);
  Document document = to_document(trees);
  model.tag(document);
  const std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
  model.recognise_names(document);
  const double seconds = seconds_since(start);
  std::set<std::tuple<int32_t, int32_t, NameKind>> wanted;
  int32_t at = 0;
  for (const NameSentence& sentence : gold) {
    const std::vector<NameLabel>& labels = sentence.labels;
    for (size_t i = 0; i < labels.size(); ++i) {
      if (!opens_name(labels[i])) continue;
      size_t end = i + 1;
      while (end < labels.size() && labels[end] != NameLabel::O && !opens_name(labels[end])) ++end;
      wanted.emplace(at + static_cast<int32_t>(i), at + static_cast<int32_t>(end), kind_of(labels[i]));
    }
    at += static_cast<int32_t>(labels.size());
  }
  int64_t right = 0;
  for (const Name& name : document.names) {
    right += wanted.contains({name.tokens.first, name.tokens.last, name.kind}) ? 1 : 0;
  }
  const int64_t found = static_cast<int64_t>(document.names.size());
  const int64_t all = static_cast<int64_t>(wanted.size());
  std::printf("UNER dev gold words: names P %.2f  R %.2f  F1 %.2f   %.0f words/s\n", percent(right, found),
              percent(right, all), percent(2 * right, found + all), static_cast<double>(at) / seconds);
}

int evaluate(const std::string& home, const std::string& data) {
  const Result<std::unique_ptr<const Knowledge>> knowledge = load_knowledge(home);
  const Result<std::unique_ptr<LanguageModel>> model = load_language_model(home);
  const Result<std::vector<Tree>> ewt = read_treebank(data + "/english/UD_English-EWT/en_ewt-ud-dev.conllu");
  const Result<std::vector<Tree>> gum = read_treebank(data + "/english/UD_English-GUM/en_gum-ud-dev.conllu");
  if (!knowledge || !model || !ewt || !gum) {
    const Error error = !knowledge ? knowledge.error() : !model ? model.error() : !ewt ? ewt.error() : gum.error();
    std::fprintf(stderr, "verbale-evaluate: %s\n", error.message().c_str());
    return 1;
  }
  evaluate_trees(**model, *ewt, "EWT dev");
  std::vector<Tree> prose;
  for (const Tree& tree : *gum) {
    if (tree.genre == "news" || tree.genre == "interview" || tree.genre == "speech") prose.push_back(tree);
  }
  evaluate_trees(**model, *gum, "GUM dev");
  evaluate_trees(**model, prose, "GUM news");
  if (const Result<std::vector<NameSentence>> names = read_uner(data + "/english/UNER_English-EWT/en_ewt-ud-dev.iob2")) {
    evaluate_names(**model, *names);
  }
  evaluate_text(**knowledge, *gum, "GUM dev");
  evaluate_text(**knowledge, *ewt, "EWT dev");
  return 0;
}

}  // namespace
}  // namespace verbale

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: verbale-evaluate HOME DATA\n");
    return 2;
  }
  return verbale::evaluate(argv[1], argv[2]);
}
