// Questions for what several sources say of one figure.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_ACCOUNTS_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_ACCOUNTS_H_

#include "services/extraction/questions/interrogative.h"
#include "services/extraction/questions/question_reading.h"
#include "services/extraction/questions/question_text.h"

namespace isnad::extraction {

// "Which figures are given for", "what amounts have been reported"; "ما المبالغ التي ذُكرت",
// "ما النسب المنشورة": figures in the plural, and that somebody told them.
bool AsksForFiguresTold(const QuestionText& text, const Interrogative& asked);

// What sources are asked to agree on: "do they agree on how long", "هل تتفق على موعد". kUnspecified
// when it is nothing that has a type.
AnswerType TypeAgreedOn(const QuestionText& text, TokenRange range);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_ACCOUNTS_H_
