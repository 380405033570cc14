// How many independent sources stand behind a fact.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_INDEPENDENCE_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_INDEPENDENCE_H_

#include <functional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/facts/store/records.h"

namespace isnad::facts {

// Whether two near-duplicate keys (64-bit SimHashes in hexadecimal) belong to copies of one text:
// at most three bits differ. Keys of another form are compared as they are; empty ones never match.
bool NearDuplicates(absl::string_view a, absl::string_view b);

// The number of independent documents behind `evidence`. Documents count once together when they
// are copies of one text, or when all that each says about the fact is attributed to the same named
// outlet or agency. `is_outlet` tells whether an entity is a publisher or an agency.
int CountIndependent(const std::vector<EvidenceRecord>& evidence,
                     const std::function<bool(const std::string& entity)>& is_outlet);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_INDEPENDENCE_H_
