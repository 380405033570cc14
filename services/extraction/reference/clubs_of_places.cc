#include "services/extraction/reference/clubs_of_places.h"

#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/reference/new_organization.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr double kClubConfidence = 0.8;
constexpr double kBareConfidence = 0.6;
// The club must be named in full this often before its bare name is taken for it.
constexpr int kFullNames = 2;

bool IsPlaceName(const Analysis& analysis, const Mention& mention) {
  return mention.kind == MentionKind::kName && mention.entity >= 0 &&
         analysis.entities[mention.entity].type == EntityType::kLocation &&
         mention.range.begin == analysis.tokens[mention.tokens.begin].range.begin;
}

// The token of the word for a club right before the place, or -1.
int ClubBefore(const Analysis& analysis, const Mention& place) {
  const int i = place.tokens.begin - 1;
  if (i < 0 || analysis.tokens[i].passage != analysis.tokens[place.tokens.begin].passage) return -1;
  const Token& word = analysis.tokens[i];
  return !word.definite && word.enclitic.empty() && IsOneOf(word.base, {"نادي", "ناديا"}) ? i : -1;
}

// "in X", "the river X": the place itself.
bool IsPlaceItself(const Analysis& analysis, const Mention& place) {
  const int i = place.tokens.begin - 1;
  if (i < 0 || analysis.tokens[i].passage != analysis.tokens[place.tokens.begin].passage)
    return false;
  return IsOneOf(
      analysis.tokens[i].base,
      {"في",    "نهر",  "مدينه", "محافظه", "منطقه", "حوض",  "ضفاف", "وادي", "جزيره", "اقليم",
       "ولايه", "بلده", "شرق",   "غرب",    "شمال",  "جنوب", "سد",   "مياه", "قرب",   "حي"});
}

}  // namespace

void JoinClubsOfPlaces(Analysis* analysis) {
  absl::flat_hash_map<int, int> full_names;  // by place
  for (const Mention& mention : analysis->mentions) {
    if (IsPlaceName(*analysis, mention) && ClubBefore(*analysis, mention) >= 0) {
      ++full_names[mention.entity];
    }
  }
  if (full_names.empty()) return;
  absl::flat_hash_map<int, int> clubs;  // by place
  std::vector<Mention> joined;
  for (const Mention& mention : analysis->mentions) {
    if (!IsPlaceName(*analysis, mention) || full_names.count(mention.entity) == 0) continue;
    const int noun = ClubBefore(*analysis, mention);
    if (noun < 0) continue;
    Mention club = mention;
    club.tokens.begin = noun;
    const int letters = static_cast<int>(analysis->tokens[noun].proclitics.size());
    club.range.begin = WithoutLetters(*analysis, analysis->tokens[noun], letters).begin;
    const auto [place, fresh] = clubs.emplace(mention.entity, -1);
    if (fresh) place->second = AddOrganization(club.range, "CLUB", analysis);
    club.entity = place->second;
    club.confidence = kClubConfidence;
    club.rule = "club-of-place";
    joined.push_back(std::move(club));
  }
  for (const Mention& mention : analysis->mentions) {
    if (!IsPlaceName(*analysis, mention) || ClubBefore(*analysis, mention) >= 0) continue;
    const auto count = full_names.find(mention.entity);
    if (count == full_names.end() || count->second < kFullNames) continue;
    if (IsPlaceItself(*analysis, mention)) continue;
    Mention club = mention;
    club.kind = MentionKind::kShortName;
    club.entity = clubs[mention.entity];
    club.confidence = kBareConfidence;
    club.rule = "club-of-place";
    joined.push_back(std::move(club));
  }
  PutMentions(std::move(joined), analysis);
}

}  // namespace isnad::extraction
