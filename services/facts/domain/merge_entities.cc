#include "services/facts/domain/merge_entities.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/facts/domain/conflict_detection.h"
#include "services/facts/domain/errors.h"
#include "services/server/status/error_details.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

std::string Name(const std::string& id) { return absl::StrCat("entities/", id); }

absl::StatusOr<EntityRecord> Find(const std::string& id, WriteTransaction& store) {
  absl::StatusOr<EntityRecord> entity = store.GetEntity(id, Detail::kBasic);
  if (absl::IsNotFound(entity.status())) return server::NotFound("isnad.dev/Entity", Name(id));
  return entity;
}

// Nothing that reads as the one may be marked as distinct from anything that reads as the other.
absl::Status CheckNotDistinct(const std::vector<std::string>& ones,
                              const std::vector<std::string>& others, WriteTransaction& store) {
  for (const std::string& one : ones) {
    ISNAD_ASSIGN_OR_RETURN(const EntityRecord entity, Find(one, store));
    for (const std::string& other : others) {
      const auto& distinct = entity.not_same_as;
      if (std::find(distinct.begin(), distinct.end(), other) != distinct.end()) {
        return EntitiesDistinct(Name(one), Name(other));
      }
    }
  }
  return absl::OkStatus();
}

absl::Status RefreshAround(const std::vector<std::string>& entities, WriteTransaction& store) {
  ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> facts, store.FindFactsOf(entities));
  // An entity at both ends of a fact, or two that were merged, name it twice.
  const std::set<std::string> keys(facts.begin(), facts.end());
  ISNAD_ASSIGN_OR_RETURN(std::vector<FactRecord> found,
                         FindStoredFacts({keys.begin(), keys.end()}, store));
  std::vector<RefreshedFact> changed;
  for (FactRecord& fact : found) changed.push_back({std::move(fact), FactChange::kEvidence, true});
  return RefreshConflicts(changed, Cause::kOther, store);
}

}  // namespace

absl::Status MergeEntities(const std::string& target, const std::vector<std::string>& merged,
                           const std::string& reason, WriteTransaction& store) {
  ISNAD_RETURN_IF_ERROR(Find(target, store).status());
  ISNAD_ASSIGN_OR_RETURN(const std::string root, store.Canonical(target));
  ISNAD_ASSIGN_OR_RETURN(const EntityRecord stays, Find(root, store));
  for (const std::string& id : merged) {
    ISNAD_ASSIGN_OR_RETURN(const EntityRecord named, Find(id, store));
    if (named.type != stays.type) return TypesDiffer(Name(root), Name(id));
    ISNAD_ASSIGN_OR_RETURN(const std::string other, store.Canonical(id));
    if (other == root) continue;
    ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> ours, store.SameEntities(root));
    ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> theirs, store.SameEntities(other));
    ISNAD_RETURN_IF_ERROR(CheckNotDistinct(ours, theirs, store));
    ISNAD_RETURN_IF_ERROR(store.LinkEntity(other, root, reason));
  }
  ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> all, store.SameEntities(root));
  return RefreshAround(all, store);
}

absl::Status UnmergeEntity(const std::string& id, Remerge remerge, const std::string& reason,
                           WriteTransaction& store) {
  ISNAD_RETURN_IF_ERROR(Find(id, store).status());
  ISNAD_ASSIGN_OR_RETURN(const std::string root, store.Canonical(id));
  if (root == id) return EntityNotMerged(Name(id));
  ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> all, store.SameEntities(root));
  ISNAD_RETURN_IF_ERROR(store.UnlinkEntity(id, reason));
  if (remerge == Remerge::kNever) ISNAD_RETURN_IF_ERROR(store.MarkDistinct(id, root));
  return RefreshAround(all, store);
}

}  // namespace isnad::facts
