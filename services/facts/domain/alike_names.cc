#include "services/facts/domain/alike_names.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

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

absl::StatusOr<std::vector<AlikeAlias>> FindAlike(const std::string& name, int entity_type,
                                                  Setting setting, Snapshot& store) {
  std::vector<AlikeAlias> alike;
  const std::vector<std::string> keys = setting == Setting::kStore
                                            ? NameMatcher::Keys(name)
                                            : NameMatcher::SoughtKeys(name, KindOf(entity_type));
  if (keys.empty()) return alike;
  ISNAD_ASSIGN_OR_RETURN(const std::vector<AliasCandidate> candidates,
                         store.FindAliases(keys, entity_type, kMostAliasesOfKey));
  if (candidates.empty()) return alike;
  const NameMatcher matcher;
  const MatchableName sought = matcher.Prepare(name);
  std::map<std::pair<std::string, std::string>, bool> seen;
  for (const AliasCandidate& candidate : candidates) {
    if (!seen.insert({{candidate.entity, candidate.surface}, true}).second) continue;
    const NameMatch match =
        matcher.Compare(sought, matcher.Prepare(candidate.surface), KindOf(candidate.type));
    if (NameMatcher::IsSame(match, setting)) alike.push_back({candidate, match});
  }
  std::stable_sort(alike.begin(), alike.end(), [](const AlikeAlias& a, const AlikeAlias& b) {
    return std::make_tuple(a.match.distance, -a.match.evidence) <
           std::make_tuple(b.match.distance, -b.match.evidence);
  });
  return alike;
}

absl::StatusOr<std::vector<FoundEntity>> FindEntitiesAlike(const std::string& name, int entity_type,
                                                           Snapshot& store) {
  ISNAD_ASSIGN_OR_RETURN(const std::vector<AlikeAlias> alike,
                         FindAlike(name, entity_type, Setting::kText, store));
  std::vector<FoundEntity> found;
  for (const AlikeAlias& entry : alike) {
    const double nearness = 1 - std::min(1.0, entry.match.distance);
    found.push_back({entry.alias.entity, kFarScore + (kNearScore - kFarScore) * nearness,
                     entry.alias.surface, name});
  }
  return found;
}

}  // namespace isnad::facts
