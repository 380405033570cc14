// Questions that ask only for what holds in some time.

#ifndef ISNAD_SERVICES_ANSWERING_QUESTION_TIME_LIMIT_H_
#define ISNAD_SERVICES_ANSWERING_QUESTION_TIME_LIMIT_H_

#include "isnad/v1/fact.pb.h"
#include "isnad/v1/question.pb.h"
#include "isnad/v1/value.pb.h"

namespace isnad::answering {

// Whether two intervals share a day; unset ends are open.
bool Overlap(const isnad::v1::DateInterval& a, const isnad::v1::DateInterval& b);

// Whether the fact may hold in the question's time. A fact without a date of its own may.
bool HoldsInTime(const isnad::v1::QuestionAnalysis& reading, const isnad::v1::Fact& fact);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_QUESTION_TIME_LIMIT_H_
