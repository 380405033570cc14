// Weights of hashed features, sixteen numbers each.

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_WEIGHT_TABLE_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_WEIGHT_TABLE_H_

#include <array>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"

namespace isnad::extraction {

constexpr int kWeightColumns = 16;

// Sums of weights.
using WeightSums = std::array<int32_t, kWeightColumns>;

// Weights of one feature. A plain value of the model file.
struct WeightRow {
  int16_t column[kWeightColumns] = {};
};

// A hash table in the memory of the model: a power of two of slots, key 0 for an empty one.
// Immutable, thread-safe.
class WeightTable {
 public:
  WeightTable() = default;
  WeightTable(absl::Span<const uint32_t> keys, absl::Span<const WeightRow> rows)
      : keys_(keys), rows_(rows) {}

  bool empty() const { return keys_.empty(); }

  // Starts to load what AddTo will read. Features lie all over the table: asking for many before
  // the first is used hides most of the time that memory takes.
  void Prefetch(uint32_t feature) const {
    const size_t slot = feature & (keys_.size() - 1);
    __builtin_prefetch(&keys_[slot]);
    __builtin_prefetch(&rows_[slot]);
  }

  // Adds the weights of a feature, if it has any.
  void AddTo(uint32_t feature, WeightSums* sums) const {
    const size_t mask = keys_.size() - 1;
    for (size_t slot = feature & mask; keys_[slot] != 0; slot = (slot + 1) & mask) {
      if (keys_[slot] != feature) continue;
      const WeightRow& row = rows_[slot];
      for (int c = 0; c < kWeightColumns; ++c) (*sums)[c] += row.column[c];
      return;
    }
  }

 private:
  absl::Span<const uint32_t> keys_;
  absl::Span<const WeightRow> rows_;
};

// The arrays of a WeightTable that is being made.
struct WeightArrays {
  std::vector<uint32_t> keys;
  std::vector<WeightRow> rows;

  // Features with their rows, laid out as a table; rows of zeros are left out.
  static WeightArrays Layout(absl::Span<const uint32_t> features, absl::Span<const WeightRow> rows);
  WeightTable Table() const { return WeightTable(keys, rows); }
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_WEIGHT_TABLE_H_
