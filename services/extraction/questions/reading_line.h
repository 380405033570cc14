// Says in one line how a question was read.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_READING_LINE_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_READING_LINE_H_

#include <string>

#include "absl/strings/string_view.h"
#include "services/extraction/questions/question_reading.h"
#include "services/extraction/questions/relation_index.h"

namespace isnad::extraction {

// Whether the line is in Arabic or English.
enum class ReadingLanguage { kArabic, kEnglish };

// The line for `reading`, whose other fields are filled. `question` is the analysed text, `index`
// gives the fact types their names.
std::string ReadingLine(const QuestionReading& reading, absl::string_view question,
                        const RelationIndex& index, ReadingLanguage language);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_READING_LINE_H_
