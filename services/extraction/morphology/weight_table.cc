#include "services/extraction/morphology/weight_table.h"

#include <algorithm>

namespace isnad::extraction {
namespace {

bool IsUseful(uint32_t feature, const WeightRow& row) {
  return feature != 0 && std::any_of(std::begin(row.column), std::end(row.column),
                                     [](int16_t weight) { return weight != 0; });
}

}  // namespace

WeightArrays WeightArrays::Layout(absl::Span<const uint32_t> features,
                                  absl::Span<const WeightRow> rows) {
  size_t useful = 0;
  for (size_t i = 0; i < features.size(); ++i) useful += IsUseful(features[i], rows[i]) ? 1 : 0;
  size_t size = 16;
  while (size * 3 < useful * 4) size *= 2;
  WeightArrays arrays;
  arrays.keys.resize(size);
  arrays.rows.resize(size);
  for (size_t i = 0; i < features.size(); ++i) {
    if (!IsUseful(features[i], rows[i])) continue;
    size_t slot = features[i] & (size - 1);
    while (arrays.keys[slot] != 0) slot = (slot + 1) & (size - 1);
    arrays.keys[slot] = features[i];
    arrays.rows[slot] = rows[i];
  }
  return arrays;
}

}  // namespace isnad::extraction
