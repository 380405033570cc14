// Writes a candidate in the answer's language.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_CANDIDATE_TEXT_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_CANDIDATE_TEXT_H_

#include <cstddef>
#include <string>

#include "isnad/v1/answer.pb.h"
#include "services/answering/answers/draft.h"
#include "services/answering/compose/language.h"
#include "services/answering/evidence/candidate.h"

namespace isnad::answering {

// Most characters of an answer that is not a list, timeline, conflict, reason or description.
constexpr size_t kShortAnswer = 320;
// Most characters of any answer.
constexpr size_t kLongAnswer = 700;

// The name in the language (the other script behind it), the figure or date normalised, or the
// words in quotation marks.
std::string CandidateText(const Candidate& candidate, Language language);

// "14.3 مليار دولار — «the clause»": answer and words, at most `limit` characters.
DraftPart CandidatePart(const Candidate& candidate, size_t limit, Language language);

// Who published what is cited, and when: "أكسيوس، 22 أكتوبر 2025". Empty when neither is known.
std::string SourceText(const isnad::v1::Citation& citation, Language language);

// Characters of all parts together.
size_t LengthOf(const Draft& draft);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_CANDIDATE_TEXT_H_
