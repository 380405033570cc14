// Reads which fact types a question asks about, with what it gives and what it asks for.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_RELATION_READER_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_RELATION_READER_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/questions/asked_thing.h"
#include "services/extraction/questions/interrogative.h"
#include "services/extraction/questions/participants.h"
#include "services/extraction/questions/question_reading.h"
#include "services/extraction/questions/question_text.h"
#include "services/extraction/questions/relation_index.h"
#include "services/extraction/questions/title_index.h"

namespace isnad::extraction {

// Immutable after Create; safe for concurrent use.
class RelationReader {
 public:
  static absl::StatusOr<std::unique_ptr<RelationReader>> Create(const LexiconFiles& files);

  // Readings best first, at most one per fact type.
  std::vector<RelationReading> Read(const QuestionText& text, TokenRange range,
                                    const Interrogative& asked, const AskedThing& thing,
                                    const std::vector<NamedEntity>& names) const;

  const RelationIndex& index() const { return *index_; }

 private:
  RelationReading ReadTrigger(const QuestionText& text, TokenRange range,
                              const Interrogative& asked, const AskedThing& thing,
                              const std::vector<NamedEntity>& names,
                              const RelationTrigger& trigger) const;
  void ReadTitles(const QuestionText& text, TokenRange range, const Interrogative& asked,
                  const AskedThing& thing, const std::vector<NamedEntity>& names,
                  std::vector<RelationReading>* readings) const;

  std::unique_ptr<RelationIndex> index_;
  std::unique_ptr<TitleIndex> titles_;
};

// Whether words of `range` make the question one about plans or about rumours.
QuestionModality ReadModality(const QuestionText& text, TokenRange range);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_RELATION_READER_H_
