// Makes the terms by which passages are looked up for a question.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUERY_TERMS_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUERY_TERMS_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/morphology/morphology.h"
#include "services/extraction/questions/asked_thing.h"
#include "services/extraction/questions/bilingual_index.h"
#include "services/extraction/questions/question_limits.h"
#include "services/extraction/questions/question_reading.h"
#include "services/extraction/questions/question_text.h"

namespace isnad::extraction {

// Immutable after Create; safe for concurrent use.
class QueryTermMaker {
 public:
  // `morphology` must outlive the maker.
  static absl::StatusOr<std::unique_ptr<QueryTermMaker>> Create(const LexiconFiles& files,
                                                                const Morphology* morphology);

  // Terms for the words of `range`: each content word, its synonyms and translations, and all
  // spellings of each name. Words of `asked` without content and the phrase of the source get no
  // terms; the noun that is asked with gets light ones. Numbers words from `first_word`.
  std::vector<QueryTerm> Make(const QuestionText& text, TokenRange range, const AskedThing& asked,
                              const SourceLimit& source, int first_word = 0) const;

  // Adds, for the words by which relations were read surely, the other words that tell the same
  // relation: whoever asks who "lost their jobs" is answered by who was dismissed.
  void AddRelations(const QuestionText& text, const std::vector<RelationReading>& relations,
                    std::vector<QueryTerm>* terms) const;

  const BilingualIndex& bilingual() const { return *bilingual_; }

 private:
  class Builder;

  const Morphology* morphology_ = nullptr;
  std::unique_ptr<BilingualIndex> bilingual_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUERY_TERMS_H_
