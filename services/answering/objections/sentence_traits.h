// What tells whether a sentence answers a question, measured.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_SENTENCE_TRAITS_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_SENTENCE_TRAITS_H_

#include <string>
#include <utility>
#include <vector>

#include "services/answering/evidence/gathered_evidence.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// Names of traits with their measures, most of them from 0 to 1; always the same ones in the same
// order. A trait that does not apply measures 0.
using SentenceTraits = std::vector<std::pair<std::string, double>>;

// The traits of `sentence`, the best one of its passage, whose passage comes at `rank` (from 0)
// among those of `evidence`; `lead` is by how much its score is above the best of the others.
SentenceTraits TraitsOf(const Inquiry& inquiry, const GatheredEvidence& evidence,
                        const Candidate& sentence, int rank, double lead);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_SENTENCE_TRAITS_H_
