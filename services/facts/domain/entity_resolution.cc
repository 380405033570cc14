#include "services/facts/domain/entity_resolution.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "services/facts/domain/alike_names.h"
#include "services/facts/domain/slug.h"
#include "services/server/digest/sha256.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

constexpr size_t kHashDigits = 12;
constexpr size_t kShortHashDigits = 6;

bool IsFullName(const AliasRecord& alias) {
  return alias.kind != AliasKind::kShort && !alias.folded_key.empty();
}

// What tells the entity from others of the same slug. A name that is only a surname is not known
// to be the same person in another document.
std::string Identity(const EntityRecord& entity, const std::string& document) {
  std::string identity = absl::StrCat(entity.type, "|");
  const auto full = std::find_if(entity.aliases.begin(), entity.aliases.end(), IsFullName);
  if (!entity.lexicon_key.empty()) return absl::StrCat(identity, "lexicon|", entity.lexicon_key);
  if (full != entity.aliases.end()) return absl::StrCat(identity, "name|", full->folded_key);
  const std::string label = entity.label_ar.empty() ? entity.label_en : entity.label_ar;
  return absl::StrCat(identity, "short|", document, "|",
                      entity.aliases.empty() ? label : entity.aliases.front().folded_key);
}

std::string IdWithHash(const EntityRecord& entity, const std::string& hash) {
  if (IsResourceId(entity.lexicon_key)) return entity.lexicon_key;
  const std::string slug = Slug(entity.label_en);
  return slug.empty() ? absl::StrCat("n", hash.substr(0, kHashDigits)) : slug;
}

// Takes the proposed id if it is free, else one with a hash behind it.
absl::StatusOr<std::string> CreateEntity(EntityRecord entity, const std::string& document,
                                         WriteTransaction& store) {
  const std::string hash = server::Sha256Hex(Identity(entity, document));
  std::string id = IdWithHash(entity, hash);
  ISNAD_ASSIGN_OR_RETURN(bool taken, store.EntityExists(id));
  if (taken && !absl::StartsWith(id, absl::StrCat("n", hash.substr(0, kHashDigits)))) {
    id = absl::StrCat(id, "-", hash.substr(0, kShortHashDigits));
    ISNAD_ASSIGN_OR_RETURN(taken, store.EntityExists(id));
  }
  // The hash names the very same identity: it was created by an earlier extraction.
  if (taken) return id;
  entity.id = id;
  ISNAD_RETURN_IF_ERROR(store.InsertEntity(entity));
  ISNAD_RETURN_IF_ERROR(LinkAlikeEntity(entity, store));
  return id;
}

std::string ReasonOf(const AlikeAlias& alike, const std::string& surface) {
  return absl::StrFormat("%s: \"%s\" as \"%s\", distance %.2f, evidence %.1f",
                         matching::RelationName(alike.match.relation), surface, alike.alias.surface,
                         alike.match.distance, alike.match.evidence);
}

bool MayBeOne(const EntityRecord& entity, const AliasCandidate& candidate) {
  return candidate.entity != entity.id && candidate.type == entity.type &&
         candidate.kind != AliasKind::kShort;
}

}  // namespace

std::string ProposedId(const EntityRecord& entity, const std::string& document) {
  return IdWithHash(entity, server::Sha256Hex(Identity(entity, document)));
}

absl::Status LinkAlikeEntity(const EntityRecord& entity, WriteTransaction& store) {
  if (!entity.lexicon_key.empty()) return absl::OkStatus();
  AlikeNames names(store);
  std::string root;
  std::string reason;
  for (const AliasRecord& alias : entity.aliases) {
    if (!IsFullName(alias)) continue;
    ISNAD_ASSIGN_OR_RETURN(const std::vector<AlikeAlias> found,
                           names.Find(alias.surface, entity.type, matching::Setting::kStore));
    for (const AlikeAlias& alike : found) {
      if (!MayBeOne(entity, alike.alias)) continue;
      ISNAD_ASSIGN_OR_RETURN(const std::string other, store.Canonical(alike.alias.entity));
      if (root.empty()) {
        root = other;
        reason = ReasonOf(alike, alias.surface);
      } else if (other != root) {
        return absl::OkStatus();
      }
    }
  }
  if (root.empty() || root == entity.id) return absl::OkStatus();
  return store.LinkEntity(entity.id, root, reason);
}

absl::StatusOr<absl::optional<std::string>> SameLexiconKey::Resolve(const EntityRecord& entity,
                                                                    WriteTransaction& store) const {
  if (entity.lexicon_key.empty()) return absl::optional<std::string>();
  return store.FindByLexiconKey(entity.lexicon_key);
}

absl::StatusOr<absl::optional<std::string>> SameFullName::Resolve(const EntityRecord& entity,
                                                                  WriteTransaction& store) const {
  for (const AliasRecord& alias : entity.aliases) {
    if (!IsFullName(alias)) continue;
    ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> found,
                           store.FindByFullName(alias.folded_key, entity.type));
    for (const std::string& id : found) {
      if (entity.lexicon_key.empty()) return absl::optional<std::string>(id);
      ISNAD_ASSIGN_OR_RETURN(const EntityRecord stored, store.GetEntity(id, Detail::kNames));
      if (stored.lexicon_key.empty()) return absl::optional<std::string>(id);
    }
  }
  return absl::optional<std::string>();
}

absl::StatusOr<std::string> ResolveEntity(const EntityRecord& entity, const std::string& document,
                                          WriteTransaction& store) {
  const SameLexiconKey same_lexicon_key;
  const SameFullName same_full_name;
  for (const ResolutionRule* rule : {static_cast<const ResolutionRule*>(&same_lexicon_key),
                                     static_cast<const ResolutionRule*>(&same_full_name)}) {
    ISNAD_ASSIGN_OR_RETURN(const absl::optional<std::string> id, rule->Resolve(entity, store));
    if (!id.has_value()) continue;
    EntityRecord completed = entity;
    completed.id = *id;
    ISNAD_RETURN_IF_ERROR(store.CompleteEntity(completed));
    return *id;
  }
  return CreateEntity(entity, document, store);
}

}  // namespace isnad::facts
