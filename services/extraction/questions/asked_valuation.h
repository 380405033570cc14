// Questions for what a house is worth, told by a verb: "how much was X valued at", "بكم قدرت قيمة
// X".

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_VALUATION_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_VALUATION_H_

#include "services/extraction/questions/question_text.h"

namespace isnad::extraction {

// Whether a question for a sum asks for the worth of what it names, and not for that of a deal or a
// share in it.
bool AsksForValuation(const QuestionText& text, TokenRange range);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_VALUATION_H_
