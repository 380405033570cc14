// How likely two ends of a passage are those of a fact of each type, learned from gold facts.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_MODEL_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_MODEL_H_

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "services/extraction/model/model_file.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/model/model_writer.h"

namespace isnad::extraction {

// Types that a model can have; rows are as wide as this, so that they are added at one go.
constexpr size_t kMostPairTypes = 24;

// What features are worth together, by type.
using PairUnits = std::array<int, kMostPairTypes>;

// What each feature adds to the log odds of each type: a row of `types.size()` figures a key.
struct PairWeights {
  std::vector<std::string> types;
  std::vector<uint32_t> keys;  // ascending
  std::vector<float> rows;     // of keys[0], keys[1], ...
};

// A logistic regression for each type over the features of a pair. Weights are kept in a byte each.
// A handle on the mapped file: cheap to copy, immutable, thread-safe.
class PairModel {
 public:
  // Reads "pairs.model". NOT_FOUND when the set has none, DATA_LOSS when it is damaged.
  static absl::StatusOr<PairModel> Create(const ModelSet& models);
  static absl::StatusOr<PairModel> Of(const ModelFile& model);

  const std::vector<std::string>& types() const { return types_; }

  // Adds what the features are worth to a figure for each of types(), in units of the type.
  void AddUnits(const std::vector<uint32_t>& keys, PairUnits* units) const;

  // Log odds of the type that has so many units.
  float LogOdds(size_t type, int units) const { return static_cast<float>(units) * steps_[type]; }

 private:
  PairModel(ModelFile file, std::vector<std::string> types, absl::Span<const uint32_t> keys,
            absl::Span<const int8_t> rows, absl::Span<const float> steps);

  size_t SlotOf(uint32_t key) const { return key & (places_.size() - 1); }

  // The row of a key, or nullptr.
  const int8_t* RowOf(uint32_t key) const;

  ModelFile file_;
  std::vector<std::string> types_;
  absl::Span<const uint32_t> keys_;
  absl::Span<const int8_t> rows_;
  absl::Span<const float> steps_;  // by type: what one unit of a row is worth
  std::vector<uint32_t> places_;   // hash table of places in `keys_`, counted from 1; 0 is free
};

// Adds the sections that PairModel reads.
void AddPairWeights(const PairWeights& weights, ModelWriter* writer);

// Name of the model in its set.
constexpr char kPairModel[] = "pairs";

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_MODEL_H_
