// Parts of ImpliedParticipants that read "who worked at Y before he left it".

#include <algorithm>

#include "services/extraction/relations/frame_traits.h"
#include "services/extraction/relations/implied_participants.h"

namespace isnad::extraction {
namespace {

// From "before" to the relative pronoun that opens the clause.
constexpr int kClauseReach = 24;

}  // namespace

void ImpliedParticipants::SettleHouseBefore(const CompiledFrame& frame, const TriggerSite& site,
                                            Fillers* subjects, Fillers* objects) const {
  const int verb = site.tokens.begin;
  const int first = index_.PassageTokens(verb).begin;
  if (verb - 2 <= first || index_.token(verb - 1).surface != "ان" ||
      index_.token(verb - 2).base != "قبل") {
    return;
  }
  const bool pronoun = !objects->empty() && !objects->front().resolution_rule.empty();
  if (!objects->empty() && !pronoun) return;
  int house = -1;
  int i = verb - 3;
  for (; i >= first && i > verb - kClauseReach && !index_.IsRelativePronoun(i); --i) {
    if (index_.token(i).form == ".") return;
    const int named = index_.MentionAt(i);
    if (house < 0 && named >= 0 && index_.TypeOfMention(named) == EntityType::kOrganization) {
      house = named;
    }
  }
  if (house < 0 || i <= first || !index_.IsRelativePronoun(i)) return;
  int about = i - 1;
  while (about > first && (index_.IsComma(about) || index_.IsQuoteMark(about))) --about;
  const int person = index_.MentionAt(about);
  if (person >= 0 && index_.TypeOfMention(person) == EntityType::kPerson) {
    *subjects = {NamedBy(person, "")};
  }
  if (TypeOf(frame) == "LEFT") {
    *objects = {NamedBy(house, "house-before")};
  } else if (pronoun && objects->front().entity == analysis_.mentions[house].entity) {
    objects->clear();
  }
}

}  // namespace isnad::extraction
