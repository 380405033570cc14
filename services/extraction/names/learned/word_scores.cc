#include "services/extraction/names/learned/word_scores.h"

#include <utility>

namespace isnad::extraction {
namespace {

constexpr int kFrequentWord = 3;  // log2 of the count in raw text
constexpr int kShortForm = 3;     // bytes, of what is no Arabic word: marks, small numbers
constexpr size_t kLookAhead = 4;  // words

bool WillComeAgain(const NameText& text, size_t token) {
  if (text.distribution.empty()) return false;
  return text.distribution[token].facts.frequency >= kFrequentWord ||
         (!text.words[token].arabic && text.words[token].letters <= kShortForm);
}

}  // namespace

TextScores::TextScores(const NameText& text, const NameWeightTable& weights,
                       const NameFactTable& facts, uint32_t feature_groups, WordScoreCache* cache)
    : text_(text), weights_(weights) {
  const size_t size = text.words.size();
  scores_.resize(size);
  std::vector<size_t> missing;
  for (size_t i = 0; i < size; ++i) {
    if (cache != nullptr && !text.known.empty()) scores_[i] = text.known[i];
    if (scores_[i] == nullptr) missing.push_back(i);
  }
  std::vector<ListedFacts> listed(size);
  for (size_t k = 0; k < missing.size(); ++k) {
    if (k + kLookAhead < missing.size()) {
      PrefetchListed(text.words[missing[k + kLookAhead]], facts);
    }
    listed[missing[k]] = FindListed(text.words[missing[k]], facts);
  }
  for (size_t i = 0; i < size; ++i) {
    if (scores_[i] != nullptr) listed[i] = scores_[i]->listed;
  }
  features_ = std::make_unique<NameFeatures>(text, listed, facts, feature_groups);
  for (const size_t i : missing) {
    if (cache != nullptr && WillComeAgain(text, i)) {
      auto scores = std::make_unique<WordScores>();
      scores->word = text.words[i];
      scores->distribution = text.distribution[i];
      scores->listed = listed[i];
      Fill(static_cast<int>(i), scores.get());
      std::unique_ptr<const WordScores> made = std::move(scores);
      scores_[i] = cache->Insert(text.words[i].key, &made);
      if (scores_[i] != nullptr) continue;
      rare_.push_back(*made);
    } else {
      rare_.emplace_back();
      Fill(static_cast<int>(i), &rare_.back());
    }
    scores_[i] = &rare_.back();
  }
}

void TextScores::AddSum(const std::vector<uint64_t>& keys, LabelScores* sums) const {
  for (const uint64_t key : keys) weights_.Prefetch(key);
  for (const uint64_t key : keys) weights_.Add(key, sums);
}

void TextScores::Fill(int token, WordScores* scores) {
  for (int place = 0; place < kNamePlaces; ++place) {
    keys_.clear();
    features_->AppendSeen(token, place, &keys_);
    AddSum(keys_, &scores->seen[place]);
  }
}

LabelScores TextScores::Of(TokenRange sentence, int token) {
  LabelScores sums{};
  keys_.clear();
  features_->AppendPosition(sentence, token, &keys_);
  AddSum(keys_, &sums);
  for (int place = 0; place < kNamePlaces; ++place) {
    const int at = token + place - kNameWindow;
    if (!sentence.contains(at)) continue;
    const LabelScores& seen = scores_[at]->seen[place];
    for (int label = 0; label < kWeightedLabels; ++label) sums[label] += seen[label];
  }
  return sums;
}

}  // namespace isnad::extraction
