// Questions for what one of many costs: "per share", "للسهم الواحد".

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_UNIT_PRICE_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_UNIT_PRICE_H_

#include "services/extraction/questions/question_text.h"

namespace isnad::extraction {

// Whether a question for a sum asks for that of one share, unit or head.
bool AsksForUnitPrice(const QuestionText& text, TokenRange range);

// Whether "per" at `token` divides rather than names a source: "per share", not "per Reuters".
bool IsPerUnit(const QuestionText& text, int token);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_UNIT_PRICE_H_
