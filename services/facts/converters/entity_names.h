// What entities are called now, for the messages of one response.

#ifndef ISNAD_SERVICES_FACTS_CONVERTERS_ENTITY_NAMES_H_
#define ISNAD_SERVICES_FACTS_CONVERTERS_ENTITY_NAMES_H_

#include <map>
#include <string>

#include "absl/status/statusor.h"
#include "services/facts/store/fact_store.h"

namespace isnad::facts {

// Looks each entity up once. Not thread safe; must not outlive the snapshot.
class EntityNames {
 public:
  explicit EntityNames(Snapshot& snapshot) : snapshot_(snapshot) {}

  // The entity that `id` reads as, with merges followed. An empty record with the id when the
  // store has no row for it at the snapshot's time. Without counts and merges.
  absl::StatusOr<const EntityRecord*> Find(const std::string& id);

  // Only the id of the entity that `id` reads as.
  absl::StatusOr<std::string> FindId(const std::string& id) { return snapshot_.Canonical(id); }

  // The same as Find, with aliases.
  absl::StatusOr<const EntityRecord*> FindWithAliases(const std::string& id);

 private:
  absl::StatusOr<const EntityRecord*> Load(const std::string& id, Detail detail,
                                           std::map<std::string, EntityRecord>* cache);

  Snapshot& snapshot_;
  std::map<std::string, EntityRecord> names_;
  std::map<std::string, EntityRecord> full_;
};

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_CONVERTERS_ENTITY_NAMES_H_
