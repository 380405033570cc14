// Questions for what a house is worth.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_WORTH_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_WORTH_H_

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/questions/question_text.h"

namespace isnad::extraction {

// "بكم قدرت قيمة نورس", "what was Nawras valued at": of a house itself, not of a deal, a stake or a
// plant.
bool AsksForWorth(const QuestionText& text, TokenRange range);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_WORTH_H_
