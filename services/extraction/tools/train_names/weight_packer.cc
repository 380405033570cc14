#include "services/extraction/tools/train_names/weight_packer.h"

#include <algorithm>
#include <cmath>

namespace isnad::extraction {
namespace {

constexpr float kHeaviest = 127;     // root
constexpr float kLightest = 0.25f;   // would round to 0
constexpr double kFilled = 0.5;      // share of a bucket, so that few features find theirs full
constexpr double kClipped = 0.0001;  // share of the weights that may exceed what eight bits hold

float Heaviest(const FeatureWeights& weights) {
  float most = 0;
  for (int label = 1; label < kNameLabels; ++label) {
    most = std::max(most, std::fabs(weights.of[label]));
  }
  return most;
}

}  // namespace

PackedWeights PackWeights(LinearWeights weights, const std::vector<uint64_t>& keys,
                          size_t most_bytes) {
  weights.LeanOnOutside();
  std::vector<std::pair<float, uint32_t>> order;  // heaviest first
  for (uint32_t i = 0; i < keys.size(); ++i) {
    const float heaviest = Heaviest(weights.features[i]);
    if (heaviest > 0) order.emplace_back(-heaviest, i);
  }
  std::sort(order.begin(), order.end());
  PackedWeights packed;
  const float largest = -order[static_cast<size_t>(order.size() * kClipped)].first;
  packed.scale = kHeaviest * kHeaviest / largest;
  const auto lightest = std::find_if(order.begin(), order.end(), [&](const auto& feature) {
    return -feature.first * packed.scale < kLightest;
  });
  order.erase(lightest, order.end());
  const size_t wanted = static_cast<size_t>(order.size() / (kBucketFeatures * kFilled)) + 1;
  packed.buckets.assign(std::min(wanted, most_bytes / sizeof(NameWeightBucket)),
                        NameWeightBucket{});
  for (const auto& [weight, feature] : order) {
    NameWeightBucket& bucket =
        packed.buckets[NameWeightTable::BucketOf(keys[feature], packed.buckets.size())];
    const uint16_t tag = NameWeightTable::TagOf(keys[feature]);
    int place = 0;
    while (place < kBucketFeatures && bucket.tags[place] != 0 && bucket.tags[place] != tag) ++place;
    if (place == kBucketFeatures || bucket.tags[place] == tag) {
      ++packed.dropped;
      continue;
    }
    bucket.tags[place] = tag;
    for (int label = 1; label < kNameLabels; ++label) {
      const float value = weights.features[feature].of[label] * packed.scale;
      const float root = std::min(kHeaviest, std::round(std::sqrt(std::fabs(value))));
      bucket.roots[place][label - 1] = static_cast<int8_t>(value < 0 ? -root : root);
    }
    ++packed.kept;
  }
  for (int before = 0; before <= kNameLabels; ++before) {
    for (int label = 0; label < kNameLabels; ++label) {
      packed.transitions[before][label] =
          static_cast<int32_t>(std::lround(weights.transitions[before][label] * packed.scale));
    }
  }
  return packed;
}

}  // namespace isnad::extraction
