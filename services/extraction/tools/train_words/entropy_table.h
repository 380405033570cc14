// x log2 x for whole numbers, the only function that class likelihoods are made of.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_ENTROPY_TABLE_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_ENTROPY_TABLE_H_

#include <cmath>
#include <cstdint>
#include <vector>

namespace isnad::extraction {

// Answers for small numbers from a table. Immutable, thread-safe.
class EntropyTable {
 public:
  EntropyTable() : values_(kSize) {
    for (int64_t x = 1; x < kSize; ++x) values_[x] = Compute(x);
  }

  // 0 for 0. `x` is not negative.
  double operator()(int64_t x) const { return x < kSize ? values_[x] : Compute(x); }

 private:
  static constexpr int64_t kSize = 1 << 16;

  static double Compute(int64_t x) {
    const auto value = static_cast<double>(x);
    return value * std::log2(value);
  }

  std::vector<double> values_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_ENTROPY_TABLE_H_
