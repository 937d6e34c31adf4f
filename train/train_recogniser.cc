#include "train/train_recogniser.h"

#include "train/shuffle.h"
#include "train/train_tagger.h"

namespace verbale {
namespace {

std::array<LabelScores, kNameLabels> score_transitions(const Learner& learner) {
  std::array<LabelScores, kNameLabels> out{};
  FeatureList features;
  for (size_t p = 0; p < kNameLabels; ++p) {
    name_transition_features(static_cast<NameLabel>(p), features);
    learner.score(features, out[p].data());
  }
  return out;
}

// Moves the weights towards the gold labels wherever the two sequences differ.
void learn(Learner& learner, std::span<const FeatureList> features, const std::vector<NameLabel>& gold,
           const std::vector<NameLabel>& found) {
  FeatureList transition;
  const auto move = [&](const std::vector<NameLabel>& labels, size_t i, int by) {
    learner.add(features[i], static_cast<int>(labels[i]), by);
    name_transition_features(i == 0 ? NameLabel::O : labels[i - 1], transition);
    learner.add(transition, static_cast<int>(labels[i]), by);
  };
  for (size_t i = 0; i < gold.size(); ++i) {
    if (gold[i] == found[i] && (i == 0 || gold[i - 1] == found[i - 1])) continue;
    move(gold, i, 1);
    move(found, i, -1);
  }
}

}  // namespace

Learner train_recogniser(const std::vector<NameSentence>& sentences,
                         const std::vector<std::vector<uint8_t>>& tags, const Clusters& clusters,
                         int passes, uint64_t seed) {
  Learner learner(static_cast<int>(kNameLabels));
  Shuffle shuffle(seed);
  std::vector<size_t> order(sentences.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  NameDecoder decoder;
  std::vector<NameLabel> found;
  for (int pass = 0; pass < passes; ++pass) {
    shuffle(order);
    for (const size_t s : order) {
      const std::vector<WordFeatures> words = words_of(sentences[s].tree, clusters);
      std::vector<FeatureList> features(words.size());
      std::vector<LabelScores> scores(words.size());
      for (size_t i = 0; i < words.size(); ++i) {
        name_features(words, tags[s], i, features[i]);
        scores[i].fill(0);
        learner.score(features[i], scores[i].data());
      }
      learner.tick();
      decoder.decode(scores, score_transitions(learner), found);
      if (found != sentences[s].labels) learn(learner, features, sentences[s].labels, found);
    }
  }
  return learner;
}

}  // namespace verbale
