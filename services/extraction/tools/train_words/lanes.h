// Dense vectors of fixed length, four numbers at a time.
//
// The lanes are a compiler extension of GCC and Clang that fits the baseline of every 64-bit
// machine. Sums are always taken in the same order, so that results do not depend on what the
// optimiser makes of them.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_LANES_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_LANES_H_

namespace isnad::extraction {

using Lanes = float __attribute__((vector_size(16), aligned(4), may_alias));

// Length of word vectors.
constexpr int kVectorSize = 64;
constexpr int kLanes = 4;

inline float Dot(const float* a, const float* b) {
  const Lanes* const x = reinterpret_cast<const Lanes*>(a);
  const Lanes* const y = reinterpret_cast<const Lanes*>(b);
  Lanes even = x[0] * y[0];
  Lanes odd = x[1] * y[1];
  for (int i = 2; i < kVectorSize / kLanes; i += 2) {
    even += x[i] * y[i];
    odd += x[i + 1] * y[i + 1];
  }
  const Lanes sum = even + odd;
  return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

// to += scale * from
inline void AddScaled(float scale, const float* from, float* to) {
  const Lanes* const x = reinterpret_cast<const Lanes*>(from);
  Lanes* const y = reinterpret_cast<Lanes*>(to);
  const Lanes factor = {scale, scale, scale, scale};
  for (int i = 0; i < kVectorSize / kLanes; ++i) y[i] += factor * x[i];
}

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_LANES_H_
