// What a question asks, without what people wrap it in and mistype.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_PLAIN_QUESTION_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_PLAIN_QUESTION_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/questions/bilingual_index.h"
#include "services/extraction/questions/misspelt_words.h"

namespace isnad::extraction {

// Immutable after Create; safe for concurrent use.
class PlainQuestion {
 public:
  // `english` must outlive the object. Errors of models.
  static absl::StatusOr<PlainQuestion> Create(const ModelSet& models,
                                              const BilingualIndex* english);

  // The question in as many bytes, and each word that stays at the bytes where it was: small
  // letters where all are capitals, spaces for courtesies, slips of the hand put right.
  std::string Of(absl::string_view question) const;

 private:
  explicit PlainQuestion(MisspeltWords misspelt) : misspelt_(std::move(misspelt)) {}

  MisspeltWords misspelt_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_PLAIN_QUESTION_H_
