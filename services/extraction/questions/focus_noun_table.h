// The table behind FocusNouns.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_FOCUS_NOUN_TABLE_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_FOCUS_NOUN_TABLE_H_

#include <vector>

#include "services/extraction/questions/question_reading.h"

namespace isnad::extraction {

// Words are separated by "|": English singular, Arabic singular without article, Arabic plural.
struct FocusNounRow {
  const char* en;
  const char* ar;
  const char* ar_plural;
  AnswerType type;
  const char* answer_class;
  QuestionKind kind;
  const char* attribute;
};

const std::vector<FocusNounRow>& FocusNounTable();

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_FOCUS_NOUN_TABLE_H_
