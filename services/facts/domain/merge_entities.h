// Says that entities are one, and takes it back.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_MERGE_ENTITIES_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_MERGE_ENTITIES_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/facts/store/fact_store.h"

namespace isnad::facts {

// Links `merged` to `target` (ids). Facts keep the entities that they were found with; reads follow
// the links. What is linked to the target already stays so. NOT_FOUND with the resource name,
// ENTITIES_DISTINCT, TYPES_DIFFER.
absl::Status MergeEntities(const std::string& target, const std::vector<std::string>& merged,
                           const std::string& reason, WriteTransaction& store);

enum class Remerge { kAllowed, kNever };

// Takes the link of `id` back. ENTITY_NOT_MERGED when there is none.
absl::Status UnmergeEntity(const std::string& id, Remerge remerge, const std::string& reason,
                           WriteTransaction& store);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_MERGE_ENTITIES_H_
