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
constexpr char kRows[] = "pairs/rows";    // int8_t[], a row a key
constexpr char kSteps[] = "pairs/steps";  // float[], a figure a type

constexpr int kBucketBits = 12;
constexpr float kMostUnits = 127;

uint32_t BucketOf(uint32_t key) { return key >> (32 - kBucketBits); }

}  // namespace

PairModel::PairModel(ModelFile file, std::vector<std::string> types,
                     absl::Span<const uint32_t> keys, absl::Span<const int8_t> rows,
                     absl::Span<const float> steps)
    : file_(std::move(file)),
      types_(std::move(types)),
      keys_(keys),
      rows_(rows),
      steps_(steps),
      buckets_((size_t{1} << kBucketBits) + 1) {
  for (const uint32_t key : keys_) ++buckets_[BucketOf(key) + 1];
  for (size_t i = 1; i < buckets_.size(); ++i) buckets_[i] += buckets_[i - 1];
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
  if (names.size() != steps->size() || rows->size() != keys->size() * names.size() || !ascending) {
    return absl::DataLossError("pairs.model: its sections do not fit each other");
  }
  return PairModel(model, std::move(names), *keys, *rows, *steps);
}

const int8_t* PairModel::RowOf(uint32_t key) const {
  const uint32_t* const first = keys_.data() + buckets_[BucketOf(key)];
  const uint32_t* const last = keys_.data() + buckets_[BucketOf(key) + 1];
  const uint32_t* const found = std::lower_bound(first, last, key);
  if (found == last || *found != key) return nullptr;
  return rows_.data() + (found - keys_.data()) * types_.size();
}

void PairModel::AddUnits(const std::vector<uint32_t>& keys, std::vector<int>* units) const {
  const size_t count = types_.size();
  for (const uint32_t key : keys) {
    const int8_t* const row = RowOf(key);
    if (row == nullptr) continue;
    for (size_t t = 0; t < count; ++t) (*units)[t] += row[t];
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
  std::vector<int8_t> row(count);
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
