#include "services/facts/domain/alike_names.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "absl/strings/string_view.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

using matching::MatchableName;
using matching::NameKind;
using matching::NameMatch;
using matching::NameMatcher;
using matching::Setting;

constexpr int kPersonType = 1;
// A key that more spellings have says too little to look at them all.
constexpr int kMostAliasesOfKey = 200;
constexpr double kFarScore = 0.5;
constexpr double kNearScore = 0.65;

// Names of unknown type may be people's: nothing is lost by looking.
NameKind KindOf(int entity_type) {
  return entity_type == kPersonType || entity_type == 0 ? NameKind::kPerson : NameKind::kOther;
}

}  // namespace

std::vector<std::string> MatchKeys(const std::string& surface, int entity_type) {
  return NameMatcher::StoredKeys(surface, KindOf(entity_type));
}

absl::Status AlikeNames::LookUp(const std::vector<std::string>& keys, int entity_type) {
  std::vector<std::string> unknown;
  for (const std::string& key : keys) {
    if (by_key_.try_emplace({key, entity_type}).second) unknown.push_back(key);
  }
  if (unknown.empty()) return absl::OkStatus();
  ISNAD_ASSIGN_OR_RETURN(std::vector<AliasCandidate> found,
                         store_.FindAliases(unknown, entity_type, kMostAliasesOfKey));
  for (AliasCandidate& candidate : found) {
    std::vector<AliasCandidate>& of_key = by_key_[{candidate.match_key, entity_type}];
    of_key.push_back(std::move(candidate));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<AlikeAlias>> AlikeNames::Find(const std::string& name, int entity_type,
                                                         Setting setting) {
  std::vector<AlikeAlias> alike;
  const std::vector<std::string> keys = setting == Setting::kStore
                                            ? NameMatcher::Keys(name)
                                            : NameMatcher::SoughtKeys(name, KindOf(entity_type));
  const MatchableName& sought = memory_->Prepare(name);
  std::set<std::pair<absl::string_view, absl::string_view>> seen;
  ISNAD_RETURN_IF_ERROR(LookUp(keys, entity_type));
  for (const std::string& key : keys) {
    for (const AliasCandidate& candidate : by_key_[{key, entity_type}]) {
      if (!seen.insert({candidate.entity, candidate.surface}).second) continue;
      const NameMatch match = memory_->matcher().Compare(
          sought, memory_->Prepare(candidate.surface), KindOf(candidate.type));
      if (NameMatcher::IsSame(match, setting)) alike.push_back({candidate, match});
    }
  }
  std::stable_sort(alike.begin(), alike.end(), [](const AlikeAlias& a, const AlikeAlias& b) {
    return std::make_tuple(a.match.distance, -a.match.evidence) <
           std::make_tuple(b.match.distance, -b.match.evidence);
  });
  return alike;
}

absl::StatusOr<std::vector<FoundEntity>> AlikeNames::FindEntities(const std::string& name,
                                                                  int entity_type) {
  ISNAD_ASSIGN_OR_RETURN(const std::vector<AlikeAlias> alike,
                         Find(name, entity_type, Setting::kText));
  std::vector<FoundEntity> found;
  for (const AlikeAlias& entry : alike) {
    const double nearness = 1 - std::min(1.0, entry.match.distance);
    found.push_back({entry.alias.entity, kFarScore + (kNearScore - kFarScore) * nearness,
                     entry.alias.surface, name});
  }
  return found;
}

}  // namespace isnad::facts
