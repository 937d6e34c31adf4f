#include "train/train_tagger.h"

#include <algorithm>
#include <map>
#include <thread>

#include "language/tagger.h"
#include "language/weights.h"
#include "train/shuffle.h"

namespace verbale {
namespace {

// Weights of a jackknife's tagger are used at once, from memory.
constexpr double kUnit = 0.05;

}  // namespace

std::string collect_tags(const std::vector<Tree>& trees, int least) {
  std::map<std::string, int> counts;
  for (const Tree& tree : trees) {
    for (const TreeWord& word : tree.words) ++counts[std::string(to_string(word.upos)) + " " + word.penn];
  }
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [pair, count] : counts) {
    if (count >= least) order.emplace_back(-count, pair);
  }
  std::sort(order.begin(), order.end());
  std::string out;
  for (const auto& [count, pair] : order) out += pair + "\n";
  return out;
}

uint8_t tag_of(const TagSet& tags, const TreeWord& word) {
  if (const int tag = tags.find(word.upos, word.penn); tag >= 0) return static_cast<uint8_t>(tag);
  for (size_t i = 0; i < tags.size(); ++i) {
    if (tags[i].upos == word.upos) return static_cast<uint8_t>(i);
  }
  return 0;
}

std::vector<WordFeatures> words_of(const Tree& tree, const Clusters& clusters) {
  std::vector<WordFeatures> out;
  for (const TreeWord& word : tree.words) out.push_back(make_word_features(word.form, word.lower, clusters));
  return out;
}

Learner train_tagger(const std::vector<const Tree*>& trees, const TagSet& tags,
                      const Clusters& clusters, int passes, uint64_t seed) {
  Learner learner(static_cast<int>(tags.size()));
  std::vector<size_t> order(trees.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  Shuffle shuffle(seed);
  FeatureList features;
  int32_t scores[Weights::kMaxClasses];
  for (int pass = 0; pass < passes; ++pass) {
    shuffle(order);
    for (const size_t t : order) {
      const std::vector<WordFeatures> words = words_of(*trees[t], clusters);
      int previous = -1;
      int before_previous = -1;
      for (size_t i = 0; i < words.size(); ++i) {
        learner.tick();
        tag_features(words, i, previous, before_previous, features);
        std::fill_n(scores, learner.classes(), 0);
        learner.score(features, scores);
        const int best = static_cast<int>(std::max_element(scores, scores + learner.classes()) - scores);
        const int gold = tag_of(tags, trees[t]->words[i]);
        if (best != gold) learner.update(features, gold, best);
        before_previous = previous;
        previous = best;
      }
    }
  }
  return learner;
}

std::vector<std::vector<uint8_t>> jackknife_tags(const std::vector<Tree>& trees, const TagSet& tags,
                                                 const Clusters& clusters, int folds, int passes) {
  std::vector<std::vector<uint8_t>> out(trees.size());
  const auto run = [&](int fold) {
    std::vector<const Tree*> others;
    for (const Tree& tree : trees) {
      if (tree.document % folds != fold) others.push_back(&tree);
    }
    const std::string bytes = train_tagger(others, tags, clusters, passes, 1).write(1, 0.01, kUnit);
    const Weights weights = *Weights::read(bytes);
    for (size_t t = 0; t < trees.size(); ++t) {
      if (trees[t].document % folds == fold) tag_words(words_of(trees[t], clusters), weights, out[t]);
    }
  };
  for (int fold = 0; fold < folds; fold += 2) {
    std::thread second([&run, fold, folds] { if (fold + 1 < folds) run(fold + 1); });
    run(fold);
    second.join();
  }
  return out;
}

}  // namespace verbale
