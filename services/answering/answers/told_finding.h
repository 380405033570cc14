// A yes or no that the article itself gives: to its own question, to a report that it denies in the
// next sentence, or to the very figure.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_TOLD_FINDING_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_TOLD_FINDING_H_

#include <vector>

#include "absl/types/optional.h"
#include "isnad/v1/analysis.pb.h"
#include "services/answering/answers/finding.h"
#include "services/answering/evidence/gathered_evidence.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// None when the best sentences do not go on so. `tokens` are the question's.
absl::optional<Finding> ToldFinding(const Inquiry& inquiry, const GatheredEvidence& evidence,
                                    const std::vector<isnad::v1::Token>& tokens);

// "But Y is no part of it": the sentence behind one that seems to affirm, but does not name Y whom
// the question does, names Y and says what Y is not.
absl::optional<Finding> FindingInExclusion(const Inquiry& inquiry, const Finding& affirmed);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_TOLD_FINDING_H_
