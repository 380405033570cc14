// How a tagger reads each word in raw text: evidence for words that annotated text never had.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_SELF_TRAINING_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_SELF_TRAINING_H_

#include <array>
#include <cstdint>

#include "absl/container/flat_hash_map.h"
#include "services/extraction/names/learned/name_model.h"

namespace isnad::extraction {

// Number of readings of a word as a name of each kind, as a continuation of one, and in all.
struct WordReadings {
  std::array<uint32_t, kNameKinds> kinds{};
  uint32_t inside = 0;
  uint32_t all = 0;
};

// By the hash of the folded word.
class ReadingCounts {
 public:
  void Add(const NameText& text, const NameReading& reading);
  void Add(const ReadingCounts& other);

  // Writes shares and numbers into the packed facts of the words; numbers are divided by `taggers`,
  // the number of taggers that were added up.
  void WriteTo(absl::flat_hash_map<uint64_t, uint64_t>* facts, int taggers) const;

 private:
  absl::flat_hash_map<uint64_t, WordReadings> words_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_SELF_TRAINING_H_
