#include "services/answering/domain/alike_mentions.h"

#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/matching/name_matcher.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

using matching::NameKind;
using matching::NameMatch;
using matching::NameMatcher;

// A likeness that chance explains as well is none.
constexpr double kLeastEvidence = 4.0;
// Below this, in bytes, a name is too short to be told by its letters.
constexpr size_t kLeastBytes = 5;

bool MayBear(const v1::QuestionEntity& asked, v1::EntityType type) {
  const v1::EntityType wanted = asked.entity().type();
  return wanted == v1::ENTITY_TYPE_UNSPECIFIED || type == v1::ENTITY_TYPE_UNSPECIFIED ||
         wanted == type || !asked.known();
}

v1::EntityMatch MakeMatch(const v1::QuestionEntity& asked, const v1::PassageMention& mention,
                          absl::string_view surface) {
  v1::EntityMatch match;
  match.mutable_entity()->set_name(mention.entity());
  match.mutable_entity()->set_type(mention.entity_type());
  v1::Alias* alias = match.mutable_entity()->add_aliases();
  alias->set_surface(std::string(surface));
  alias->set_folded_key(std::string(surface));
  match.set_score(1.0);
  match.set_matched_alias(std::string(surface));
  if (asked.entity().folded_keys_size() > 0) {
    match.set_matched_key(asked.entity().folded_keys(0));
  }
  return match;
}

}  // namespace

std::vector<v1::EntityMatch> FindAlikeMentions(const EntityLinks& links,
                                               const std::vector<v1::PassageHit>& hits) {
  std::vector<v1::EntityMatch> found;
  const NameMatcher matcher;
  for (const LinkedName& link : links.links()) {
    const std::string& name = link.asked.span().quote();
    if (link.stored() || name.size() < kLeastBytes) continue;
    const matching::MatchableName sought = matcher.Prepare(name);
    if (sought.empty()) continue;
    absl::flat_hash_set<absl::string_view> seen;
    double nearest = 1.0;
    v1::EntityMatch best;
    for (const v1::PassageHit& hit : hits) {
      const v1::Span& span = hit.passage().span();
      for (const v1::PassageMention& mention : hit.passage().mentions()) {
        if (!MayBear(link.asked, mention.entity_type())) continue;
        const absl::string_view surface =
            absl::string_view(span.quote())
                .substr(mention.begin() - span.begin(), mention.end() - mention.begin());
        if (!seen.insert(surface).second) continue;
        const NameKind kind =
            mention.entity_type() == v1::ENTITY_TYPE_PERSON ? NameKind::kPerson : NameKind::kOther;
        const NameMatch match = matcher.Compare(sought, matcher.Prepare(surface), kind);
        const bool alike = match.relation == matching::Relation::kSame && match.words_may_agree &&
                           match.evidence >= kLeastEvidence && match.distance < nearest;
        if (!alike) continue;
        nearest = match.distance;
        best = MakeMatch(link.asked, mention, surface);
      }
    }
    if (!best.entity().name().empty()) found.push_back(std::move(best));
  }
  return found;
}

}  // namespace isnad::answering
