// The learned tagger: labels the words of a text.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_NAME_MODEL_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_NAME_MODEL_H_

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/optional.h"
#include "services/extraction/model/model_file.h"
#include "services/extraction/names/learned/label_search.h"
#include "services/extraction/names/learned/name_facts.h"
#include "services/extraction/names/learned/name_label.h"
#include "services/extraction/names/learned/name_weights.h"
#include "services/extraction/names/learned/name_word.h"
#include "services/extraction/names/learned/word_scores.h"

namespace isnad::extraction {

// Labels of all words of a text, and how sure each is: the margin to the best other reading, in
// units in which 1 is about the least that a lone error in training corrects.
struct NameReading {
  std::vector<NameLabel> labels;
  std::vector<float> margins;
};

// Confidence by margin: the share of right names among those with it.
struct NameCalibration {
  float offset = 0;
  float slope = 0.1f;
};

// Sections of names.model.
namespace name_layout {
constexpr absl::string_view kWeights = "names/weights";          // NameWeightBucket[]
constexpr absl::string_view kFacts = "names/facts";              // FactBucket[]
constexpr absl::string_view kTransitions = "names/transitions";  // int32_t[10 * 9]
constexpr absl::string_view kNumbers = "names/numbers";          // float[3]: scale, calibration
}  // namespace name_layout

// A linear model over NameFeatures with first-order transitions. Cheap to copy, thread-safe; copies
// share what they have worked out about frequent words.
class NameModel {
 public:
  // DATA_LOSS when sections have wrong sizes; else errors of ModelFile.
  static absl::StatusOr<NameModel> Of(const ModelFile& file);

  // Of tables in memory, for training; they must outlive the model.
  NameModel(NameWeightTable weights, NameFactTable facts,
            const LabelTransitions<int32_t>& transitions, float scale,
            const NameCalibration& calibration = NameCalibration())
      : weights_(weights),
        facts_(facts),
        transitions_(transitions),
        scale_(scale),
        calibration_(calibration) {}

  // ReadNameText(), sparing what is known of frequent words.
  NameText ReadText(const Analysis& analysis, const WordDistribution& distribution) const;

  // The text should be read with the distribution that the model was trained with.
  NameReading Read(const NameText& text, uint32_t feature_groups) const;
  NameReading Read(const NameText& text) const;

  // Of a name whose least sure word has this margin, 0 to 1.
  double Confidence(float margin) const;

 private:
  NameWeightTable weights_;
  NameFactTable facts_;
  LabelTransitions<int32_t> transitions_{};
  float scale_ = 1;  // of the weights: what 1 in training has become
  NameCalibration calibration_;
  absl::optional<ModelFile> file_;         // keeps the tables alive
  std::shared_ptr<WordScoreCache> cache_;  // null while the tables may change
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_NAME_MODEL_H_
