// Questions for a cause that no "why" asks.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_CAUSE_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_CAUSE_H_

#include "services/extraction/questions/interrogative.h"
#include "services/extraction/questions/question_text.h"

namespace isnad::extraction {

// "What made X put it off", "what is behind the departure", "how did X justify the delay", "on what
// grounds"; "ما الذي دفع X إلى", "بم برر", "إلام عزا", "كيف فسر", "ما وراء", "ما سر".
bool AsksForCause(const QuestionText& text, TokenRange range, const Interrogative& asked);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_CAUSE_H_
