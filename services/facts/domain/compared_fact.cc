#include "services/facts/domain/compared_fact.h"

#include "absl/strings/match.h"
#include "services/facts/domain/fact_key.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {

absl::StatusOr<std::string> CanonicalRef(const std::string& ref, Snapshot& store) {
  if (!absl::StartsWith(ref, "e:")) return ref;
  ISNAD_ASSIGN_OR_RETURN(const std::string root, store.Canonical(ref.substr(2)));
  return EntityRef(root);
}

absl::StatusOr<std::vector<std::string>> SameRefs(const std::string& ref, Snapshot& store) {
  if (!absl::StartsWith(ref, "e:")) return std::vector<std::string>{ref};
  ISNAD_ASSIGN_OR_RETURN(std::vector<std::string> same, store.SameEntities(ref.substr(2)));
  for (std::string& id : same) id = EntityRef(id);
  return same;
}

absl::StatusOr<ComparedFact> Compared(const FactRecord& fact, Snapshot& store) {
  ComparedFact compared;
  compared.key = fact.identity.key;
  ISNAD_ASSIGN_OR_RETURN(compared.subject_ref, CanonicalRef(fact.identity.subject_ref, store));
  ISNAD_ASSIGN_OR_RETURN(compared.object_ref, CanonicalRef(fact.identity.object_ref, store));
  compared.polarity = fact.identity.polarity;
  compared.modality = fact.identity.modality;
  compared.figure = fact.identity.figure;
  compared.valid = fact.state.claim.valid;
  return compared;
}

}  // namespace isnad::facts
