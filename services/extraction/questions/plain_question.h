// What a question asks, without what people wrap it in and mistype.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_PLAIN_QUESTION_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_PLAIN_QUESTION_H_

#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/distribution/word_distribution.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/questions/bilingual_index.h"
#include "services/extraction/questions/misspelt_words.h"
#include "services/extraction/questions/plain_text.h"

namespace isnad::extraction {

// Immutable after Create; safe for concurrent use.
class PlainQuestion {
 public:
  // `lexicon` must outlive the object. Errors of models.
  static absl::StatusOr<PlainQuestion> Create(const ModelSet& models,
                                              const BilingualIndex* lexicon);

  // The question in small letters where all are capitals, with a space between words that were
  // joined, spaces for courtesies, and slips of the hand put right. `names` are never cut; there
  // may be none.
  PlainText Of(absl::string_view question, const NameLexicon* names) const;

 private:
  PlainQuestion(MisspeltWords misspelt, absl::optional<WordDistribution> arabic,
                const BilingualIndex* lexicon)
      : misspelt_(std::move(misspelt)), arabic_(std::move(arabic)), lexicon_(lexicon) {}

  // The question with its words apart.
  PlainText Separate(absl::string_view question, const NameLexicon* names) const;

  MisspeltWords misspelt_;
  absl::optional<WordDistribution> arabic_;
  const BilingualIndex* lexicon_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_PLAIN_QUESTION_H_
