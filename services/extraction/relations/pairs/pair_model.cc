#include "services/extraction/relations/pairs/pair_model.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace isnad::extraction {
namespace {

constexpr char kTypes[] = "pairs/types";    // a line a type
constexpr char kKeys[] = "pairs/keys";      // uint32_t[], ascending
constexpr char kRows[] = "pairs/rows";      // int8_t[], kHiddenUnits a key
constexpr char kSteps[] = "pairs/steps";    // float[], a figure a hidden unit
constexpr char kHeads[] = "pairs/heads";    // float[], kHiddenUnits a type
constexpr char kBiases[] = "pairs/biases";  // float[], a figure a type

constexpr float kMostSteps = 127;
// So many rows of a byte a unit always fit into PairUnits.
constexpr size_t kMostKeys = 250;

}  // namespace

PairModel::PairModel(ModelFile file, std::vector<std::string> types,
                     absl::Span<const uint32_t> keys, absl::Span<const int8_t> rows,
                     absl::Span<const float> steps, absl::Span<const float> heads,
                     absl::Span<const float> biases)
    : file_(std::move(file)),
      types_(std::move(types)),
      keys_(keys),
      rows_(rows),
      steps_(steps),
      heads_(heads),
      biases_(biases) {
  size_t slots = 1;
  while (slots < 2 * keys_.size()) slots *= 2;
  places_.resize(slots);
  for (size_t i = 0; i < keys_.size(); ++i) {
    size_t slot = SlotOf(keys_[i]);
    while (places_[slot] != 0) slot = (slot + 1) & (slots - 1);
    places_[slot] = static_cast<uint32_t>(i + 1);
  }
}

absl::StatusOr<PairModel> PairModel::Create(const ModelSet& models) {
  const auto file = models.Find(kPairModel);
  if (!file.ok()) return file.status();
  return Of(*file);
}

absl::StatusOr<PairModel> PairModel::Of(const ModelFile& model) {
  const auto types = model.Bytes(kTypes);
  if (!types.ok()) return types.status();
  const auto keys = model.Array<uint32_t>(kKeys);
  if (!keys.ok()) return keys.status();
  const auto rows = model.Array<int8_t>(kRows);
  if (!rows.ok()) return rows.status();
  const auto steps = model.Array<float>(kSteps);
  if (!steps.ok()) return steps.status();
  const auto heads = model.Array<float>(kHeads);
  if (!heads.ok()) return heads.status();
  const auto biases = model.Array<float>(kBiases);
  if (!biases.ok()) return biases.status();
  std::vector<std::string> names = absl::StrSplit(*types, '\n', absl::SkipEmpty());
  const bool ascending =
      std::adjacent_find(keys->begin(), keys->end(), std::greater_equal<uint32_t>()) == keys->end();
  if (names.empty() || names.size() != biases->size() || steps->size() != kHiddenUnits ||
      heads->size() != names.size() * kHiddenUnits || rows->size() != keys->size() * kHiddenUnits ||
      !ascending) {
    return absl::DataLossError("pairs.model: its sections do not fit each other");
  }
  return PairModel(model, std::move(names), *keys, *rows, *steps, *heads, *biases);
}

const int8_t* PairModel::RowOf(uint32_t key) const {
  for (size_t slot = SlotOf(key); places_[slot] != 0; slot = (slot + 1) & (places_.size() - 1)) {
    const size_t place = places_[slot] - 1;
    if (keys_[place] == key) return rows_.data() + place * kHiddenUnits;
  }
  return nullptr;
}

PairUnits PairModel::UnitsOf(const std::vector<uint32_t>& keys) const {
  PairUnits units = {};
  const size_t count = std::min(keys.size(), kMostKeys);
  for (size_t i = 0; i < count; ++i) {
    const int8_t* const row = RowOf(keys[i]);
    if (row == nullptr) continue;
    for (size_t u = 0; u < kHiddenUnits; ++u) units[u] = static_cast<int16_t>(units[u] + row[u]);
  }
  return units;
}

PairModel::Activation PairModel::Activated(const PairSum& sum) const {
  Activation active;
  for (size_t u = 0; u < kHiddenUnits; ++u) {
    active[u] = std::max(static_cast<float>(sum[u]) * steps_[u], 0.0F);
  }
  return active;
}

float PairModel::HeadOf(size_t type, const Activation& active) const {
  // Four sums at a time, which a compiler may keep in one register.
  std::array<float, 4> sums = {};
  const float* const head = heads_.data() + type * kHiddenUnits;
  for (size_t u = 0; u < kHiddenUnits; u += sums.size()) {
    for (size_t i = 0; i < sums.size(); ++i) sums[i] += active[u + i] * head[u + i];
  }
  return biases_[type] + ((sums[0] + sums[1]) + (sums[2] + sums[3]));
}

void PairModel::LogOdds(const PairSum& sum, std::vector<float>* log_odds) const {
  const Activation active = Activated(sum);
  log_odds->resize(types_.size());
  for (size_t t = 0; t < types_.size(); ++t) (*log_odds)[t] = HeadOf(t, active);
}

float PairModel::LogOdds(const PairSum& sum, size_t type) const {
  return HeadOf(type, Activated(sum));
}

void AddPairWeights(const PairWeights& weights, ModelWriter* writer) {
  std::vector<float> steps(kHiddenUnits, 1);
  for (size_t u = 0; u < kHiddenUnits; ++u) {
    float most = 0;
    for (size_t i = u; i < weights.rows.size(); i += kHiddenUnits) {
      most = std::max(most, std::abs(weights.rows[i]));
    }
    if (most > 0) steps[u] = most / kMostSteps;
  }
  std::vector<int8_t> rows(weights.rows.size());
  for (size_t i = 0; i < rows.size(); ++i) {
    rows[i] = static_cast<int8_t>(std::lround(weights.rows[i] / steps[i % kHiddenUnits]));
  }
  writer->AddBytes(kTypes, absl::StrJoin(weights.types, "\n"));
  writer->AddArray(kKeys, absl::MakeConstSpan(weights.keys));
  writer->AddArray(kRows, absl::MakeConstSpan(rows));
  writer->AddArray(kSteps, absl::MakeConstSpan(steps));
  writer->AddArray(kHeads, absl::MakeConstSpan(weights.heads));
  writer->AddArray(kBiases, absl::MakeConstSpan(weights.biases));
}

}  // namespace isnad::extraction
