#include "services/extraction/names/learned/name_model.h"

#include <algorithm>
#include <cmath>

#include "absl/status/status.h"
#include "services/extraction/names/learned/name_features.h"

namespace isnad::extraction {

absl::StatusOr<NameModel> NameModel::Of(const ModelFile& file) {
  const auto weights = file.Array<NameWeightBucket>(name_layout::kWeights);
  if (!weights.ok()) return weights.status();
  const auto facts = file.Array<FactBucket>(name_layout::kFacts);
  if (!facts.ok()) return facts.status();
  const auto transitions = file.Array<int32_t>(name_layout::kTransitions);
  if (!transitions.ok()) return transitions.status();
  const auto numbers = file.Array<float>(name_layout::kNumbers);
  if (!numbers.ok()) return numbers.status();
  if (weights->empty() || numbers->size() != 3 || !((*numbers)[0] > 0) ||
      transitions->size() != (kNameLabels + 1) * kNameLabels) {
    return absl::DataLossError("names.model: a section has the wrong size");
  }
  LabelTransitions<int32_t> rows;
  for (int i = 0; i <= kNameLabels; ++i) {
    std::copy_n(transitions->begin() + i * kNameLabels, kNameLabels, rows[i].begin());
  }
  NameModel model(NameWeightTable(*weights), NameFactTable(*facts), rows, (*numbers)[0],
                  {(*numbers)[1], (*numbers)[2]});
  model.file_ = file;
  model.cache_ = std::make_shared<WordScoreCache>();
  return model;
}

double NameModel::Confidence(float margin) const {
  return 1 / (1 + std::exp(-calibration_.offset - calibration_.slope * margin));
}

NameText NameModel::ReadText(const Analysis& analysis, const WordDistribution& distribution) const {
  if (cache_ == nullptr) return ReadNameText(analysis, &distribution);
  NameText text;
  const size_t size = analysis.tokens.size();
  text.words.reserve(size);
  text.distribution.reserve(size);
  text.known.reserve(size);
  for (const Token& token : analysis.tokens) {
    const WordScores* known = cache_->Find(NameWordKey(token.form, token.surface, token.shape));
    text.known.push_back(known);
    text.words.push_back(known != nullptr ? known->word
                                          : ReadNameWord(token.form, token.surface, token.shape));
    text.distribution.push_back(known != nullptr ? known->distribution
                                                 : DistributionOf(token, distribution));
  }
  text.sentences = SentencesOf(analysis);
  return text;
}

NameReading NameModel::Read(const NameText& text) const { return Read(text, kAllFeatureGroups); }

NameReading NameModel::Read(const NameText& text, uint32_t feature_groups) const {
  NameReading reading;
  reading.labels.assign(text.words.size(), kOutside);
  reading.margins.assign(text.words.size(), 0);
  TextScores words(text, weights_, facts_, feature_groups,
                   feature_groups == kAllFeatureGroups ? cache_.get() : nullptr);
  LabelSearch<int32_t> search(&transitions_);
  std::vector<LabelRow<int32_t>> scores;
  std::vector<int32_t> margins;
  for (const TokenRange& sentence : text.sentences) {
    scores.resize(sentence.size());
    for (int i = sentence.begin; i < sentence.end; ++i) {
      const LabelScores sums = words.Of(sentence, i);
      LabelRow<int32_t>& row = scores[i - sentence.begin];
      row[kOutside] = 0;
      std::copy(sums.begin(), sums.end(), row.begin() + 1);
    }
    margins.resize(sentence.size());
    NameLabel* labels = &reading.labels[sentence.begin];
    search.Best(scores.data(), sentence.size(), labels);
    search.Margins(scores.data(), sentence.size(), labels, margins.data());
    for (int i = 0; i < sentence.size(); ++i) {
      reading.margins[sentence.begin + i] = margins[i] / scale_;
    }
  }
  return reading;
}

}  // namespace isnad::extraction
