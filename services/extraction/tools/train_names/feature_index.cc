#include "services/extraction/tools/train_names/feature_index.h"

#include <memory>

#include "services/extraction/names/learned/name_features.h"

namespace isnad::extraction {

FeatureIndex::FeatureIndex(const NameText& text, absl::Span<const NameFactTable> tables,
                           const std::vector<int>& fold_of, uint32_t groups) {
  std::vector<std::unique_ptr<NameFeatures>> features;
  for (const NameFactTable& table : tables) {
    features.push_back(std::make_unique<NameFeatures>(text, table, groups));
  }
  absl::flat_hash_map<uint64_t, uint32_t> numbers;
  std::vector<uint64_t> keys;
  starts_.assign(1, 0);
  for (size_t s = 0; s < text.sentences.size(); ++s) {
    const TokenRange sentence = text.sentences[s];
    const NameFeatures& reader = *features[tables.size() == 1 ? 0 : fold_of[s]];
    for (int i = sentence.begin; i < sentence.end; ++i) {
      keys.clear();
      reader.Extract(sentence, i, &keys);
      for (const uint64_t key : keys) {
        const auto [entry, added] = numbers.emplace(key, static_cast<uint32_t>(keys_.size()));
        if (added) keys_.push_back(key);
        numbers_.push_back(entry->second);
      }
      keys.clear();
      reader.Spelling(i, &keys);
      spells_word_.resize(keys_.size(), false);
      for (const uint64_t key : keys) {
        const auto entry = numbers.find(key);
        if (entry != numbers.end()) spells_word_[entry->second] = true;
      }
      starts_.push_back(numbers_.size());
    }
  }
}

}  // namespace isnad::extraction
