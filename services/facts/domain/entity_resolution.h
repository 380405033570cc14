// Which stored entity a document means.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_ENTITY_RESOLUTION_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_ENTITY_RESOLUTION_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/types/optional.h"
#include "services/facts/domain/extraction_input.h"
#include "services/facts/store/fact_store.h"

namespace isnad::facts {

// A way to recognise a stored entity. Rules are asked in order; the first that answers decides.
class ResolutionRule {
 public:
  virtual ~ResolutionRule() = default;
  // The id of the stored entity that `entity` is, if the rule can tell.
  virtual absl::StatusOr<absl::optional<std::string>> Resolve(const EntityRecord& entity,
                                                              WriteTransaction& store) const = 0;
};

// The same entry of the lexicon.
class SameLexiconKey final : public ResolutionRule {
 public:
  absl::StatusOr<absl::optional<std::string>> Resolve(const EntityRecord& entity,
                                                      WriteTransaction& store) const override;
};

// The same folded key of a full name and the same type, as long as the lexicon does not say that
// they are two. The oldest such entity is taken.
class SameFullName final : public ResolutionRule {
 public:
  absl::StatusOr<absl::optional<std::string>> Resolve(const EntityRecord& entity,
                                                      WriteTransaction& store) const override;
};

// Links a newly stored entity to an older one of the same type whose full name is spelled
// otherwise: "ألكسندر وانج", "Alexandr Wang". Nothing is linked when the lexicon knows the new
// entity (then its spellings are listed), when the names are too short or too far apart for
// certainty (see matching::Setting::kStore), or when several stored entities would do. The link is
// a merge with distance and evidence as its reason, so that it can be seen and taken back like any
// other.
absl::Status LinkAlikeEntity(const EntityRecord& entity, WriteTransaction& store);

// The id that `entity`, found in `document`, takes when it is new and nobody has that id.
std::string ProposedId(const EntityRecord& entity, const std::string& document);

// The stored entity that `entity`, found in `document`, is; created when there is none. Returns
// its own id even when it was merged into another, so that a merge can be taken back.
absl::StatusOr<std::string> ResolveEntity(const EntityRecord& entity, const std::string& document,
                                          WriteTransaction& store);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_ENTITY_RESOLUTION_H_
