// What facts and words of a sentence tell of the relation in the claim of a question.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_CLAIM_RELATION_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_CLAIM_RELATION_H_

#include "absl/strings/string_view.h"
#include "services/answering/evidence/inquiry.h"
#include "services/answering/passages/passage_view.h"

namespace isnad::answering {

// Where somebody works: told by any sentence about the person that names a house.
bool IsMove(absl::string_view type);

// A fact of the claimed relation stands there, or a word of it.
bool TellsRelation(const Inquiry& inquiry, const PassageView& view);

// A fact of the asked kind stands there with everybody whom the question names.
bool HoldsAll(const Inquiry& inquiry, const PassageView& view);

// A fact of the asked kind that stands there says that it is not so.
bool HasDeniedFact(const Inquiry& inquiry, const PassageView& view);

// Several words of the question stand there, not just the one of its relation.
bool TellsMuch(const Inquiry& inquiry, const PassageView& view);

// The question surely gives both ends of its relation, and no fact of the sentence has them.
bool MissesGivenEnds(const Inquiry& inquiry, const PassageView& view);

// A fact of the very relation stands there, with another end than the question gives.
bool HasOtherEnd(const Inquiry& inquiry, const PassageView& view);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_CLAIM_RELATION_H_
