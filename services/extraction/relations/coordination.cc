#include "services/extraction/relations/coordination.h"

#include <algorithm>

#include "absl/strings/match.h"

namespace isnad::extraction {
namespace {

// An apposition ends, and the next name begins, within these many tokens.
constexpr int kAppositionReach = 12;
constexpr int kNameReach = 4;

bool IsPerson(const PhraseIndex& index, int mention) {
  return index.TypeOfMention(mention) == EntityType::kPerson;
}

// The comma that closes the apposition which opens at a token, or -1.
int ClosingComma(const PhraseIndex& index, int from) {
  const int end = std::min(index.PassageTokens(from).end, from + kAppositionReach);
  for (int i = from; i < end; ++i) {
    if (index.IsComma(i)) return i;
    const bool named = index.MentionAt(i) >= 0 && IsPerson(index, index.MentionAt(i));
    if (named || index.IsVerb(i) || index.IsRelativePronoun(i)) return -1;
    if (index.MentionAt(i) < 0 && index.IsStrongBoundary(i)) return -1;
  }
  return -1;
}

}  // namespace

int PersonPastApposition(const PhraseIndex& index, const RoleIndex& roles, int mention) {
  int i = index.analysis().mentions[mention].tokens.end;
  const int end = index.PassageTokens(i - 1).end;
  while (i < end && index.IsQuoteMark(i)) ++i;
  if (i + 1 >= end || !index.IsComma(i)) return -1;
  // Only a title or a definite noun says who somebody is.
  const bool apposition = roles.BeginningAt(i + 1) != nullptr ||
                          (index.token(i + 1).definite && index.IsNominal(i + 1) &&
                           index.MentionAt(i + 1) < 0 && !index.HasConjunction(i + 1));
  if (!apposition) return -1;
  const int comma = ClosingComma(index, i + 1);
  if (comma < 0 || comma + 1 >= end || !index.HasConjunction(comma + 1)) return -1;
  for (int k = comma + 1; k < end && k <= comma + kNameReach; ++k) {
    if (index.MentionStartsAt(k)) {
      const int next = index.MentionAt(k);
      return IsPerson(index, next) ? next : -1;
    }
    if (index.IsVerb(k) || index.token(k).surface == "ان") return -1;
    const bool between = index.IsNominal(k) || index.IsQuoteMark(k);
    if (!between && index.token(k).surface != "و") return -1;
  }
  return -1;
}

int PostedOrganization(const PhraseIndex& index, const RoleIndex& roles, int token) {
  const int passage = index.token(token).passage;
  const bool item = index.analysis().passages[passage].kind == PassageKind::kListItem;
  for (int i = token - 1; i >= 0 && index.token(i).passage >= passage - 1; --i) {
    // What one item says of a house does not go for the next.
    if (item && index.token(i).passage < passage) break;
    const RolePhrase* role = roles.BeginningAt(i);
    if (role == nullptr || role->former || !role->senior) continue;
    // "had held the post of director of X": where somebody was.
    if (!roles.IsAttributive(*role)) continue;
    // Founders and owners say nothing of where somebody works.
    if (absl::EndsWith(role->key, "FOUNDER") || role->key == "OWNER") continue;
    const int organization = roles.OrganizationOf(*role);
    if (organization >= 0) return organization;
  }
  return -1;
}

}  // namespace isnad::extraction
