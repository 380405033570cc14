// Puts the names of an Arabic question right before it is read.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_ARABIC_QUESTION_NAMES_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_ARABIC_QUESTION_NAMES_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/distribution/word_distribution.h"
#include "services/extraction/model/model_set.h"

namespace isnad::extraction {

// Rules of mentions whose words cannot be anything but a name: nobody wrote the word before, or the
// grammar of those around it leaves nothing else.
inline constexpr absl::string_view kNewWord = "new-word";
inline constexpr absl::string_view kOnlyANameFits = "only-a-name-fits";

// Questions are short, and whoever types them leaves quotation marks and "company" out, so that
// little around a name tells that it is one, and a question about somebody unknown would be taken
// for one about anybody. A handle on the words that a large text has: cheap to copy, thread-safe.
class ArabicQuestionNames {
 public:
  ArabicQuestionNames() = default;
  // Without the model "words" no word is new. DATA_LOSS when the model is broken.
  static absl::StatusOr<ArabicQuestionNames> Create(const ModelSet& models);

  // The analysis with better names. Asking words of speech are none, new words are, and so are
  // nouns that only a name explains: "جمعت زرعة المغربية" has an adjective with the article behind
  // a noun without.
  Analysis Refine(Analysis analysis) const;

 private:
  absl::optional<WordDistribution> words_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_ARABIC_QUESTION_NAMES_H_
