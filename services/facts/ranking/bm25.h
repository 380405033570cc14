// BM25 (Robertson and Zaragoza 2009), as engines find passages with it and the domain ranks them.

#ifndef ISNAD_SERVICES_FACTS_RANKING_BM25_H_
#define ISNAD_SERVICES_FACTS_RANKING_BM25_H_

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace isnad::facts {

constexpr double kBm25Saturation = 1.2;        // k1
constexpr double kBm25LengthInfluence = 0.75;  // b

// What a term is worth that `holders` of `total` passages hold.
inline double InverseFrequency(int64_t holders, int64_t total) {
  const auto frequency = static_cast<double>(holders);
  const double all = std::max(static_cast<double>(total), frequency);
  return std::log1p((all - frequency + 0.5) / (frequency + 0.5));
}

// What the length of a passage, in stem terms, takes from each of its terms.
inline double LengthNorm(double length, double mean_length) {
  const double relative = length / std::max(mean_length, 1.0);
  return kBm25Saturation * (1 - kBm25LengthInfluence + kBm25LengthInfluence * relative);
}

// What a term adds that stands `count` times in a passage, before its weight and worth.
inline double TermGain(double count, double length_norm) {
  return count * (kBm25Saturation + 1) / (count + length_norm);
}

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_RANKING_BM25_H_
