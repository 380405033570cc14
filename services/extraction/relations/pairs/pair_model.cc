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

constexpr char kTypes[] = "pairs/types";  // a line a type
constexpr char kKeys[] = "pairs/keys";    // uint32_t[], ascending
constexpr char kRows[] = "pairs/rows";    // int8_t[], kMostPairTypes a key
constexpr char kSteps[] = "pairs/steps";  // float[], a figure a type

constexpr float kMostUnits = 127;

}  // namespace

PairModel::PairModel(ModelFile file, std::vector<std::string> types,
                     absl::Span<const uint32_t> keys, absl::Span<const int8_t> rows,
                     absl::Span<const float> steps)
    : file_(std::move(file)), types_(std::move(types)), keys_(keys), rows_(rows), steps_(steps) {
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
  std::vector<std::string> names = absl::StrSplit(*types, '\n', absl::SkipEmpty());
  const bool ascending =
      std::adjacent_find(keys->begin(), keys->end(), std::greater_equal<uint32_t>()) == keys->end();
  if (names.empty() || names.size() > kMostPairTypes || names.size() != steps->size() ||
      rows->size() != keys->size() * kMostPairTypes || !ascending) {
    return absl::DataLossError("pairs.model: its sections do not fit each other");
  }
  return PairModel(model, std::move(names), *keys, *rows, *steps);
}

const int8_t* PairModel::RowOf(uint32_t key) const {
  for (size_t slot = SlotOf(key); places_[slot] != 0; slot = (slot + 1) & (places_.size() - 1)) {
    const size_t place = places_[slot] - 1;
    if (keys_[place] == key) return rows_.data() + place * kMostPairTypes;
  }
  return nullptr;
}

void PairModel::AddUnits(const std::vector<uint32_t>& keys, PairUnits* units) const {
  for (const uint32_t key : keys) {
    const int8_t* const row = RowOf(key);
    if (row == nullptr) continue;
    for (size_t t = 0; t < kMostPairTypes; ++t) (*units)[t] += row[t];
  }
}

void AddPairWeights(const PairWeights& weights, ModelWriter* writer) {
  const size_t count = weights.types.size();
  std::vector<float> steps(count, 1);
  for (size_t t = 0; t < count; ++t) {
    float most = 0;
    for (size_t i = t; i < weights.rows.size(); i += count) {
      most = std::max(most, std::abs(weights.rows[i]));
    }
    if (most > 0) steps[t] = most / kMostUnits;
  }
  std::vector<uint32_t> keys;
  std::vector<int8_t> rows;
  std::array<int8_t, kMostPairTypes> row = {};
  for (size_t k = 0; k < weights.keys.size(); ++k) {
    for (size_t t = 0; t < count; ++t) {
      row[t] = static_cast<int8_t>(std::lround(weights.rows[k * count + t] / steps[t]));
    }
    if (std::all_of(row.begin(), row.end(), [](int8_t units) { return units == 0; })) continue;
    keys.push_back(weights.keys[k]);
    rows.insert(rows.end(), row.begin(), row.end());
  }
  writer->AddBytes(kTypes, absl::StrJoin(weights.types, "\n"));
  writer->AddArray(kKeys, absl::MakeConstSpan(keys));
  writer->AddArray(kRows, absl::MakeConstSpan(rows));
  writer->AddArray(kSteps, absl::MakeConstSpan(steps));
}

}  // namespace isnad::extraction
