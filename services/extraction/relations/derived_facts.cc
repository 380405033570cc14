#include "services/extraction/relations/derived_facts.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/delayed_plans.h"
#include "services/extraction/relations/derivation.h"
#include "services/extraction/relations/derived_backers.h"
#include "services/extraction/relations/derived_costs.h"
#include "services/extraction/relations/derived_counts.h"
#include "services/extraction/relations/derived_founders.h"
#include "services/extraction/relations/derived_moves.h"
#include "services/extraction/relations/derived_origins.h"
#include "services/extraction/relations/derived_posts.h"
#include "services/extraction/relations/former_houses.h"

namespace isnad::extraction {
namespace {

// Words from a noun like "unit" to the name of what it is.
constexpr int kNameReach = 6;

// A site that is opened is no product that comes out.
void DropReleasesOfSites(std::vector<FactRecord>* facts) {
  const auto of_site = [&](const FactRecord& fact) {
    return fact.type == "RELEASED" &&
           std::any_of(facts->begin(), facts->end(), [&](const FactRecord& other) {
             return other.type == "BUILDS_FACILITY" && other.trigger == fact.trigger &&
                    SameEnd(other.subject, fact.subject);
           });
  };
  std::vector<FactRecord> kept;
  for (const FactRecord& fact : *facts) {
    if (!of_site(fact)) kept.push_back(fact);
  }
  *facts = std::move(kept);
}

// A unit that an organisation sets up is part of it.
void AddPartsOf(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  static const auto* units =
      new absl::flat_hash_set<absl::string_view>{"وحده", "قسم",  "مختبر", "فريق",  "ذراع", "قطاع",
                                                 "فرع",  "شعبه", "اداره", "تابعه", "تابع", "كيان"};
  std::vector<FactRecord> derived;
  const Analysis& analysis = index.analysis();
  for (const FactRecord& founding : *facts) {
    if (founding.type != "FOUNDED" || founding.polarity != Polarity::kAsserted) continue;
    if (!IsEntity(founding.subject) ||
        analysis.entities[founding.subject.entity].type != EntityType::kOrganization) {
      continue;
    }
    const bool named =
        IsEntity(founding.object) || founding.object.resolution_rule == "quoted-name";
    if (!named || Says(*facts, "PART_OF", founding.object, founding.subject)) continue;
    const TokenRange words = analysis.passages[founding.passage].tokens;
    int name = words.begin;
    while (name < words.end && index.token(name).range.end <= founding.object.range.begin) ++name;
    bool unit = false;
    for (int i = name; i > words.begin && i > name - kNameReach && !unit; --i) {
      unit = units->contains(index.token(i).base) || units->contains(index.token(i).lemma);
      const bool calls = absl::EndsWith(index.token(i).base, "حمل") ||
                         absl::EndsWith(index.token(i).base, "دعي") ||
                         absl::EndsWith(index.token(i).base, "سمي");
      if (i < name && (index.MentionAt(i) >= 0 || (index.IsVerb(i) && !calls))) break;
    }
    if (!unit) continue;
    FactRecord part = Derive(founding, "PART_OF", "PART_OF/set-up-by");
    std::swap(part.subject, part.object);
    part.subject.role = "subject";
    part.object.role = "object";
    derived.push_back(std::move(part));
  }
  facts->insert(facts->end(), derived.begin(), derived.end());
}

}  // namespace

void AddDerivedFacts(const PhraseIndex& index, const RoleIndex& roles,
                     std::vector<FactRecord>* facts) {
  SettleHousesLeft(index.analysis(), facts);
  SettleBackersBeside(index, facts);
  AddHiredFrom(facts);
  AddDelaysOfPlans(index, facts);
  AddPlansOfDelays(facts);
  DropReleasesOfSites(facts);
  HoldPostsInPresent(index, facts);
  GivePostsAhead(facts);
  GiveHousesOfPosts(index, roles, facts);
  AddPostsOfJoiners(index, roles, facts);
  DropPostsGiven(facts);
  DropPostsOfStaff(facts);
  AddOriginsBefore(index, facts);
  AddPartsOf(index, facts);
  AddFormerPosts(index, roles, facts);
  AddPredecessors(index, facts);
  AddColleagues(index, facts);
  AddFoundersBeside(index, facts);
  DropCountsOfOthers(index, facts);
  AddOtherCounts(index, facts);
  AddCostsOfSites(index, facts);
}

}  // namespace isnad::extraction
