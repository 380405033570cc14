// Questions for a share in hundredths: "كم في المئة", "كم بالمئة".

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_SHARE_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_SHARE_H_

#include "services/extraction/questions/question_text.h"

namespace isnad::extraction {

// The words for hundredths behind "how many", which ends before `token`; empty when there are none.
TokenRange HundredthsAt(const QuestionText& text, int token);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_SHARE_H_
