// Answers what the store's own names of an entity tell: a given name, a surname, a full name.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_ATTRIBUTE_ANSWER_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_ATTRIBUTE_ANSWER_H_

#include "services/answering/answers/draft.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// Whether `asked_attribute` is a part of a person's name.
bool AsksForNamePart(const isnad::v1::QuestionAnalysis& reading);

// The full name by which a found passage mentions the person. A draft without parts when every
// passage has the short name alone: what lexicons know besides is not said by any document.
Draft AnswerWithName(const Inquiry& inquiry);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_ATTRIBUTE_ANSWER_H_
