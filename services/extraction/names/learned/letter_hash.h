// Hashes of letters and of features. Part of the model format: a change makes every trained model
// useless.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_LETTER_HASH_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_LETTER_HASH_H_

#include <cstdint>
#include <cstring>

#include "absl/strings/string_view.h"

namespace isnad::extraction {

constexpr uint64_t MixBits(uint64_t x) {
  x ^= x >> 32;
  x *= 0xD6E8FEB86659FD93u;
  x ^= x >> 29;
  return x;
}

// Of the bytes alone; never 0. Little-endian machines only, as the model files.
inline uint64_t LetterHash(absl::string_view letters) {
  uint64_t hash = 0x9E3779B97F4A7C15u + letters.size();
  const char* data = letters.data();
  size_t left = letters.size();
  for (; left >= 8; left -= 8, data += 8) {
    uint64_t chunk;
    std::memcpy(&chunk, data, 8);
    hash = MixBits(hash ^ chunk) * 0x9FB21C651E98DF25u;
  }
  if (left > 0) {
    uint64_t chunk = 0;
    std::memcpy(&chunk, data, left);
    hash = MixBits(hash ^ chunk) * 0x9FB21C651E98DF25u;
  }
  hash ^= hash >> 31;
  return hash == 0 ? 1 : hash;
}

// Key of a feature: which template, and what it saw.
constexpr uint64_t FeatureKey(uint32_t what, uint64_t seen) {
  return MixBits(seen + what * 0xA24BAED4963EE407u);
}

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_LETTER_HASH_H_
