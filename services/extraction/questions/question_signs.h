// Set phrases that make a question one about disagreement or about the order of events, whatever
// its asking word is.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_SIGNS_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_SIGNS_H_

#include "services/extraction/questions/question_text.h"

namespace isnad::extraction {

// "according to the different reports", "give both positions", "تختلف المقالات".
bool AsksConflict(const QuestionText& text, TokenRange range);

// "the sequence of events", "التسلسل الزمني".
bool AsksTimeline(const QuestionText& text, TokenRange range);

// Whether the words ask for what somebody answers to a claim, as the second of two parts.
bool AsksReply(const QuestionText& text, TokenRange range);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_SIGNS_H_
