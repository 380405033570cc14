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

// Units of the hidden layer.
constexpr size_t kHiddenUnits = 64;

// What some features add to the hidden units, in steps of each; and the sum for a pair, which has
// room for any number of features.
using PairUnits = std::array<int16_t, kHiddenUnits>;
using PairSum = std::array<int, kHiddenUnits>;

// Each feature adds its row to the hidden units; the log odds of a type are its bias and what the
// units that are above zero are worth to it.
struct PairWeights {
  std::vector<std::string> types;
  std::vector<uint32_t> keys;  // ascending
  std::vector<float> rows;     // kHiddenUnits of keys[0], of keys[1], ...
  std::vector<float> heads;    // kHiddenUnits of types[0], of types[1], ...
  std::vector<float> biases;   // by type
};

// A network with one hidden layer over the features of a pair, which all types share: what a word
// tells depends on what stands in the other places. Rows are kept in a byte a unit. A handle on the
// mapped file: cheap to copy, immutable, thread-safe.
class PairModel {
 public:
  // Reads "pairs.model". NOT_FOUND when the set has none, DATA_LOSS when it is damaged.
  static absl::StatusOr<PairModel> Create(const ModelSet& models);
  static absl::StatusOr<PairModel> Of(const ModelFile& model);

  const std::vector<std::string>& types() const { return types_; }

  // What the features add together; those beyond the first 250 are left out.
  PairUnits UnitsOf(const std::vector<uint32_t>& keys) const;

  // The log odds of each of types() for a pair whose features come to `sum`.
  void LogOdds(const PairSum& sum, std::vector<float>* log_odds) const;
  float LogOdds(const PairSum& sum, size_t type) const;

 private:
  using Activation = std::array<float, kHiddenUnits>;

  PairModel(ModelFile file, std::vector<std::string> types, absl::Span<const uint32_t> keys,
            absl::Span<const int8_t> rows, absl::Span<const float> steps,
            absl::Span<const float> heads, absl::Span<const float> biases);

  size_t SlotOf(uint32_t key) const { return key & (places_.size() - 1); }

  // The row of a key, or nullptr.
  const int8_t* RowOf(uint32_t key) const;

  Activation Activated(const PairSum& sum) const;
  float HeadOf(size_t type, const Activation& active) const;

  ModelFile file_;
  std::vector<std::string> types_;
  absl::Span<const uint32_t> keys_;
  absl::Span<const int8_t> rows_;
  absl::Span<const float> steps_;  // by unit: what one step of a row is worth
  absl::Span<const float> heads_, biases_;
  std::vector<uint32_t> places_;  // hash table of places in `keys_`, counted from 1; 0 is free
};

// Adds the sections that PairModel reads.
void AddPairWeights(const PairWeights& weights, ModelWriter* writer);

// Name of the model in its set.
constexpr char kPairModel[] = "pairs";

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_MODEL_H_
