#include <algorithm>

#include "services/extraction/tools/train_names/random_order.h"
#include "services/extraction/tools/train_names/trainers.h"

namespace isnad::extraction {
namespace {

class Perceptron {
 public:
  Perceptron(const TrainingSet& set, const PerceptronOptions& options)
      : set_(set),
        options_(options),
        random_(options.seed),
        weights_(set.features->size()),
        totals_(set.features->size()),
        search_(&weights_.transitions) {}

  LinearWeights Train() {
    std::vector<int> order = set_.sentences;
    for (int epoch = 0; epoch < options_.epochs; ++epoch) {
      random_.Shuffle(&order);
      for (const int sentence : order) Learn(set_.text->text.sentences[sentence]);
    }
    weights_.Add(totals_, -1 / step_);
    return std::move(weights_);
  }

 private:
  // The features of a word, its own spelling hidden now and then.
  absl::Span<const uint32_t> Numbers(int word, std::vector<uint32_t>* kept) {
    const absl::Span<const uint32_t> all = set_.features->Of(word);
    if (options_.hidden_words == 0 || random_.Share() >= options_.hidden_words) return all;
    kept->clear();
    for (const uint32_t number : all) {
      if (!set_.features->spells_word(number)) kept->push_back(number);
    }
    return *kept;
  }

  void Learn(TokenRange sentence) {
    const NameLabel* gold = &set_.text->labels[sentence.begin];
    const int size = sentence.size();
    scores_.resize(size);
    labels_.resize(size);
    kept_.resize(std::max<size_t>(kept_.size(), size));
    numbers_.resize(size);
    for (int i = 0; i < size; ++i) {
      numbers_[i] = Numbers(sentence.begin + i, &kept_[i]);
      scores_[i] = weights_.Score(numbers_[i]);
      const float cost = gold[i] == kOutside ? options_.outside_cost : options_.name_cost;
      for (NameLabel label = 0; label < kNameLabels; ++label) {
        if (label != gold[i]) scores_[i][label] += cost;
      }
    }
    search_.Best(scores_.data(), size, labels_.data());
    for (int i = 0; i < size; ++i) {
      const int before = i == 0 ? kNameLabels : gold[i - 1];
      const int guessed_before = i == 0 ? kNameLabels : labels_[i - 1];
      if (gold[i] != labels_[i]) {
        for (const uint32_t number : numbers_[i]) {
          Update(number, gold[i], 1);
          Update(number, labels_[i], -1);
        }
      }
      if (gold[i] != labels_[i] || before != guessed_before) {
        weights_.transitions[before][gold[i]] += 1;
        totals_.transitions[before][gold[i]] += step_;
        weights_.transitions[guessed_before][labels_[i]] -= 1;
        totals_.transitions[guessed_before][labels_[i]] -= step_;
      }
    }
    ++step_;
  }

  void Update(uint32_t number, NameLabel label, float change) {
    weights_.features[number].of[label] += change;
    totals_.features[number].of[label] += change * step_;
  }

  const TrainingSet& set_;
  const PerceptronOptions& options_;
  RandomOrder random_;
  LinearWeights weights_;
  LinearWeights totals_;
  float step_ = 1;
  LabelSearch<float> search_;
  std::vector<LabelRow<float>> scores_;
  std::vector<NameLabel> labels_;
  std::vector<absl::Span<const uint32_t>> numbers_;
  std::vector<std::vector<uint32_t>> kept_;
};

}  // namespace

LinearWeights TrainPerceptron(const TrainingSet& set, const PerceptronOptions& options) {
  return Perceptron(set, options).Train();
}

std::vector<NameLabel> LabelSentences(const TrainingSet& set, const LinearWeights& weights) {
  std::vector<NameLabel> labels(set.text->text.words.size(), kOutside);
  LabelSearch<float> search(&weights.transitions);
  std::vector<LabelRow<float>> scores;
  for (const int s : set.sentences) {
    const TokenRange sentence = set.text->text.sentences[s];
    scores.resize(sentence.size());
    for (int i = sentence.begin; i < sentence.end; ++i) {
      scores[i - sentence.begin] = weights.Score(set.features->Of(i));
    }
    search.Best(scores.data(), sentence.size(), &labels[sentence.begin]);
  }
  return labels;
}

}  // namespace isnad::extraction
