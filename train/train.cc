// verbale-train DATA HOME OUT: trains the English models of the fast tier from the unpacked data sets
// (and the abbreviations of HOME/knowledge) and writes them to OUT.
// Fixed seeds and whole-number weights: the same data give the same bytes.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>

#include "base/file.h"
#include "language/model_file.h"
#include "language/tagger.h"
#include "language/analysis.h"
#include "train/cluster_words.h"
#include "train/name_corpora.h"
#include "train/plain_text.h"
#include "train/train_lemmas.h"
#include "train/train_parser.h"
#include "train/train_recogniser.h"
#include "train/train_tagger.h"

namespace verbale {
namespace {

constexpr int kLeastTag = 25;
constexpr int kTaggerPasses = 8;
constexpr int kParserPasses = 5;
constexpr uint32_t kLeastClustered = 8;
constexpr size_t kMostClustered = 30000;
constexpr int kFolds = 6;
constexpr double kTaggerUnit = 0.05;
constexpr int kNamePasses = 6;
constexpr double kNameUnit = 0.02;
constexpr double kParserUnit = 0.1;

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

// Classes of the words of public-domain texts of the kind the program reads, and of the treebanks; and
// how often each word occurs there.
Result<std::string> learn_clusters(const std::string& data, const std::string& home,
                                   const std::vector<Tree>& trees, Vocabulary& vocabulary) {
  const Result<Abbreviations> abbreviations = Abbreviations::load(home);
  if (!abbreviations) return std::unexpected(abbreviations.error());
  Knowledge knowledge;
  knowledge.abbreviations = *abbreviations;
  WordClusterer clusterer;
  std::vector<std::string_view> words;
  for (const Tree& tree : trees) {
    words.clear();
    for (const TreeWord& word : tree.words) words.push_back(word.lower);
    clusterer.add_sentence(words);
  }
  const auto add_text = [&](std::string_view text) {
    Document document;
    document.text = text;
    split_sentences(document, knowledge);
    for (const Sentence& sentence : document.sentences) {
      words.clear();
      for (int32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
        words.push_back(document.tokens[static_cast<size_t>(t)].lower);
      }
      clusterer.add_sentence(words);
      for (const std::string_view word : words) {
        const auto found = vocabulary.find(word);
        if (found == vocabulary.end()) vocabulary.emplace(word, 1);
        else ++found->second;
      }
    }
  };
  for (const char* file : {"/corpora/white-house-readouts.jsonl", "/corpora/white-house-joint-statements.jsonl",
                           "/corpora/state-department.jsonl"}) {
    if (const Result<void> read = read_texts(data + file, 1, add_text); !read) return std::unexpected(read.error());
  }
  if (const Result<void> read = read_texts(data + "/white-house-2021-2023.jsonl", 3, add_text); !read) {
    return std::unexpected(read.error());
  }
  return write_clusters(clusterer.cluster(kLeastClustered, kMostClustered, 64, 384, 6));
}

ParserExample make_example(Tree tree, const std::vector<uint8_t>& tags) {
  make_projective(tree);
  return {std::move(tree), tags};
}

std::vector<ParserSentence> make_sentences(const std::vector<Tree>& trees,
                                           const std::vector<std::vector<uint8_t>>& tags,
                                           const TagSet& tagset) {
  std::vector<ParserSentence> out;
  const uint8_t name = static_cast<uint8_t>(tagset.find(Upos::PROPN, "NNP"));
  for (size_t t = 0; t < trees.size(); ++t) {
    std::vector<int32_t> kept;
    const Tree joined = join_names(trees[t], kept);
    std::vector<uint8_t> joined_tags;
    for (const int32_t i : kept) {
      const bool is_name = trees[t].words[static_cast<size_t>(i)].upos == Upos::PROPN;
      joined_tags.push_back(is_name ? name : tags[t][static_cast<size_t>(i)]);
    }
    out.push_back({make_example(trees[t], tags[t]), make_example(joined, joined_tags)});
  }
  return out;
}

std::string joined_forms(const Tree& tree) {
  std::string out;
  for (const TreeWord& word : tree.words) out += word.form + " ";
  return out;
}

// The sentences with names: UNER with the trees of EWT where it still has the same words, GUM, Wikigold.
Result<std::vector<NameSentence>> read_name_sentences(const std::string& data, const std::vector<Tree>& trees) {
  Result<std::vector<NameSentence>> out = read_uner(data + "/english/UNER_English-EWT/en_ewt-ud-train.v1.iob2");
  if (!out) return out;
  std::map<std::string, const Tree*> by_forms;
  std::vector<Tree> gum;
  for (const Tree& tree : trees) {
    by_forms.emplace(joined_forms(tree), &tree);
    if (!tree.genre.empty()) gum.push_back(tree);
  }
  for (NameSentence& sentence : *out) {
    const auto found = by_forms.find(joined_forms(sentence.tree));
    if (found != by_forms.end()) sentence.tree = *found->second;
  }
  for (NameSentence& sentence : names_of_gum(gum)) out->push_back(std::move(sentence));
  const Result<std::vector<NameSentence>> wikigold =
      read_wikigold(data + "/english/wikigold/CONLL-format/data/wikigold.conll.txt");
  if (!wikigold) return wikigold;
  out->insert(out->end(), wikigold->begin(), wikigold->end());
  return out;
}

// Copies of the sentences with persons, who are called as persons of the world packs are.
Result<std::vector<NameSentence>> rename_all(const std::vector<NameSentence>& sentences, const std::string& home) {
  const Result<World> world = World::load(home);
  if (!world) return std::unexpected(world.error());
  std::vector<std::string> names;
  for (const Person& person : world->persons()) names.push_back(person.name);
  std::vector<NameSentence> out;
  if (names.empty()) return out;
  Shuffle chance(2);
  for (const NameSentence& sentence : sentences) {
    const bool person = std::find(sentence.labels.begin(), sentence.labels.end(), NameLabel::BPerson) !=
                        sentence.labels.end();
    if (person) out.push_back(rename_persons(sentence, names, chance));
  }
  return out;
}

// Sentences of the treebanks get the jackknife's tags; the others are tagged by the tagger as it is.
Learner learn_names(const std::vector<NameSentence>& sentences, const std::vector<Tree>& trees,
                    const std::vector<std::vector<uint8_t>>& tags, const Clusters& clusters,
                    const Weights& tagger) {
  std::map<std::string, size_t> by_forms;
  for (size_t t = 0; t < trees.size(); ++t) by_forms.emplace(joined_forms(trees[t]), t);
  std::vector<std::vector<uint8_t>> all;
  for (const NameSentence& sentence : sentences) {
    const auto found = by_forms.find(joined_forms(sentence.tree));
    if (found != by_forms.end()) {
      all.push_back(tags[found->second]);
    } else {
      tag_words(words_of(sentence.tree, clusters), tagger, all.emplace_back());
    }
  }
  return train_recogniser(sentences, all, clusters, kNamePasses, 1);
}

Result<void> train(const std::string& data, const std::string& home, const std::string& path) {
  const Result<std::vector<Tree>> trees = read_training_trees(data);
  if (!trees) return std::unexpected(trees.error());
  const std::string tag_text = collect_tags(*trees, kLeastTag);
  const std::optional<TagSet> tagset = TagSet::parse(tag_text);
  if (!tagset) return fail("", "the treebanks have too many tags");
  std::fprintf(stderr, "clusters\n");
  Vocabulary vocabulary;
  const Result<std::string> cluster_bytes = learn_clusters(data, home, *trees, vocabulary);
  if (!cluster_bytes) return std::unexpected(cluster_bytes.error());
  const Clusters clusters = *Clusters::read(*cluster_bytes);
  Result<std::vector<NameSentence>> name_sentences = read_name_sentences(data, *trees);
  if (!name_sentences) return std::unexpected(name_sentences.error());
  const Result<std::vector<NameSentence>> renamed = rename_all(*name_sentences, home);
  if (!renamed) return std::unexpected(renamed.error());
  std::vector<const Tree*> all;
  for (const Tree& tree : *trees) all.push_back(&tree);
  // Renamed sentences without tags (of Wikigold) teach the tagger nothing.
  for (const NameSentence& sentence : *renamed) {
    const bool tagged = std::none_of(sentence.tree.words.begin(), sentence.tree.words.end(),
                                     [](const TreeWord& word) { return word.penn.empty(); });
    if (tagged) all.push_back(&sentence.tree);
  }
  name_sentences->insert(name_sentences->end(), renamed->begin(), renamed->end());
  std::fprintf(stderr, "%zu trees, %zu tags; tagger\n", trees->size(), tagset->size());
  const Learner tagger = train_tagger(all, *tagset, clusters, kTaggerPasses, 1);
  std::fprintf(stderr, "jackknife\n");
  const std::vector<std::vector<uint8_t>> tags = jackknife_tags(*trees, *tagset, clusters, kFolds, 5);
  const Result<std::string> irregular = irregular_lemmas(home);
  if (!irregular) return std::unexpected(irregular.error());
  const std::string tagger_bytes = tagger.write(3, 0.03, kTaggerUnit);
  const Learner names = learn_names(*name_sentences, *trees, tags, clusters, *Weights::read(tagger_bytes));
  const Learner parser = train_parser(make_sentences(*trees, tags, *tagset), clusters, kParserPasses, 1);
  const std::vector<ModelSection> sections = {
      {"tags", tag_text},
      {"lemmas", train_lemmas(*trees, vocabulary) + *irregular},
      {"clusters", *cluster_bytes},
      {"tagger", tagger_bytes},
      {"names", names.write(3, 0.03, kNameUnit)},
      {"parser", parser.write(6, 0.2, kParserUnit)},
  };
  std::string payload;
  for (const ModelSection& section : sections) payload += section.bytes;
  const std::vector<std::string> header = {
      "language: en",
      "licence: CC BY-SA 4.0",
      "trained-on: UD English EWT train, UD English GUM train (open genres), UNER English EWT train, Wikigold; see models/README.md",
      "sha256: " + sha256_hex(payload),
  };
  std::ofstream out(path, std::ios::binary);
  out << write_model(header, sections);
  return out.good() ? Result<void>() : fail(path, "cannot be written");
}

}  // namespace
}  // namespace verbale

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: verbale-train DATA HOME OUT\n");
    return 2;
  }
  const verbale::Result<void> done = verbale::train(argv[1], argv[2], argv[3]);
  if (done) return 0;
  std::fprintf(stderr, "verbale-train: %s\n", done.error().message().c_str());
  return 1;
}
