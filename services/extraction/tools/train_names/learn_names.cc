#include "services/extraction/tools/train_names/learn_names.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <thread>
#include <utility>

#include "absl/types/span.h"
#include "services/extraction/tools/train_names/feature_index.h"
#include "services/extraction/tools/train_names/name_lists.h"
#include "services/extraction/tools/train_names/self_training.h"

namespace isnad::extraction {
namespace {

constexpr int kReaders = 2;

// Which half a sentence was learned in; those not learned from belong to both. Sentences that stand
// close together speak of the same things and share a half.
std::vector<int> HalfOf(const std::vector<int>& sentences, size_t all) {
  constexpr int kTogether = 160;
  std::vector<int> half(all, kReaders);
  for (const int sentence : sentences) half[sentence] = sentence / kTogether % kReaders;
  return half;
}

// A corpus without products calls them something else.
NameKind Scored(NameKind kind) { return kind == NameKind::kProduct ? NameKind::kOther : kind; }

// Two taggers, each of which learned from one half.
class RawReaders {
 public:
  RawReaders(const NameSources& sources, const std::vector<int>& sentences,
             const FeatureIndex& features, const NameFactTable& facts,
             const LearnNamesOptions& options)
      : sources_(sources), facts_(facts), options_(options) {
    const std::vector<int> half = HalfOf(sentences, sources.text->text.sentences.size());
    PerceptronOptions perceptron = options.perceptron;
    perceptron.epochs = options.reader_epochs;
    for (int reader = 0; reader < kReaders; ++reader) {
      TrainingSet set{sources.text, &features, {}};
      for (const int sentence : sentences) {
        if (half[sentence] == reader) set.sentences.push_back(sentence);
      }
      weights_[reader] =
          PackWeights(TrainPerceptron(set, perceptron), features.keys(), options.weight_bytes);
    }
  }

