// Questions that have no verb and no word of asking: "starting price of the cheapest model?".

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_NOUN_QUESTION_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_NOUN_QUESTION_H_

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/questions/question_text.h"

namespace isnad::extraction {

// Where the noun stands that such a question asks with, or -1. Call for a range that ends in a
// question mark and holds nothing else that asks.
int AskingNounAt(const QuestionText& text, TokenRange range);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_NOUN_QUESTION_H_
