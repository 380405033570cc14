#include "services/extraction/tools/train_letter_costs/letter_aligner.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"

namespace isnad::extraction {
namespace {

using matching::kLetterBits;
using matching::kLongestGroup;
using matching::kWordBegin;
using matching::kWordEnd;

constexpr double kSmallestShare = 1e-4;
constexpr double kUnderflow = 1e-290;
constexpr double kLoneLetterFloor = 2e-6;
constexpr double kDoubtfulWeight = 0.1;
constexpr int kMostLettersOfStep = 5;

constexpr size_t kPlaces = matching::kGroups;

// Both groups of a step in one number.
using StepKey = uint64_t;

StepKey KeyOf(absl::string_view left, absl::string_view right) {
  return static_cast<StepKey>(matching::PackGroup(left)) << 20 | matching::PackGroup(right);
}

std::string Unpack(uint64_t packed) {
  std::string letters;
  for (; packed != 0; packed >>= kLetterBits) letters.insert(letters.begin(), packed & 31);
  return letters;
}

absl::string_view WithoutEnds(absl::string_view group) {
  if (!group.empty() && group.front() == kWordBegin) group.remove_prefix(1);
  if (!group.empty() && group.back() == kWordEnd) group.remove_suffix(1);
  return group;
}

bool IsStep(absl::string_view left, absl::string_view right,
            const std::vector<std::string>& right_digraphs) {
  const size_t letters = left.size() + right.size();
  if (letters == 0 || letters > kMostLettersOfStep) return false;
  if ((left.empty() || right.empty()) && letters > 1) return false;
  for (char end : {kWordBegin, kWordEnd}) {
    if ((left.find(end) != left.npos) != (right.find(end) != right.npos)) return false;
  }
  const absl::string_view inner_right = WithoutEnds(right);
  return WithoutEnds(left).size() <= 1 || inner_right.size() <= 1 ||
         std::find(right_digraphs.begin(), right_digraphs.end(), inner_right) !=
             right_digraphs.end();
}

struct Arc {
  int from;
  int to;
  StepKey key;
  size_t size;
  bool identity;
};

class Aligner {
 public:
  explicit Aligner(const AlignerOptions& options) : options_(options) {}

  void Iterate(const std::vector<SpellingPair>& pairs, int iteration) {
    counts_.assign(keys_.size(), 0);
    left_places_.assign(kPlaces, 0);
    right_places_.assign(kPlaces, 0);
    for (const SpellingPair& pair : pairs) Count(pair, iteration);
    for (const LearnedStep& step : options_.prior) {
      const double count = step.count * options_.prior_weight;
      counts_[IndexOf(KeyOf(step.left, step.right))] += count;
      left_places_[matching::PackGroup(step.left)] += count;
      right_places_[matching::PackGroup(step.right)] += count;
    }
    Maximise();
  }

  std::vector<LearnedStep> Steps() const {
    std::vector<LearnedStep> steps;
    for (size_t i = 0; i < keys_.size(); ++i) {
      if (probabilities_[i] <= 0) continue;
      const double count = counts_[i];
      steps.push_back({Unpack(keys_[i] >> 20), Unpack(keys_[i] & 0xFFFFF), count,
                       std::min(1.0, count / left_places_[keys_[i] >> 20]),
                       std::min(1.0, count / right_places_[keys_[i] & 0xFFFFF])});
    }
    std::sort(steps.begin(), steps.end(), [](const LearnedStep& a, const LearnedStep& b) {
      return std::tie(a.left, a.right) < std::tie(b.left, b.right);
    });
    return steps;
  }

 private:
  size_t IndexOf(StepKey key) {
    const auto inserted = index_.try_emplace(key, keys_.size());
    if (inserted.second) {
      keys_.push_back(key);
      counts_.push_back(0);
    }
    return inserted.first->second;
  }

  double ProbabilityOf(const Arc& arc, int iteration) const {
    if (iteration == 0) {
      const double uneven =
          std::abs(static_cast<int>(arc.size >> 4) - static_cast<int>(arc.size & 15));
      const double letters = static_cast<double>((arc.size >> 4) + (arc.size & 15));
      return std::exp(-letters - 3 * uneven) * (arc.identity ? options_.identity_bonus : 1);
    }
    const auto known = index_.find(arc.key);
    const double probability = known == index_.end() || known->second >= probabilities_.size()
                                   ? 0
                                   : probabilities_[known->second];
    const bool lone = (arc.size >> 4) + (arc.size & 15) == 1;
    return lone ? std::max(probability, kLoneLetterFloor) : probability;
  }

