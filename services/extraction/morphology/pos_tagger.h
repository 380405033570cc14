// Finds the parts of speech of a sentence.
//
// A linear-chain model: each unit's score for a tag is a sum over features of the unit and of two
// neighbours on either side, each tag's score depends on the tag before it, and the best sequence
// is found with the algorithm of Viterbi. Weights are an averaged structured perceptron's (Collins
// 2002). Because a neighbour's features never mix with the unit's own, all sums are over one word
// at a time: a text's distinct words are scored once, their occurrences add up vectors.

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_POS_TAGGER_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_POS_TAGGER_H_

#include <array>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "services/extraction/morphology/tag_units.h"
#include "services/extraction/morphology/weight_table.h"

namespace isnad::extraction {

// Scores of all tags.
using TagScores = WeightSums;
static_assert(kTagCount == kWeightColumns, "a column for each tag");

// What a word adds to its own scores and to those of its neighbours.
struct UnitScores {
  TagScores own{};
  std::array<TagScores, kNeighbourCount> to_others{};
  BorderClass border = BorderClass::kOther;
};

// Immutable, thread-safe; refers to memory of the model.
class PosTagger {
 public:
  PosTagger() = default;
  // `transitions` hold, for each pair of border classes, scores
  // from each of kTagCount tags and the sentence's begin to each tag.
  PosTagger(WeightTable weights, absl::Span<const int16_t> transitions)
      : weights_(weights), transitions_(transitions) {}

  bool empty() const { return weights_.empty(); }

  UnitScores Score(const UnitFeatures& features) const;

  // Best tags of a sequence. `confidences`, unless null, gets a number from 0 to 1 for each: how
  // far the tag is ahead of all others at its place, its neighbours being as they are.
  void Tag(absl::Span<const UnitScores* const> units, std::vector<extraction::Tag>* tags,
           std::vector<float>* confidences) const;

  // Place of the transitions between two classes.
  static int TransitionOffset(BorderClass from, BorderClass to) {
    return (static_cast<int>(from) * kBorderClassCount + static_cast<int>(to)) * kTransitionsOfPair;
  }
  static constexpr int kTransitionsOfPair = (kTagCount + 1) * kTagCount;
  static constexpr int kTransitionCount =
      kBorderClassCount * kBorderClassCount * kTransitionsOfPair;

  // Scale of weights: a perceptron's 1.0.
  static constexpr int kUnitWeight = 64;

 private:
  WeightTable weights_;
  absl::Span<const int16_t> transitions_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_POS_TAGGER_H_
