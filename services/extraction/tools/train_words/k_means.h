// Clusters of vectors that point the same way.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_K_MEANS_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_K_MEANS_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"

namespace isnad::extraction {

struct KMeansOptions {
  int clusters = 600;
  int iterations = 15;  // at most
  // The first so many vectors shape the clusters; the others, less well known, only join them.
  int shaping = 0;
  uint64_t seed = 1;
};

// Cluster of each vector of kVectorSize numbers (see lanes.h). Spherical k-means (Dhillon and Modha
// 2001) with the starting points of k-means++ (Arthur and Vassilvitskii 2007). With fewer shaping
// vectors than clusters, each of those is a cluster.
std::vector<uint16_t> ClusterVectors(absl::Span<const float> vectors, const KMeansOptions& options);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_K_MEANS_H_
