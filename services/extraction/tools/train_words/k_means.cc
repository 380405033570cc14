#include "services/extraction/tools/train_words/k_means.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "services/extraction/tools/train_words/lanes.h"
#include "services/extraction/tools/train_words/random.h"

namespace isnad::extraction {
namespace {

// Scales to length one; a vector of zeros stays.
void Normalize(float* vector) {
  const float length = std::sqrt(Dot(vector, vector));
  if (length <= 0) return;
  for (int i = 0; i < kVectorSize; ++i) vector[i] /= length;
}

class KMeans {
 public:
  KMeans(absl::Span<const float> vectors, const KMeansOptions& options)
      : points_(vectors.begin(), vectors.end()),
        count_(static_cast<int>(vectors.size() / kVectorSize)),
        shaping_(options.shaping > 0 ? std::min(options.shaping, count_) : count_),
        clusters_(std::min(options.clusters, shaping_)),
        random_(options.seed),
        centers_(static_cast<size_t>(clusters_) * kVectorSize),
        assigned_(count_) {
    for (int i = 0; i < count_; ++i) Normalize(Point(i));
  }

  std::vector<uint16_t> Run(int iterations) && {
    if (clusters_ == 0) return std::vector<uint16_t>(count_);
    ChooseCenters();
    for (int i = 0; i < iterations; ++i) {
      const int moved = Assign(0, shaping_);
      if (i > 0 && moved == 0) break;
      MoveCenters();
    }
    Assign(0, count_);
    return std::move(assigned_);
  }

 private:
  float* Point(int i) { return &points_[static_cast<size_t>(i) * kVectorSize]; }
  float* Center(int c) { return &centers_[static_cast<size_t>(c) * kVectorSize]; }

  void SetCenter(int c, int point) {
    std::copy(Point(point), Point(point) + kVectorSize, Center(c));
  }

  // Each next center is a point drawn by its squared distance from the nearest one so far.
  void ChooseCenters() {
    std::vector<float> distance(shaping_, 4.0f);
    int next = static_cast<int>(random_.Below(shaping_));
    for (int c = 0; c < clusters_; ++c) {
      SetCenter(c, next);
      double total = 0;
      for (int i = 0; i < shaping_; ++i) {
        const float d = std::max(0.0f, 2 - 2 * Dot(Point(i), Center(c)));
        distance[i] = std::min(distance[i], d);
        total += distance[i];
      }
      double left = random_.Fraction() * total;
      next = 0;
      while (next + 1 < shaping_ && (left -= distance[next]) >= 0) ++next;
    }
  }

  // Puts the points of [begin, end) to the center of highest cosine; says how many changed.
  int Assign(int begin, int end) {
    int moved = 0;
    for (int i = begin; i < end; ++i) {
      const float* const point = Point(i);
      int best = 0;
      float best_cosine = -2;
      for (int c = 0; c < clusters_; ++c) {
        const float cosine = Dot(point, Center(c));
        if (cosine > best_cosine) {
          best_cosine = cosine;
          best = c;
        }
      }
      moved += assigned_[i] != best;
      assigned_[i] = static_cast<uint16_t>(best);
    }
    return moved;
  }

  void MoveCenters() {
    std::fill(centers_.begin(), centers_.end(), 0.0f);
    std::vector<int> sizes(clusters_);
    for (int i = 0; i < shaping_; ++i) {
      AddScaled(1.0f, Point(i), Center(assigned_[i]));
      ++sizes[assigned_[i]];
    }
    for (int c = 0; c < clusters_; ++c) {
      if (sizes[c] == 0) SetCenter(c, static_cast<int>(random_.Below(shaping_)));
      Normalize(Center(c));
    }
  }

  std::vector<float> points_;
  const int count_;
  const int shaping_;
  const int clusters_;
  Random random_;
  std::vector<float> centers_;
  std::vector<uint16_t> assigned_;
};

}  // namespace

std::vector<uint16_t> ClusterVectors(absl::Span<const float> vectors,
                                     const KMeansOptions& options) {
  return KMeans(vectors, options).Run(options.iterations);
}

}  // namespace isnad::extraction
