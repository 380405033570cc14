// What a denial is of.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_DENIED_MATTER_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_DENIED_MATTER_H_

#include "services/answering/evidence/inquiry.h"
#include "services/answering/passages/passage_view.h"

namespace isnad::answering {

// Whether the question asks if somebody denied something.
bool AsksAboutDenial(const isnad::v1::QuestionAnalysis& reading);

// Whether a denial in the sentence may be that of which such a question asks: the sentence has some
// word for what was denied, where the question has any.
bool TellsDeniedMatter(const Inquiry& inquiry, const PassageView& view);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_DENIED_MATTER_H_
