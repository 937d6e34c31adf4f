// Names by a linear model over words, shapes and tags, decoded as a whole (Viterbi): a structured
// averaged perceptron (Collins 2002). It proposes what the packs do not know.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "language/weights.h"
#include "language/word_features.h"
#include "record/document.h"

namespace verbale {

// B opens a name, I goes on with it; O is outside.
enum class NameLabel : uint8_t { O, BPerson, IPerson, BOrganisation, IOrganisation, BPlace, IPlace };
constexpr size_t kNameLabels = 7;

constexpr bool opens_name(NameLabel label) { return static_cast<int>(label) % 2 == 1; }
// Whether `label` may follow `previous`: a name goes on only where one of its kind is open.
constexpr bool may_follow(NameLabel previous, NameLabel label) {
  const int l = static_cast<int>(label);
  return label == NameLabel::O || l % 2 == 1 || static_cast<int>(previous) == l ||
         static_cast<int>(previous) == l - 1;
}
constexpr NameKind kind_of(NameLabel label) {
  switch (label) {
    case NameLabel::BPerson: case NameLabel::IPerson: return NameKind::Person;
    case NameLabel::BOrganisation: case NameLabel::IOrganisation: return NameKind::Organisation;
    case NameLabel::BPlace: case NameLabel::IPlace: return NameKind::Place;
    case NameLabel::O: break;
  }
  return NameKind::Other;
}

// The features of token i of a sentence, and of the label before.
void name_features(std::span<const WordFeatures> words, std::span<const uint8_t> tags, size_t i,
                   FeatureList& out);
void name_transition_features(NameLabel previous, FeatureList& out);

// By label, with what the sums of the model need beyond.
using LabelScores = std::array<int32_t, Weights::padded(kNameLabels)>;

// Finds the best sequence of labels. Holds its buffers, so that sentences share them.
class NameDecoder {
 public:
  // `transitions[p][l]`: the score of label l after p. `scores[i]`: of each label at token i.
  void decode(std::span<const LabelScores> scores, const std::array<LabelScores, kNameLabels>& transitions,
              std::vector<NameLabel>& out);

 private:
  std::vector<std::array<uint8_t, kNameLabels>> back_;
};

}  // namespace verbale
