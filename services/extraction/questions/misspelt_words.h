// Puts slips of the hand in questions right.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_MISSPELT_WORDS_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_MISSPELT_WORDS_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/types/optional.h"
#include "services/extraction/distribution/word_distribution.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/questions/bilingual_index.h"

namespace isnad::extraction {

// Immutable after Create; safe for concurrent use.
class MisspeltWords {
 public:
  // Reads the model "words", without which Arabic words stay as they are but for asking words.
  // `english` must outlive the object.
  static absl::StatusOr<MisspeltWords> Create(const ModelSet& models,
                                              const BilingualIndex* english);

  // Writes words of `question` that are nothing but slips of others (two letters exchanged, one
  // struck twice, the key beside) as these, and the asking word at its beginning before all. What
  // is quoted or has a capital letter is a name and stays. All other bytes stay where they are.
  void Correct(std::string* question) const;

 private:
  std::string Intended(const std::string& word) const;

  absl::optional<WordDistribution> arabic_;
  const BilingualIndex* english_ = nullptr;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_MISSPELT_WORDS_H_
