#include "services/extraction/tools/train_words/skip_gram.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "services/extraction/tools/train_words/lanes.h"
#include "services/extraction/tools/train_words/random.h"

namespace isnad::extraction {
namespace {

// Entries of the table that negatives are drawn from.
constexpr int kDrawTableSize = 1 << 20;
// Words are drawn by their count to this power.
constexpr double kDrawPower = 0.75;

// The logistic function, from a table; its tails are cut off.
class Logistic {
 public:
  Logistic() {
    for (int i = 0; i < kSteps; ++i) {
      const double x = (2.0 * i / kSteps - 1) * kLimit;
      values_[i] = static_cast<float>(1 / (1 + std::exp(-x)));
    }
  }
  float operator()(float x) const {
    if (x >= kLimit) return 1;
    if (x <= -kLimit) return 0;
    return values_[static_cast<int>((x + kLimit) * (kSteps / (2 * kLimit)))];
  }

 private:
  static constexpr int kSteps = 4096;
  static constexpr float kLimit = 8;
  std::array<float, kSteps> values_;
};

std::vector<int32_t> MakeDrawTable(absl::Span<const int64_t> counts) {
  double total = 0;
  for (const int64_t count : counts) total += std::pow(static_cast<double>(count), kDrawPower);
  std::vector<int32_t> table;
  table.reserve(kDrawTableSize);
  double sum = 0;
  for (size_t word = 0; word < counts.size(); ++word) {
    sum += std::pow(static_cast<double>(counts[word]), kDrawPower);
    const auto end = static_cast<size_t>(sum / total * kDrawTableSize);
    while (table.size() < end) table.push_back(static_cast<int32_t>(word));
  }
  while (table.size() < kDrawTableSize) table.push_back(static_cast<int32_t>(counts.size()) - 1);
  return table;
}

// How likely each word is kept when it comes up.
std::vector<float> MakeKeepChances(absl::Span<const int64_t> counts, float frequent) {
  double total = 0;
  for (const int64_t count : counts) total += static_cast<double>(count);
  std::vector<float> chances;
  for (const int64_t count : counts) {
    const double threshold = frequent * total / std::max<double>(1, static_cast<double>(count));
    chances.push_back(static_cast<float>(std::min(1.0, std::sqrt(threshold) + threshold)));
  }
  return chances;
}

class Trainer {
 public:
  Trainer(absl::Span<const int64_t> counts, const SkipGramOptions& options)
      : options_(options),
        random_(options.seed),
        draw_table_(MakeDrawTable(counts)),
        keep_chances_(MakeKeepChances(counts, options.frequent)),
        inputs_(counts.size() * kVectorSize),
        outputs_(counts.size() * kVectorSize),
        drawn_(options.negatives + 1),
        changes_((options.negatives + 1) * kVectorSize) {
    for (float& value : inputs_) value = (random_.Fraction() - 0.5f) / kVectorSize;
  }

  void ReadSentence(absl::Span<const int32_t> words, float step) {
    kept_.clear();
    for (const int32_t word : words) {
      if (keep_chances_[word] >= 1 || random_.Fraction() < keep_chances_[word]) {
        kept_.push_back(word);
      }
    }
    const int size = static_cast<int>(kept_.size());
    for (int i = 0; i < size; ++i) {
      const int reach = 1 + static_cast<int>(random_.Below(options_.window));
      LearnWindow(i, std::max(0, i - reach), std::min(size, i + reach + 1), step);
    }
  }

  std::vector<float> Finish() && { return std::move(inputs_); }

 private:
  // Teaches the words in [begin, end) to foretell the one at `center`, and not the drawn ones.
  void LearnWindow(int center, int begin, int end, float step) {
    const int count = options_.negatives + 1;
    drawn_[0] = kept_[center];
    for (int k = 1; k < count; ++k) {
      drawn_[k] = draw_table_[random_.Below(kDrawTableSize)];
      // A draw of the right answer is left out.
      if (drawn_[k] == drawn_[0]) drawn_[k] = -1;
    }
    std::fill(changes_.begin(), changes_.end(), 0.0f);
    for (int j = begin; j < end; ++j) {
      if (j == center) continue;
      float* const input = &inputs_[static_cast<size_t>(kept_[j]) * kVectorSize];
      alignas(16) float change[kVectorSize] = {};
      for (int k = 0; k < count; ++k) {
        if (drawn_[k] < 0) continue;
        const float* const output = &outputs_[static_cast<size_t>(drawn_[k]) * kVectorSize];
        const float error = (k == 0 ? 1.0f : 0.0f) - logistic_(Dot(input, output));
        AddScaled(error * step, output, change);
        AddScaled(error * step, input, &changes_[k * kVectorSize]);
      }
      AddScaled(1.0f, change, input);
    }
    for (int k = 0; k < count; ++k) {
      if (drawn_[k] < 0) continue;
      AddScaled(1.0f, &changes_[k * kVectorSize],
                &outputs_[static_cast<size_t>(drawn_[k]) * kVectorSize]);
    }
  }

  const SkipGramOptions options_;
  const Logistic logistic_;
  Random random_;
  const std::vector<int32_t> draw_table_;
  const std::vector<float> keep_chances_;
  std::vector<float> inputs_;
  std::vector<float> outputs_;
  std::vector<int32_t> kept_;
  std::vector<int32_t> drawn_;  // the right answer, then the counter-examples; -1 leaves one out
  std::vector<float> changes_;  // of their output vectors
};

}  // namespace

std::vector<float> TrainSkipGram(absl::Span<const int32_t> stream, absl::Span<const int64_t> counts,
                                 const SkipGramOptions& options) {
  Trainer trainer(counts, options);
  const double total = static_cast<double>(stream.size()) * options.epochs;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    for (size_t begin = 0; begin < stream.size();) {
      size_t end = begin;
      while (end < stream.size() && stream[end] >= 0) ++end;
      const double done = (static_cast<double>(stream.size()) * epoch + begin) / total;
      const auto step = static_cast<float>(options.step * std::max(1e-3, 1 - done));
      trainer.ReadSentence(stream.subspan(begin, end - begin), step);
      begin = end + 1;
    }
  }
  return std::move(trainer).Finish();
}

}  // namespace isnad::extraction
