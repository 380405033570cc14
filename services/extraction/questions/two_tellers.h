// Questions for what two tell of one matter.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_TWO_TELLERS_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_TWO_TELLERS_H_

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/questions/question_text.h"

namespace isnad::extraction {

// "What the analyst holds and what the company replies", "the report and the firm's answer", "ما
// رواية العاملين وما رواية الإدارة": two verbs of telling joined by a conjunction, or two nouns.
bool AsksWhatTwoTell(const QuestionText& text, TokenRange range);

// "The competing accounts", "the different counts", "المواقف المتباينة", "كل جهة": a noun for what
// is told with a word that there are several of them, which differ.
bool AsksForDifferingAccounts(const QuestionText& text, TokenRange range);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_TWO_TELLERS_H_
