// What lists and the tagger's own reading of raw text say of a word, packed into 64 bits. Learned
// by tools/train_names; how words behave in raw text otherwise is WordDistribution's.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_NAME_FACTS_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_NAME_FACTS_H_

#include <cstddef>
#include <cstdint>

#include "absl/types/span.h"

namespace isnad::extraction {

// A run of bits in the packed facts.
struct FactField {
  int shift;
  int bits;

  constexpr uint64_t Mask() const { return ((uint64_t{1} << bits) - 1) << shift; }
  constexpr uint64_t Get(uint64_t facts) const {
    return facts >> shift & ((uint64_t{1} << bits) - 1);
  }
  constexpr uint64_t Put(uint64_t facts, uint64_t value) const {
    return (facts & ~Mask()) | value << shift;
  }
};

// Lists: single bits, except the first.
constexpr FactField kPersonTokens{0, 2};  // in lists of people's names: rare, some, often
constexpr FactField kTransliterated{2, 1};
constexpr FactField kProperPerson{3, 1};
constexpr FactField kProperThing{4, 1};
constexpr FactField kAdjective{5, 1};
constexpr FactField kVerb{6, 1};
constexpr FactField kClosedClass{7, 1};
constexpr FactField kPlainWord{8, 1};  // in the spelling dictionary
constexpr FactField kOwnPerson{9, 1};  // in names of our own gazetteers
constexpr FactField kOwnPlace{10, 1};
constexpr FactField kOwnOrganization{11, 1};
constexpr FactField kOwnProduct{12, 1};
constexpr FactField kGivenName{13, 1};
constexpr FactField kRoleTitle{14, 1};
constexpr FactField kCueNoun{15, 1};
constexpr FactField kDemonym{16, 1};
constexpr FactField kAllLists{0, 17};

// Names of several words, by the hash of the whole; and their first words.
constexpr FactField kOpensPhrase{17, 1};
constexpr FactField kPhraseKinds{18, 5};  // one bit for each NameKind

// Self-training: share of each kind among the readings of the word in raw text, their number, and
// how often it continued a name.
constexpr FactField kReadKind[] = {{23, 2}, {25, 2}, {27, 2}, {29, 2}, {31, 2}};
constexpr FactField kReadInside{33, 2};
constexpr FactField kReadCount{35, 3};

// An open hash table in buckets of one cache line. A key that is not there finds nothing but for
// one in about 100 million.
struct alignas(64) FactBucket {
  uint32_t tags[5];  // 0: free
  uint32_t unused;
  uint64_t facts[5];
};
static_assert(sizeof(FactBucket) == 64, "a bucket is a cache line");

// View of a table; the memory belongs to the model. Thread-safe.
class NameFactTable {
 public:
  NameFactTable() = default;
  explicit NameFactTable(absl::Span<const FactBucket> buckets) : buckets_(buckets) {}

  // 0 when nothing is known.
  uint64_t Find(uint64_t hash) const {
    if (buckets_.empty()) return 0;
    const FactBucket& bucket = buckets_[BucketOf(hash, buckets_.size())];
    const uint32_t tag = TagOf(hash);
    for (int i = 0; i < 5; ++i) {
      if (bucket.tags[i] == tag) return bucket.facts[i];
    }
    return 0;
  }

  void Prefetch(uint64_t hash) const {
    if (!buckets_.empty()) __builtin_prefetch(&buckets_[BucketOf(hash, buckets_.size())]);
  }

  static size_t BucketOf(uint64_t hash, size_t buckets) {
    return static_cast<size_t>((hash >> 32) * buckets >> 32);
  }
  static uint32_t TagOf(uint64_t hash) { return static_cast<uint32_t>(hash) | 1; }

 private:
  absl::Span<const FactBucket> buckets_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_NAME_FACTS_H_
