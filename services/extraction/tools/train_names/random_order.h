// Random numbers that are the same on every machine.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_RANDOM_ORDER_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_RANDOM_ORDER_H_

#include <cstdint>
#include <utility>
#include <vector>

namespace isnad::extraction {

// Splitmix64 (Steele et al. 2014).
class RandomOrder {
 public:
  explicit RandomOrder(uint64_t seed) : state_(seed) {}

  uint64_t Next() {
    uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
  }

  // In [0, 1).
  double Share() { return static_cast<double>(Next() >> 11) * 0x1p-53; }

  void Shuffle(std::vector<int>* items) {
    for (size_t i = items->size(); i > 1; --i) std::swap((*items)[i - 1], (*items)[Next() % i]);
  }

 private:
  uint64_t state_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_RANDOM_ORDER_H_
