// Numbers that look random and are the same on every machine.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_RANDOM_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_RANDOM_H_

#include <cstdint>

namespace isnad::extraction {

// The SplitMix64 generator (Steele, Lea and Flood 2014). Not thread-safe.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  uint64_t Next() {
    uint64_t z = state_ += 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }

  // From 0 up to but not including `bound`, which is positive.
  uint32_t Below(uint32_t bound) { return static_cast<uint32_t>((Next() >> 32) * bound >> 32); }

  // From 0 up to but not including 1.
  float Fraction() { return static_cast<float>(Next() >> 40) * (1.0f / (1 << 24)); }

 private:
  uint64_t state_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_RANDOM_H_
