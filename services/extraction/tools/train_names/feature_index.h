// The features of annotated words, numbered.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_FEATURE_INDEX_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_FEATURE_INDEX_H_

#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"
#include "services/extraction/names/learned/name_facts.h"
#include "services/extraction/names/learned/name_word.h"

namespace isnad::extraction {

// Numbers of the features of each word, in the order of their first appearance.
class FeatureIndex {
 public:
  // `tables` has one element, or one for each fold; `fold_of` says which one a sentence reads.
  FeatureIndex(const NameText& text, absl::Span<const NameFactTable> tables,
               const std::vector<int>& fold_of, uint32_t groups);

  absl::Span<const uint32_t> Of(int word) const {
    return absl::MakeConstSpan(numbers_).subspan(starts_[word], starts_[word + 1] - starts_[word]);
  }
  // The feature is one word's spelling.
  bool spells_word(uint32_t number) const { return spells_word_[number]; }
  // Key of each number.
  const std::vector<uint64_t>& keys() const { return keys_; }
  int size() const { return static_cast<int>(keys_.size()); }

 private:
  std::vector<size_t> starts_;
  std::vector<uint32_t> numbers_;
  std::vector<uint64_t> keys_;
  std::vector<bool> spells_word_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_FEATURE_INDEX_H_
