// The ListFacts filter that fetches every fact a question may be about, in one call.

#ifndef ISNAD_SERVICES_ANSWERING_EVIDENCE_FACT_FILTER_H_
#define ISNAD_SERVICES_ANSWERING_EVIDENCE_FACT_FILTER_H_

#include <string>

#include "isnad/v1/question.pb.h"
#include "services/answering/question/entity_links.h"

namespace isnad::answering {

// `(type = A OR type = B) AND (entity = "entities/x" OR ...)`; without stored entities the types
// alone. A timeline or conflict question takes all facts of its entities. Empty when there is
// nothing to ask for: neither a relation nor, for those kinds, an entity.
std::string FactFilter(const isnad::v1::QuestionAnalysis& reading, const EntityLinks& links);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_EVIDENCE_FACT_FILTER_H_
