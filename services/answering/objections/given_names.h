// Answers that the question names itself, if by another spelling or another part of the name.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_GIVEN_NAMES_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_GIVEN_NAMES_H_

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"
#include "services/answering/passages/passage_view.h"
#include "services/answering/passages/range.h"

namespace isnad::answering {

// Whether every word at `place`, two at least, is one of the question's but for its vowels, which
// writers choose differently for foreign names.
bool IsSpelledOtherwise(const Inquiry& inquiry, const PassageView& view, Range place);

// Whether the candidate is somebody or some house that the question names: by another spelling, by
// the last name alone where it asks who comes after somebody, or without the noun that the name
// begins with ("the carrier X").
bool IsNamedInQuestion(const Inquiry& inquiry, const Candidate& candidate);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_GIVEN_NAMES_H_
