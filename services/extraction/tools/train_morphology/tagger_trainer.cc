#include "services/extraction/tools/train_morphology/tagger_trainer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <random>

#include "absl/container/flat_hash_map.h"

namespace isnad::extraction {
namespace {

constexpr int kEpochs = 12;
constexpr uint32_t kSeed = 20261122;
// A feature that was seen less often is noise.
constexpr int kMinFeatureCount = 2;
// Right and wrong tags must differ by this much in training.
constexpr float kMargin = 1;
constexpr long kLargestWeight = 32000;

using Row = std::array<float, kTagCount>;

// Sentences as rows of weights.
struct Indexed {
  std::vector<std::vector<int>> rows;  // per unit
  std::vector<int> borders;            // numbers of the border class pairs before units
  const std::vector<Tag>* tags;
};

class Trainer {
 public:
  explicit Trainer(const std::vector<TagExample>& examples) { Index(examples); }

  TaggerWeights Run() {
    std::vector<int> order(sentences_.size());
    std::iota(order.begin(), order.end(), 0);
    std::mt19937 random(kSeed);
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
      for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
      for (const int index : order) {
        Learn(sentences_[index]);
        step_ += 1;
      }
    }
    return Quantise();
  }

 private:
  // Transitions that hold for all borders, then those of each pair of border classes.
  static constexpr int kSets = 1 + kBorderClassCount * kBorderClassCount;
  static int RowOfSet(int set) { return set * (kTagCount + 1); }

  void Index(const std::vector<TagExample>& examples) {
    absl::flat_hash_map<uint32_t, int> counts;
    std::vector<uint32_t> features;
    for (const TagExample& example : examples) {
      for (int i = 0; i < static_cast<int>(example.units.size()); ++i) {
        FeaturesAt(example, i, &features);
        for (const uint32_t feature : features) ++counts[feature];
      }
    }
    absl::flat_hash_map<uint32_t, int> rows;
    for (const TagExample& example : examples) {
      Indexed sentence;
      sentence.tags = &example.tags;
      for (int i = 0; i < static_cast<int>(example.units.size()); ++i) {
        FeaturesAt(example, i, &features);
        const BorderClass before = i == 0 ? BorderClass::kOther : example.units[i - 1].border;
        sentence.borders.push_back(PosTagger::TransitionOffset(before, example.units[i].border) /
                                   PosTagger::kTransitionsOfPair);
        sentence.rows.emplace_back();
        for (const uint32_t feature : features) {
          if (counts[feature] < kMinFeatureCount) continue;
          const auto inserted = rows.try_emplace(feature, static_cast<int>(numbers_.size()));
          if (inserted.second) numbers_.push_back(feature);
          sentence.rows.back().push_back(inserted.first->second);
        }
      }
      sentences_.push_back(std::move(sentence));
    }
    weights_.assign(numbers_.size(), Row{});
    totals_.assign(numbers_.size(), Row{});
    transitions_.assign(kSets * (kTagCount + 1), Row{});
    transition_totals_.assign(kSets * (kTagCount + 1), Row{});
  }

  static void FeaturesAt(const TagExample& example, int i, std::vector<uint32_t>* features) {
    *features = example.units[i].own;
    const int count = static_cast<int>(example.units.size());
    const auto add = [&](int at, Neighbour place) {
      if (at < 0 || at >= count) return;
      for (const uint32_t feature : example.units[at].seen_by_others) {
        features->push_back(FeatureSeenFrom(feature, place));
      }
    };
    add(i - 1, Neighbour::kPrevious);
    add(i + 1, Neighbour::kNext);
    add(i - 2, Neighbour::kBeforePrevious);
    add(i + 2, Neighbour::kAfterNext);
  }

