// verbale-train DATA OUT: trains the English models of the fast tier from the unpacked data sets and writes them to OUT.
// Fixed seeds and whole-number weights: the same data give the same bytes.
#include <cstdio>
#include <fstream>
#include <set>

#include "base/file.h"
#include "language/model_file.h"
#include "train/train_lemmas.h"
#include "train/train_parser.h"
#include "train/train_tagger.h"

namespace verbale {
namespace {

constexpr int kLeastTag = 25;
constexpr int kTaggerPasses = 8;
constexpr int kParserPasses = 3;
constexpr int kFolds = 6;
constexpr double kTaggerUnit = 0.15;
constexpr double kParserUnit = 0.25;

// Genres of GUM whose texts are free: weights from the others may not be shipped with this licence.
const std::set<std::string> kOpenGenres = {"news",   "interview", "academic", "bio",
                                           "voyage", "court",     "speech"};

Result<std::vector<Tree>> read_training_trees(const std::string& data) {
  Result<std::vector<Tree>> trees = read_treebank(data + "/english/UD_English-EWT/en_ewt-ud-train.conllu");
  if (!trees) return trees;
  const Result<std::vector<Tree>> gum =
      read_treebank(data + "/english/UD_English-GUM/en_gum-ud-train.conllu");
  if (!gum) return std::unexpected(gum.error());
  for (const Tree& tree : *gum) {
    if (kOpenGenres.contains(tree.genre)) trees->push_back(tree);
  }
  return trees;
}

// Each tree as it is and, where it has names of several words, also with each of them as one node.
std::vector<ParserExample> make_examples(const std::vector<Tree>& trees,
                                         const std::vector<std::vector<uint8_t>>& tags, const TagSet& tagset) {
  std::vector<ParserExample> out;
  const uint8_t name = static_cast<uint8_t>(tagset.find(Upos::PROPN, "NNP"));
  for (size_t t = 0; t < trees.size(); ++t) {
    Tree marked = trees[t];
    for (size_t i = 0; i < marked.words.size(); ++i) marked.words[i].misc = std::to_string(tags[t][i]);
    const Tree joined = join_names(marked);
    const bool differs = joined.words.size() != marked.words.size();
    for (Tree tree : differs ? std::vector<Tree>{marked, joined} : std::vector<Tree>{marked}) {
      ParserExample example;
      const bool is_joined = tree.words.size() != marked.words.size();
      for (const TreeWord& word : tree.words) {
        const uint8_t tag = static_cast<uint8_t>(std::stoi(word.misc));
        example.tags.push_back(is_joined && word.upos == Upos::PROPN ? name : tag);
      }
      make_projective(tree);
      example.tree = std::move(tree);
      out.push_back(std::move(example));
    }
  }
  return out;
}

Result<void> train(const std::string& data, const std::string& path) {
  const Result<std::vector<Tree>> trees = read_training_trees(data);
  if (!trees) return std::unexpected(trees.error());
  const std::string tag_text = collect_tags(*trees, kLeastTag);
  const std::optional<TagSet> tagset = TagSet::parse(tag_text);
  if (!tagset) return fail("", "the treebanks have too many tags");
  std::vector<const Tree*> all;
  for (const Tree& tree : *trees) all.push_back(&tree);
  std::fprintf(stderr, "%zu trees, %zu tags; tagger\n", trees->size(), tagset->size());
  const Learner tagger = train_tagger(all, *tagset, kTaggerPasses, 1);
  std::fprintf(stderr, "jackknife\n");
  const std::vector<std::vector<uint8_t>> tags = jackknife_tags(*trees, *tagset, kFolds, 5);
  const Learner parser = train_parser(make_examples(*trees, tags, *tagset), kParserPasses, 1);
  const std::vector<ModelSection> sections = {
      {"tags", tag_text},
      {"lemmas", train_lemmas(*trees)},
      {"tagger", tagger.write(2, 0.02, kTaggerUnit)},
      {"parser", parser.write(3, 0.2, kParserUnit)},
  };
  std::string payload;
  for (const ModelSection& section : sections) payload += section.bytes;
  const std::vector<std::string> header = {
      "language: en",
      "licence: CC BY-SA 4.0",
      "trained-on: UD English EWT train, UD English GUM train (open genres); see models/README.md",
      "sha256: " + sha256_hex(payload),
  };
  std::ofstream out(path, std::ios::binary);
  out << write_model(header, sections);
  return out.good() ? Result<void>() : fail(path, "cannot be written");
}

}  // namespace
}  // namespace verbale

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: verbale-train DATA OUT\n");
    return 2;
  }
  const verbale::Result<void> done = verbale::train(argv[1], argv[2]);
  if (done) return 0;
  std::fprintf(stderr, "verbale-train: %s\n", done.error().message().c_str());
  return 1;
}