  // Counts the readings of each tagger.
  std::array<ReadingCounts, kReaders> Read() const {
    // Sums do not depend on the order, so threads may share the documents out.
    std::array<std::array<ReadingCounts, kReaders>, kReaders> counts;
    std::vector<std::thread> threads;
    for (size_t part = 0; part < counts.size(); ++part) {
      threads.emplace_back([this, part, &counts] {
        for (size_t i = part; i < sources_.raw->size(); i += counts.size()) {
          const RawDocument& document = (*sources_.raw)[i];
          const NameText text = ReadRawText(document.title, document.text, sources_.distribution);
          for (int reader = 0; reader < kReaders; ++reader) {
            const PackedWeights& weights = weights_[reader];
            const NameModel model(NameWeightTable(weights.buckets), facts_, weights.transitions,
                                  weights.scale);
            counts[part][reader].Add(text, model.Read(text, options_.feature_groups));
          }
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    for (size_t part = 1; part < counts.size(); ++part) {
      for (int reader = 0; reader < kReaders; ++reader) {
        counts[0][reader].Add(counts[part][reader]);
      }
    }
    return counts[0];
  }

 private:
  const NameSources& sources_;
  const NameFactTable& facts_;
  const LearnNamesOptions& options_;
  std::array<PackedWeights, kReaders> weights_;
};

LinearWeights TrainTogether(const TrainingSet& set, const LearnNamesOptions& options) {
  std::vector<LinearWeights> parts(options.perceptrons);
  std::vector<std::thread> threads;
  const int runners = std::min(2, options.perceptrons);
  for (int runner = 0; runner < runners; ++runner) {
    threads.emplace_back([&, runner] {
      for (int i = runner; i < options.perceptrons; i += runners) {
        PerceptronOptions perceptron = options.perceptron;
        perceptron.seed += i;
        parts[i] = TrainPerceptron(set, perceptron);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  LinearWeights sum(set.features->size());
  for (const LinearWeights& part : parts) sum.Add(part, 1.0f / options.perceptrons);
  return sum;
}

}  // namespace

LearnedTagger LearnedTagger::Learn(const NameSources& sources, const std::vector<int>& sentences,
                                   const LearnNamesOptions& options) {
  LearnedTagger tagger;
  const NameText& text = sources.text->text;
  std::vector<FactBucket> listed = PackFacts(*sources.facts);
  const NameFactTable listed_view(listed);
  const std::vector<int> all_same(text.sentences.size(), 0);
  auto features = std::make_unique<FeatureIndex>(text, absl::MakeConstSpan(&listed_view, 1),
                                                 all_same, options.feature_groups);
  TrainingSet set{sources.text, features.get(), sentences};
  if (sources.raw->empty() || !(options.feature_groups & kSelfTraining)) {
    tagger.weights_ =
        PackWeights(TrainTogether(set, options), features->keys(), options.weight_bytes);
    tagger.facts_ = std::move(listed);
    return tagger;
  }
  const auto counts = RawReaders(sources, sentences, *features, listed_view, options).Read();
  // Each half learns with what the other half's tagger read; at run time both are added up.
  std::vector<FactBucket> packed[kReaders + 1];
  NameFactTable views[kReaders + 1];
  for (int half = 0; half <= kReaders; ++half) {
    auto facts = *sources.facts;
    if (half < kReaders) {
      counts[1 - half].WriteTo(&facts, 1);
    } else {
      ReadingCounts both = counts[0];
      both.Add(counts[1]);
      both.WriteTo(&facts, kReaders);
    }
    packed[half] = PackFacts(facts);
    views[half] = NameFactTable(packed[half]);
  }
  features = std::make_unique<FeatureIndex>(text, views, HalfOf(sentences, text.sentences.size()),
                                            options.feature_groups);
  set.features = features.get();
  tagger.weights_ =
      PackWeights(TrainTogether(set, options), features->keys(), options.weight_bytes);
  tagger.facts_ = std::move(packed[kReaders]);
  return tagger;
}

NameModel LearnedTagger::Model() const {
  return NameModel(NameWeightTable(weights_.buckets), NameFactTable(facts_), weights_.transitions,
                   weights_.scale, calibration_);
}

void LearnedTagger::Calibrate(const AnnotatedText& text, const std::vector<int>& sentences,
                              uint32_t feature_groups) {
  const NameReading reading = Model().Read(text.text, feature_groups);
  const std::set<GoldName> gold(text.names.begin(), text.names.end());
  std::vector<std::pair<double, bool>> examples;  // least margin of a name, whether it is right
  for (const int s : sentences) {
    const TokenRange sentence = text.text.sentences[s];
    for (int i = sentence.begin; i < sentence.end; ++i) {
      if (!IsBegin(reading.labels[i])) continue;
      int end = i + 1;
      float margin = reading.margins[i];
      while (end < sentence.end && reading.labels[end] == reading.labels[i] + 1) {
        margin = std::min(margin, reading.margins[end++]);
      }
      examples.emplace_back(margin, gold.count({s, text.gold_word[i], text.gold_word[end - 1] + 1,
                                                Scored(KindOf(reading.labels[i]))}) > 0);
    }
  }
  if (examples.empty()) return;
  // Logistic regression by Newton's method.
  double offset = 0;
  double slope = 0;
  for (int round = 0; round < 30; ++round) {
    double g0 = 0, g1 = 0, h00 = 1e-6, h01 = 0, h11 = 1e-6;
    for (const auto& [margin, right] : examples) {
      const double share = 1 / (1 + std::exp(-offset - slope * margin));
      const double error = (right ? 1 : 0) - share;
      const double spread = share * (1 - share);
      g0 += error;
      g1 += error * margin;
      h00 += spread;
      h01 += spread * margin;
      h11 += spread * margin * margin;
    }
    const double determinant = h00 * h11 - h01 * h01;
    offset += (h11 * g0 - h01 * g1) / determinant;
    slope += (h00 * g1 - h01 * g0) / determinant;
  }
  calibration_ = {static_cast<float>(offset), static_cast<float>(slope)};
}

ModelWriter LearnedTagger::ToFile() const {
  ModelWriter writer;
  writer.AddArray<NameWeightBucket>(name_layout::kWeights, weights_.buckets);
  writer.AddArray<FactBucket>(name_layout::kFacts, facts_);
  std::vector<int32_t> transitions;
  for (const auto& row : weights_.transitions) {
    transitions.insert(transitions.end(), row.begin(), row.end());
  }
  writer.AddArray<int32_t>(name_layout::kTransitions, transitions);
  const float numbers[] = {weights_.scale, calibration_.offset, calibration_.slope};
  writer.AddArray<float>(name_layout::kNumbers, numbers);
  return writer;
}

KindScores ScoreTagger(const NameModel& model, const AnnotatedText& text,
                       const std::vector<int>& sentences, uint32_t feature_groups) {
  KindScores scores;
  const std::set<int> scored(sentences.begin(), sentences.end());
  const std::set<GoldName> gold(text.names.begin(), text.names.end());
  const auto count = [&scores](NameKind kind, int KindScore::*member) {
    ++(scores[static_cast<int>(kind)].*member);
    ++(scores[kNameKinds].*member);
  };
  for (const GoldName& name : text.names) {
    if (scored.count(name.sentence) > 0) count(name.kind, &KindScore::gold);
  }
  for (const GoldName& name : NamesOfLabels(text, model.Read(text.text, feature_groups).labels)) {
    if (scored.count(name.sentence) == 0) continue;
    const NameKind kind = Scored(name.kind);
    count(kind, &KindScore::found);
    if (gold.count({name.sentence, name.begin, name.end, kind}) > 0) {
      count(kind, &KindScore::right);
    }
  }
  return scores;
}

}  // namespace isnad::extraction
