// Finds stored entities by names that are spelled otherwise, in either script.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_ALIKE_NAMES_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_ALIKE_NAMES_H_

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "services/facts/domain/name_memory.h"
#include "services/facts/store/fact_store.h"
#include "services/facts/store/query.h"
#include "services/matching/name_matcher.h"

namespace isnad::facts {

// The keys that a spelling of an entity of the type (number of isnad.v1.EntityType) is stored
// under.
std::vector<std::string> MatchKeys(const std::string& surface, int entity_type);

// A stored spelling that may be of the same name.
struct AlikeAlias {
  AliasCandidate alias;
  matching::NameMatch match;
};

// Looks for names like others, remembering what it read and compared: names that are looked for
// together have words in common. For one request; not thread safe, must not outlive the snapshot.
class AlikeNames {
 public:
  explicit AlikeNames(Snapshot& store) : store_(store) {}

  // Spellings of entities of the type (any if 0) that matching takes for the same name as `name` in
  // the setting, nearest first. Short names are among them when they are stored as such.
  absl::StatusOr<std::vector<AlikeAlias>> Find(const std::string& name, int entity_type,
                                               matching::Setting setting);

  // What a search for a name as people type it finds beyond exact keys: alike spellings, scored
  // from 0.5 for the farthest to 0.65 for the nearest, so that all exact ones come first.
  absl::StatusOr<std::vector<FoundEntity>> FindEntities(const std::string& name, int entity_type);

 private:
  // Looks up all spellings with these keys, as far as they were not.
  absl::Status LookUp(const std::vector<std::string>& keys, int entity_type);

  Snapshot& store_;
  const NameMemoryLease memory_;
  std::map<std::pair<std::string, int>, std::vector<AliasCandidate>> by_key_;
};

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_ALIKE_NAMES_H_
