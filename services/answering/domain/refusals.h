// Says why there is no answer.

#ifndef ISNAD_SERVICES_ANSWERING_DOMAIN_REFUSALS_H_
#define ISNAD_SERVICES_ANSWERING_DOMAIN_REFUSALS_H_

#include "absl/types/optional.h"
#include "isnad/v1/answer.pb.h"
#include "services/answering/compose/language.h"
#include "services/answering/evidence/gathered_evidence.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// A refusal before anything is looked up: the text asks nothing or is in another language.
absl::optional<isnad::v1::Refusal> RefuseReading(const isnad::v1::QuestionAnalysis& reading,
                                                 Language language);

// A refusal because a person, organisation or product that the question names stands in no
// document, neither as an entity nor as words.
absl::optional<isnad::v1::Refusal> RefuseUnknownName(const Inquiry& inquiry);

// Whether everything that is known of the relation, with the ends that the question gives, denies
// it: why, when or how it came about cannot be told then.
bool IsDeniedThroughout(const GatheredEvidence& evidence);

// The refusal when the evidence does not suffice, with the nearest passages to read.
isnad::v1::Refusal RefuseForEvidence(const Inquiry& inquiry, const GatheredEvidence& evidence);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_DOMAIN_REFUSALS_H_
