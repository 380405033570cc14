#include "services/extraction/tools/train_names/self_training.h"

namespace isnad::extraction {
namespace {

constexpr uint32_t kFewest = 2;  // readings; fewer say nothing

uint64_t ShareBucket(uint32_t part, uint32_t all) {
  const double share = static_cast<double>(part) / all;
  return share < 0.1 ? 0 : share < 0.35 ? 1 : share < 0.7 ? 2 : 3;
}

uint64_t CountBucket(uint32_t count) {
  return count < 5 ? 1 : count < 20 ? 2 : count < 100 ? 3 : 4;
}

}  // namespace

void ReadingCounts::Add(const NameText& text, const NameReading& reading) {
  for (size_t i = 0; i < text.words.size(); ++i) {
    const NameWord& word = text.words[i];
    if (word.letters < 2 || word.shape / 4 != static_cast<int>(TokenShape::kArabic)) continue;
    WordReadings& counts = words_[word.folded];
    ++counts.all;
    const NameLabel label = reading.labels[i];
    if (label == kOutside) continue;
    ++counts.kinds[static_cast<int>(KindOf(label))];
    counts.inside += IsInside(label) ? 1 : 0;
  }
}

void ReadingCounts::Add(const ReadingCounts& other) {
  for (const auto& [hash, counts] : other.words_) {
    WordReadings& sum = words_[hash];
    for (int kind = 0; kind < kNameKinds; ++kind) sum.kinds[kind] += counts.kinds[kind];
    sum.inside += counts.inside;
    sum.all += counts.all;
  }
}

void ReadingCounts::WriteTo(absl::flat_hash_map<uint64_t, uint64_t>* facts, int taggers) const {
  for (const auto& [hash, counts] : words_) {
    if (counts.all / taggers < kFewest) continue;
    uint64_t packed = kReadCount.Put(0, CountBucket(counts.all / taggers));
    uint64_t any = 0;
    for (int kind = 0; kind < kNameKinds; ++kind) {
      const uint64_t share = ShareBucket(counts.kinds[kind], counts.all);
      any |= share;
      packed = kReadKind[kind].Put(packed, share);
    }
    packed = kReadInside.Put(packed, ShareBucket(counts.inside, counts.all));
    const auto known = facts->find(hash);
    // Words that are never names need no entry of their own.
    if (known != facts->end()) {
      known->second |= packed;
    } else if (any != 0) {
      facts->emplace(hash, packed);
    }
  }
}

}  // namespace isnad::extraction
