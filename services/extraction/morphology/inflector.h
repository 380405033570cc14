// Reads gender, number, person, aspect and voice off a word whose part of speech is known.

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_INFLECTOR_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_INFLECTOR_H_

#include <cstdint>
#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/morphology/tag_units.h"
#include "services/extraction/morphology/weight_table.h"

namespace isnad::extraction {

// Words that inflect alike.
enum class InflectionGroup : uint8_t { kVerb, kNominal, kPronoun, kNone };
InflectionGroup InflectionGroupOf(Tag tag);

// Number of an inflection feature for words of a group.
inline uint32_t InflectionFeature(uint32_t feature, InflectionGroup group) {
  return static_cast<uint32_t>(CombineHash(feature, 0x1F1EC700u + static_cast<uint32_t>(group)));
}

// One linear classifier per category over shared features (UnitFeatures::inflection); averaged
// perceptrons. Immutable, thread-safe; refers to memory of the model.
class Inflector {
 public:
  // Columns of the weights. Categories hold their enum's values from `first` on, kUnknown first.
  struct Category {
    int column;
    int first;
    int count;
  };
  static constexpr Category kGender = {0, 0, 3};
  static constexpr Category kNumber = {3, 0, 4};
  static constexpr Category kPerson = {7, 0, 4};
  static constexpr Category kAspect = {11, 1, 3};
  static constexpr Category kVoice = {14, 1, 2};

  Inflector() = default;
  explicit Inflector(WeightTable weights) : weights_(weights) {}

  // Categories that the group has not are unknown.
  WordFeatures Read(const std::vector<uint32_t>& features, InflectionGroup group) const;

 private:
  WeightTable weights_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_INFLECTOR_H_