  void CollectArcs(absl::string_view left, absl::string_view right) {
    arcs_.clear();
    const int columns = static_cast<int>(right.size()) + 1;
    for (size_t i = 0; i <= left.size(); ++i) {
      for (size_t j = 0; j <= right.size(); ++j) {
        for (size_t n = 0; n <= kLongestGroup && i + n <= left.size(); ++n) {
          for (size_t m = 0; m <= kLongestGroup && j + m <= right.size(); ++m) {
            const absl::string_view from = left.substr(i, n);
            const absl::string_view to = right.substr(j, m);
            if (!IsStep(from, to, options_.right_digraphs)) continue;
            arcs_.push_back({static_cast<int>(i * columns + j),
                             static_cast<int>((i + n) * columns + j + m), KeyOf(from, to),
                             n << 4 | m, from == to});
          }
        }
      }
    }
  }

  // Adds the expected uses of every step in the pair to the counts.
  void Count(const SpellingPair& pair, int iteration) {
    const std::string left =
        absl::StrCat(std::string(1, kWordBegin), pair.left, std::string(1, kWordEnd));
    const std::string right =
        absl::StrCat(std::string(1, kWordBegin), pair.right, std::string(1, kWordEnd));
    CollectArcs(left, right);
    const size_t cells = (left.size() + 1) * (right.size() + 1);
    forward_.assign(cells, 0);
    backward_.assign(cells, 0);
    weights_.resize(arcs_.size());
    forward_[0] = 1;
    for (size_t a = 0; a < arcs_.size(); ++a) {
      weights_[a] = ProbabilityOf(arcs_[a], iteration);
      forward_[arcs_[a].to] += forward_[arcs_[a].from] * weights_[a];
    }
    const double total = forward_.back();
    if (total <= kUnderflow) return;
    backward_.back() = 1;
    for (size_t a = arcs_.size(); a-- > 0;) {
      backward_[arcs_[a].from] += backward_[arcs_[a].to] * weights_[a];
    }
    const double per_letter = std::log(total) / static_cast<double>(left.size() + right.size());
    const bool doubtful = iteration >= 2 && per_letter < options_.doubtful_per_letter;
    const double weight = pair.weight * (doubtful ? kDoubtfulWeight : 1);
    CountPlaces(left, weight, &left_places_);
    CountPlaces(right, weight, &right_places_);
    for (size_t a = 0; a < arcs_.size(); ++a) {
      const double share = forward_[arcs_[a].from] * weights_[a] * backward_[arcs_[a].to] / total;
      if (share > kSmallestShare) counts_[IndexOf(arcs_[a].key)] += share * weight;
    }
  }

  // Every group in the word is a place; the empty one has a place at every letter.
  static void CountPlaces(absl::string_view word, double weight, std::vector<double>* places) {
    for (size_t i = 0; i < word.size(); ++i) {
      (*places)[0] += weight;
      for (size_t n = 1; n <= kLongestGroup && i + n <= word.size(); ++n) {
        (*places)[matching::PackGroup(word.substr(i, n))] += weight;
      }
    }
  }

  void Maximise() {
    double total = 0;
    probabilities_.assign(keys_.size(), 0);
    for (size_t i = 0; i < keys_.size(); ++i) {
      const int letters =
          static_cast<int>(Unpack(keys_[i] >> 20).size() + Unpack(keys_[i] & 0xFFFFF).size());
      const double count = counts_[i] - options_.discount * std::max(0, letters - 2);
      if (count <= options_.least_count) continue;
      probabilities_[i] = count;
      total += count;
    }
    for (double& probability : probabilities_) probability /= total;
  }

  const AlignerOptions& options_;
  absl::flat_hash_map<StepKey, size_t> index_;
  std::vector<StepKey> keys_;  // in the order of first use, which does not depend on hashing
  std::vector<double> counts_;
  std::vector<double> probabilities_;
  std::vector<double> left_places_;
  std::vector<double> right_places_;
  std::vector<Arc> arcs_;
  std::vector<double> weights_;
  std::vector<double> forward_;
  std::vector<double> backward_;
};

}  // namespace

std::vector<LearnedStep> LearnSteps(const std::vector<SpellingPair>& pairs,
                                    const AlignerOptions& options) {
  Aligner aligner(options);
  for (int i = 0; i < options.iterations; ++i) aligner.Iterate(pairs, i);
  return aligner.Steps();
}

}  // namespace isnad::extraction
