// Facts, evidence and passages as messages.

#ifndef ISNAD_SERVICES_FACTS_CONVERTERS_FACT_CONVERTER_H_
#define ISNAD_SERVICES_FACTS_CONVERTERS_FACT_CONVERTER_H_

#include "absl/status/statusor.h"
#include "isnad/v1/evidence.pb.h"
#include "isnad/v1/fact.pb.h"
#include "isnad/v1/passage.pb.h"
#include "services/facts/converters/entity_names.h"
#include "services/facts/converters/etag.h"
#include "services/facts/store/records.h"

namespace isnad::facts {

// The fact without evidence. Entities are those that they read as; DATA_LOSS when stored bytes do
// not read back.
absl::StatusOr<isnad::v1::Fact> ToFact(const FactRecord& record, EntityNames& names,
                                       Etags etags = Etags::kSet);

// The ends, roles and time that one place claims, in place of those of the whole fact.
absl::Status SetClaim(const Claim& claim, EntityNames& names, isnad::v1::Fact* fact);

absl::StatusOr<isnad::v1::Evidence> ToEvidence(const EvidenceRecord& record, EntityNames& names);

enum class Words { kWithTokens, kTextAlone };

// kTextAlone leaves out tokens, clauses, mentions and values.
absl::StatusOr<isnad::v1::Passage> ToPassage(const PassageRecord& record, Words words,
                                             EntityNames& names);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_CONVERTERS_FACT_CONVERTER_H_
