// Questions for who was there before: "whom did X replace", "من حل محله X".

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_PREDECESSOR_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_PREDECESSOR_H_

#include "services/extraction/questions/interrogative.h"
#include "services/extraction/questions/question_text.h"

namespace isnad::extraction {

// Whether a question of who names the one who came, and asks in whose place.
bool AsksForPredecessor(const QuestionText& text, TokenRange range, const Interrogative& asked);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_PREDECESSOR_H_
