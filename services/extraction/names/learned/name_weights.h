// The weights of the learned tagger: ten small integers for each feature.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_NAME_WEIGHTS_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_NAME_WEIGHTS_H_

#include <array>
#include <cstdint>

#include "absl/types/span.h"
#include "services/extraction/names/learned/name_label.h"

namespace isnad::extraction {

// Weights of the labels other than outside, whose weight is always 0.
constexpr int kWeightedLabels = kNameLabels - 1;
constexpr int kBucketFeatures = 5;

// One cache line. A weight is stored as the root of its size, so that the many light ones stay
// apart while the few heavy ones still fit into eight bits. Features that found no place in their
// bucket were left out when the model was made, the lightest first.
struct alignas(64) NameWeightBucket {
  uint16_t tags[kBucketFeatures];  // 0: free
  int8_t roots[kBucketFeatures][kWeightedLabels];
  uint8_t unused[4];
};
static_assert(sizeof(NameWeightBucket) == 64, "a bucket is a cache line");

using LabelScores = std::array<int32_t, kWeightedLabels>;

// View of a table; the memory belongs to the model. Thread-safe.
class NameWeightTable {
 public:
  NameWeightTable() = default;
  explicit NameWeightTable(absl::Span<const NameWeightBucket> buckets) : buckets_(buckets) {}

  bool empty() const { return buckets_.empty(); }

  void Prefetch(uint64_t key) const {
    __builtin_prefetch(&buckets_[BucketOf(key, buckets_.size())]);
  }

  // Adds the weights of a feature; nothing when it has none.
  void Add(uint64_t key, LabelScores* scores) const {
    const NameWeightBucket& bucket = buckets_[BucketOf(key, buckets_.size())];
    const uint16_t tag = TagOf(key);
    for (int i = 0; i < kBucketFeatures; ++i) {
      if (bucket.tags[i] != tag) continue;
      for (int label = 0; label < kWeightedLabels; ++label) {
        const int16_t root = bucket.roots[i][label];
        (*scores)[label] += static_cast<int16_t>(root * (root < 0 ? -root : root));
      }
      return;
    }
  }

  static size_t BucketOf(uint64_t key, size_t buckets) {
    return static_cast<size_t>((key >> 32) * buckets >> 32);
  }
  static uint16_t TagOf(uint64_t key) { return static_cast<uint16_t>(key) | 1; }

 private:
  absl::Span<const NameWeightBucket> buckets_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_NAME_WEIGHTS_H_
