#include "services/facts/converters/entity_names.h"

#include <utility>

#include "services/server/status/status_macros.h"

namespace isnad::facts {

absl::StatusOr<const EntityRecord*> EntityNames::Find(const std::string& id) {
  return Load(id, Detail::kNames, &names_);
}

absl::StatusOr<const EntityRecord*> EntityNames::FindWithAliases(const std::string& id) {
  return Load(id, Detail::kFull, &full_);
}

absl::StatusOr<const EntityRecord*> EntityNames::Load(const std::string& id, Detail detail,
                                                      std::map<std::string, EntityRecord>* cache) {
  const auto known = cache->find(id);
  if (known != cache->end()) return &known->second;
  ISNAD_ASSIGN_OR_RETURN(const std::string root, snapshot_.Canonical(id));
  absl::StatusOr<EntityRecord> entity = snapshot_.GetEntity(root, detail);
  if (absl::IsNotFound(entity.status())) {
    entity = EntityRecord();
    entity->id = root;
  }
  ISNAD_RETURN_IF_ERROR(entity.status());
  return &cache->emplace(id, *std::move(entity)).first->second;
}

}  // namespace isnad::facts
