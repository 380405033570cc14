// What narrows a question: a time, a source, a choice between alternatives.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_LIMITS_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_LIMITS_H_

#include <vector>

#include "absl/types/optional.h"
#include "services/extraction/questions/asked_thing.h"
#include "services/extraction/questions/question_text.h"

namespace isnad::extraction {

// A source that the question asks by.
struct SourceLimit {
  // "according to", "بحسب" with the words of the source; empty when there is none.
  TokenRange phrase;
  // The words of the source alone; empty when only sources at large are meant ("according to
  // sources").
  TokenRange source;
};

SourceLimit ReadSourceLimit(const QuestionText& text, TokenRange range);

// The time that the question sets: "in July 2025", "before 2024", "منذ مارس". Unset when it names
// no date, or only one that it asks about.
absl::optional<DateInterval> ReadTimeLimit(const QuestionText& text, TokenRange range);

// The words between which an alternative question lets choose; empty when it is none.
std::vector<TokenRange> ReadAlternatives(const QuestionText& text, TokenRange range);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_LIMITS_H_
