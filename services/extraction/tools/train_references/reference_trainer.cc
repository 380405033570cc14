#include "services/extraction/tools/train_references/reference_trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <utility>

#include "absl/strings/str_cat.h"

namespace isnad::extraction {
namespace {

// Blocks of weights: those of all kinds, then those that each kind adds.
constexpr int kBlocks = 1 + kReferenceKinds;
constexpr int kWeights = kBlocks * kAntecedentFeatures;

struct Weight {
  double value = 0;
  double squares = 1e-8;  // sum of squared gradients
  double pull = 0;
  bool used = false;
};

int Place(int block, AntecedentFeature feature) {
  return block * kAntecedentFeatures + static_cast<int>(feature);
}

// std::shuffle may differ between libraries; the shipped model must not.
void Shuffle(std::mt19937* random, std::vector<size_t>* order) {
  for (size_t i = order->size(); i > 1; --i) std::swap((*order)[i - 1], (*order)[(*random)() % i]);
}

class Learner {
 public:
  Learner(const std::vector<JudgedReference>& references, const ReferenceOptions& options)
      : references_(references), options_(options), weights_(kWeights) {
    std::vector<int> counts(kWeights, 0);
    for (const JudgedReference& reference : references) {
      std::vector<bool> seen(kWeights, false);
      const int own = 1 + static_cast<int>(reference.decision.kind);
      for (const AntecedentCandidate& candidate : reference.decision.candidates) {
        for (const auto& [feature, value] : candidate.features) {
          seen[Place(0, feature)] = seen[Place(own, feature)] = true;
        }
      }
      for (int i = 0; i < kWeights; ++i) counts[i] += seen[i] ? 1 : 0;
    }
    for (int i = 0; i < kWeights; ++i) {
      const double prior = i < kAntecedentFeatures ? options.prior : options.own_prior;
      weights_[i].used = counts[i] >= options.least_count;
      weights_[i].pull = prior / static_cast<double>(references.size());
    }
  }

  void Learn() {
    Run();
    // What one kind adds must be worth a line; the rest settles without what is not.
    for (int i = kAntecedentFeatures; i < kWeights; ++i) {
      if (std::abs(weights_[i].value) < options_.least_weight) weights_[i].used = false;
    }
    Run();
  }

  AntecedentWeights Weights() const {
    AntecedentWeights out;
    for (int i = 0; i < kWeights; ++i) {
      if (!weights_[i].used) continue;
      const int block = i / kAntecedentFeatures;
      const char* feature = kAntecedentFeatureNames[i % kAntecedentFeatures];
      const std::string name =
          block == 0 ? feature
                     : absl::StrCat(NameOf(static_cast<ReferenceKind>(block - 1)), "/", feature);
      // Three digits are more than so few references can tell.
      const float rounded = static_cast<float>(std::round(weights_[i].value * 1e3) / 1e3);
      if (rounded != 0) out.emplace_back(name, rounded);
    }
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  void Run() {
    std::vector<size_t> order(references_.size());
    std::iota(order.begin(), order.end(), 0);
    std::mt19937 random(1);
    for (int round = 0; round < options_.rounds; ++round) {
      Shuffle(&random, &order);
      for (const size_t i : order) Step(references_[i]);
    }
  }

  double ScoreOf(const AntecedentCandidate& candidate, int own) const {
    double score = 0;
    for (const auto& [feature, value] : candidate.features) {
      const Weight& shared = weights_[Place(0, feature)];
      const Weight& added = weights_[Place(own, feature)];
      score += value * ((shared.used ? shared.value : 0) + (added.used ? added.value : 0));
    }
    return score;
  }

  void Change(int place, double gradient) {
    Weight& weight = weights_[place];
    if (!weight.used) return;
    gradient -= weight.pull * weight.value;
    weight.squares += gradient * gradient;
    weight.value += options_.rate * gradient / std::sqrt(weight.squares);
  }

  void Step(const JudgedReference& reference) {
    const std::vector<AntecedentCandidate>& candidates = reference.decision.candidates;
    const int own = 1 + static_cast<int>(reference.decision.kind);
    std::vector<double> p;
    double most = -1e9;
    for (const AntecedentCandidate& candidate : candidates) {
      p.push_back(ScoreOf(candidate, own));
      most = std::max(most, p.back());
    }
    double sum = 0, right = 0;
    for (size_t c = 0; c < p.size(); ++c) {
      p[c] = std::exp(p[c] - most);
      sum += p[c];
      if (reference.meant[c]) right += p[c];
    }
    if (right <= 0) return;
    std::vector<double> gradients(kAntecedentFeatures, 0);
    for (size_t c = 0; c < p.size(); ++c) {
      const double error =
          reference.weight * ((reference.meant[c] ? p[c] / right : 0) - p[c] / sum);
      for (const auto& [feature, value] : candidates[c].features) {
        gradients[static_cast<int>(feature)] += error * value;
      }
    }
    for (int f = 0; f < kAntecedentFeatures; ++f) {
      if (gradients[f] == 0) continue;
      Change(f, gradients[f]);
      Change(own * kAntecedentFeatures + f, gradients[f]);
    }
  }

  const std::vector<JudgedReference>& references_;
  const ReferenceOptions& options_;
  std::vector<Weight> weights_;
};

}  // namespace

AntecedentWeights LearnReferences(const std::vector<JudgedReference>& references,
                                  const ReferenceOptions& options) {
  Learner learner(references, options);
  learner.Learn();
  return learner.Weights();
}

}  // namespace isnad::extraction
