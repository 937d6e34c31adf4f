#include "train/train_parser.h"

#include <algorithm>
#include <cstdio>

#include "language/parser.h"
#include "train/oracle.h"
#include "train/shuffle.h"

namespace verbale {
namespace {

// One sentence: predicts, updates, moves on.
class Trainee {
 public:
  Trainee(Learner& learner, const Clusters& clusters, Shuffle& chance)
      : learner_(learner), clusters_(clusters), chance_(chance) {}

  void learn(const ParserExample& example, bool explore) {
    const std::vector<Node> nodes = nodes_of(example, clusters_);
    const Oracle oracle(example.tree);
    state_.start(static_cast<int32_t>(nodes.size()));
    while (!state_.done()) {
      if (state_.stack_size() == 0) {
        state_.apply({});
        continue;
      }
      step(nodes, oracle, explore);
    }
  }

  int64_t moves = 0;
  int64_t mistakes = 0;

 private:
  void step(std::span<const Node> nodes, const Oracle& oracle, bool explore) {
    learner_.tick();
    ++moves;
    look(nodes);
    const int predicted = best_transition(state_, scores_);
    const int best = best_gold(oracle);
    const bool right = oracle.cost(state_, from_class(predicted).move) == lowest_ && is_gold(oracle, predicted);
    if (!right) {
      ++mistakes;
      learner_.update(features_, best, predicted);
    }
    const bool follow = right || (explore && chance_.next() % 10 != 0);
    state_.apply(from_class(follow ? predicted : best));
  }

  // The features and scores of the state.
  void look(std::span<const Node> nodes) {
    const ParserFrame frame = make_frame(nodes, state_);
    FeatureList part;
    features_.clear();
    for (void (*const add)(const ParserFrame&, FeatureList&) : {stack_features, buffer_features, joint_features}) {
      add(frame, part);
      features_.append(part);
    }
    std::fill_n(scores_, kTransitions, 0);
    learner_.score(features_, scores_);
  }

  // A move of lowest cost with the label of the tree; of several, the one the model likes best.
  int best_gold(const Oracle& oracle) {
    lowest_ = 1 << 30;
    int best = -1;
    for (const Move move : {Move::Shift, Move::Left, Move::Right}) {
      if (!state_.allowed(move)) continue;
      const int cost = oracle.cost(state_, move);
      const int c = gold_class(oracle, move);
      if (cost < lowest_ || (cost == lowest_ && scores_[c] > scores_[best])) {
        lowest_ = cost;
        best = c;
      }
    }
    return best;
  }

  int gold_class(const Oracle& oracle, Move move) const {
    if (move == Move::Shift) return 0;
    const bool root = move == Move::Left && state_.front() == state_.root();
    const Deprel gold = oracle.relation(state_.stack(0));
    // The top's own head may be lost already; then it is no root here.
    return to_class({move, root ? Deprel::root : gold == Deprel::root ? Deprel::dep : gold});
  }

  bool is_gold(const Oracle& oracle, int c) const { return gold_class(oracle, from_class(c).move) == c; }

  Learner& learner_;
  const Clusters& clusters_;
  Shuffle& chance_;
  ParserState state_;
  FeatureList features_;
  int32_t scores_[kTransitions] = {};
  int lowest_ = 0;
};

}  // namespace

std::vector<Node> nodes_of(const ParserExample& example, const Clusters& clusters) {
  std::vector<Node> out;
  for (size_t i = 0; i < example.tree.words.size(); ++i) {
    const uint64_t word = hash_bytes(example.tree.words[i].lower);
    out.push_back(make_node(word, clusters.find(word), example.tags[i]));
  }
  return out;
}

Learner train_parser(const std::vector<ParserSentence>& sentences, const Clusters& clusters,
                     int passes, uint64_t seed) {
  Learner learner(kTransitions);
  Shuffle shuffle(seed);
  std::vector<size_t> order(sentences.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (int pass = 0; pass < passes; ++pass) {
    shuffle(order);
    Trainee trainee(learner, clusters, shuffle);
    for (const size_t s : order) {
      const bool joined = (s + static_cast<size_t>(pass)) % 2 == 0;
      trainee.learn(joined ? sentences[s].joined : sentences[s].plain, pass > 0);
    }
    std::fprintf(stderr, "parser: pass %d, %.2f %% of the moves wrong\n", pass + 1,
                 100.0 * static_cast<double>(trainee.mistakes) / static_cast<double>(trainee.moves));
  }
  return learner;
}

}  // namespace verbale