  // The best wrong-margined sequence under the present weights.
  std::vector<int> Decode(const Indexed& sentence) const {
    const int count = static_cast<int>(sentence.rows.size());
    std::vector<Row> best(count);
    std::vector<std::array<int, kTagCount>> from(count);
    for (int i = 0; i < count; ++i) {
      Row local{};
      for (const int row : sentence.rows[i]) {
        for (int t = 0; t < kTagCount; ++t) local[t] += weights_[row][t];
      }
      for (int t = 0; t < kTagCount; ++t) {
        if (t != static_cast<int>((*sentence.tags)[i])) local[t] += kMargin;
        const Row* const general = transitions_.data();
        const Row* const special = general + RowOfSet(1 + sentence.borders[i]);
        float score = i == 0 ? general[kTagCount][t] + special[kTagCount][t] : -1e30f;
        int source = 0;
        for (int f = 0; i > 0 && f < kTagCount; ++f) {
          const float candidate = best[i - 1][f] + general[f][t] + special[f][t];
          if (candidate > score) {
            score = candidate;
            source = f;
          }
        }
        best[i][t] = score + local[t];
        from[i][t] = source;
      }
    }
    std::vector<int> tags(count);
    int tag = static_cast<int>(std::max_element(best.back().begin(), best.back().end()) -
                               best.back().begin());
    for (int i = count - 1; i >= 0; --i) {
      tags[i] = tag;
      tag = from[i][tag];
    }
    return tags;
  }

  void Learn(const Indexed& sentence) {
    if (sentence.rows.empty()) return;
    const std::vector<int> found = Decode(sentence);
    int gold_before = kTagCount;
    int found_before = kTagCount;
    for (size_t i = 0; i < found.size(); ++i) {
      const int gold = static_cast<int>((*sentence.tags)[i]);
      if (gold != found[i]) {
        for (const int row : sentence.rows[i]) {
          Update(&weights_[row][gold], &totals_[row][gold], 1);
          Update(&weights_[row][found[i]], &totals_[row][found[i]], -1);
        }
      }
      if (gold != found[i] || gold_before != found_before) {
        for (const int set : {0, 1 + sentence.borders[i]}) {
          const int gold_row = RowOfSet(set) + gold_before;
          const int found_row = RowOfSet(set) + found_before;
          Update(&transitions_[gold_row][gold], &transition_totals_[gold_row][gold], 1);
          Update(&transitions_[found_row][found[i]], &transition_totals_[found_row][found[i]], -1);
        }
      }
      gold_before = gold;
      found_before = found[i];
    }
  }

  void Update(float* weight, float* total, float by) {
    *weight += by;
    *total += by * step_;
  }

  TaggerWeights Quantise() const {
    const auto averaged = [this](float weight, float total) {
      return (weight - total / step_) * PosTagger::kUnitWeight;
    };
    TaggerWeights out;
    for (int set = 1; set < kSets; ++set) {
      for (int f = 0; f <= kTagCount; ++f) {
        const int special = RowOfSet(set) + f;
        for (int t = 0; t < kTagCount; ++t) {
          out.transitions.push_back(static_cast<int16_t>(
              std::lround(averaged(transitions_[f][t], transition_totals_[f][t]) +
                          averaged(transitions_[special][t], transition_totals_[special][t]))));
        }
      }
    }
    std::vector<WeightRow> rows(numbers_.size());
    for (size_t i = 0; i < numbers_.size(); ++i) {
      for (int t = 0; t < kTagCount; ++t) {
        const long value = std::lround(averaged(weights_[i][t], totals_[i][t]));
        rows[i].column[t] =
            static_cast<int16_t>(std::clamp(value, -kLargestWeight, kLargestWeight));
      }
    }
    out.weights = WeightArrays::Layout(numbers_, rows);
    return out;
  }

  std::vector<Indexed> sentences_;
  std::vector<uint32_t> numbers_;  // of the features, by row
  std::vector<Row> weights_;
  std::vector<Row> totals_;  // of updates times the step of their making
  std::vector<Row> transitions_;
  std::vector<Row> transition_totals_;
  float step_ = 1;
};

}  // namespace

TaggerWeights TrainTagger(const std::vector<TagExample>& examples) {
  return Trainer(examples).Run();
}

}  // namespace isnad::extraction
