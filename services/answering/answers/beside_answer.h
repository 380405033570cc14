// What the sentence that answers one part of a question says to the part after it.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_BESIDE_ANSWER_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_BESIDE_ANSWER_H_

#include <vector>

#include "absl/types/optional.h"
#include "services/answering/answers/draft.h"
#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// "Who replaced X, and where did he come from?": the sentence that names him mostly goes on to say
// so. The name, figure or date of the kind that the inquiry's part asks for: the nearest one behind
// the answer of the part before, else before it; else one of the next sentence, where that has a
// word of the part; for a cause, the clause or sentence that gives one. The inquiry's pool holds
// these two sentences alone. None of the names that the question gives, nor the answer itself.
absl::optional<Candidate> FindBeside(const Inquiry& inquiry, const Draft& before);

// The candidate as an answer of its own.
Draft AnswerBeside(const Inquiry& inquiry, const Candidate& beside);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_BESIDE_ANSWER_H_
