// How the figures and dates of a sentence compare with those that a question gives.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_CLAIM_VALUES_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_CLAIM_VALUES_H_

#include "isnad/v1/question.pb.h"
#include "services/answering/passages/passage_view.h"

namespace isnad::answering {

enum class ValueVerdict {
  // The question gives none.
  kNone,
  // The sentence has all that the question gives.
  kAgree,
  // The sentence has others of the same kind.
  kDiffer,
  // The sentence has none of that kind.
  kMissing,
};

// Whether `found` is what `given` asks for: the same figure, or one beyond it where `given` is a
// bound ("does it cost more than 5 billion").
bool Meets(const isnad::v1::Value& given, const isnad::v1::Value& found);

// Sums, numbers and dates. A date without a year is that of any year.
ValueVerdict CompareValues(const isnad::v1::QuestionAnalysis& reading, const PassageView& view);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_CLAIM_VALUES_H_
