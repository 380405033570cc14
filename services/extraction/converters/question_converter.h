// The reading of a question to its message.

#ifndef ISNAD_SERVICES_EXTRACTION_CONVERTERS_QUESTION_CONVERTER_H_
#define ISNAD_SERVICES_EXTRACTION_CONVERTERS_QUESTION_CONVERTER_H_

#include "isnad/v1/question.pb.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/questions/question_reading.h"

namespace isnad::extraction {

void QuestionToProto(const Analysis& analysis, const QuestionReading& reading,
                     isnad::v1::QuestionAnalysis* out);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_CONVERTERS_QUESTION_CONVERTER_H_
