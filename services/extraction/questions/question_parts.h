// Cuts two questions in one apart: "Who founded X, and when?"

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_PARTS_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_PARTS_H_

#include <vector>

#include "services/extraction/questions/question_text.h"

namespace isnad::extraction {

// The parts of the question in text order, each with asking words of its own; a single range when
// it asks one thing only.
std::vector<TokenRange> SplitQuestion(const QuestionText& text);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_PARTS_H_
