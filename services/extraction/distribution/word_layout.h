// The sections of words.model, shared by the program that trains it and the class that reads it.

#ifndef ISNAD_SERVICES_EXTRACTION_DISTRIBUTION_WORD_LAYOUT_H_
#define ISNAD_SERVICES_EXTRACTION_DISTRIBUTION_WORD_LAYOUT_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace isnad::extraction::word_layout {

// Entries sorted by the word's key, and for each value of the key's top bits the index of its first
// entry, with one element more that ends the last bucket.
constexpr absl::string_view kEntries = "words/entries";  // Entry[]
constexpr absl::string_view kBuckets = "words/buckets";  // uint32_t[kBucketCount + 1]
// Leaves of the Brown tree, by class.
constexpr absl::string_view kPaths = "words/paths";  // Path[]

constexpr int kBucketBits = 16;
constexpr int kBucketCount = 1 << kBucketBits;

inline uint32_t BucketOf(uint64_t key) { return static_cast<uint32_t>(key >> (64 - kBucketBits)); }
inline uint32_t FingerprintOf(uint64_t key) { return static_cast<uint32_t>(key); }

// Shares and ratios, four bits each, in this order.
enum Share {
  kWithArticle,
  kWithPronoun,
  kWithConjunction,
  kWithPreposition,
  kAfterPersonTitle,
  kAfterSpeechVerb,
  kAfterPersonName,
  kAfterPlaceWord,
  kAfterLocative,
  kAfterOrganizationWord,
  kAfterProductWord,
  kBeforeSpeechVerb,
  kStartsSentence,
  kBeforeBracket,
  kInPersonTitle,
  kInPlaceTitle,
  kInOrganizationTitle,
  kInProductTitle,
  kInTitle,
  kBeforePersonName,
  kShareCount
};

struct Entry {
  uint32_t fingerprint;  // ascending inside a bucket
  uint16_t fine_cluster;
  uint16_t path;  // index into kPaths
  uint8_t coarse_cluster;
  uint8_t frequency;
  uint8_t shares[kShareCount / 2];  // low nibble first
};
static_assert(sizeof(Entry) == 20, "no padding of the compiler's own");

struct Path {
  uint32_t bits;  // the first turn in the highest of `length` bits
  uint32_t length;
};

}  // namespace isnad::extraction::word_layout

#endif  // ISNAD_SERVICES_EXTRACTION_DISTRIBUTION_WORD_LAYOUT_H_
