// Parts of ImpliedParticipants that find whose funding round it is.

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/implied_participants.h"

namespace isnad::extraction {
namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

// Words after a trigger among which the round is named.
constexpr int kRoundReach = 6;
// From a verb with a pronoun back to the round that it tells of.
constexpr int kDescribedReach = 14;
// Sentences before the trigger in which somebody may raise money.
constexpr int kPassagesBack = 3;

bool IsRound(const Token& token) {
  static const auto* set =
      new WordSet{"جوله", "تمويل", "دوره", "مستثمر", "مستثمرين", "مستثمرون", "داعمين", "ممولين"};
  return set->contains(token.base) || set->contains(token.lemma);
}

// Verbs of somebody who gets money, folded.
bool IsRaising(const Token& token) {
  static const auto* set =
      new WordSet{"جمع", "اغلق", "حصل", "نال", "انهي", "اتم", "استكمل", "حصد", "جذب", "تلقي"};
  return set->contains(token.lemma) || set->contains(token.base);
}

}  // namespace

bool ImpliedParticipants::SpeaksOfKnownRound(const TriggerSite& site) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  const int end = std::min(passage.end, site.tokens.end + kRoundReach);
  const int first = std::max(passage.begin, site.tokens.begin - kRoundReach);
  // "raised a round of ten million, which X led [قادها]": the pronoun is the round.
  if (!index_.token(site.tokens.begin).enclitic.empty()) {
    for (int i = site.tokens.begin - 1;
         i >= passage.begin && i > site.tokens.begin - kDescribedReach; --i) {
      if (index_.MentionAt(i) < 0 && IsRound(index_.token(i))) return true;
    }
  }
  for (int i = first; i < end; ++i) {
    const Token& word = index_.token(i);
    const bool known = word.definite || !word.enclitic.empty();
    if (known && index_.MentionAt(i) < 0 && IsRound(word)) return true;
    // "took part in it": in the round that was just spoken of.
    const bool in_it =
        i >= site.tokens.end && !word.enclitic.empty() && index_.IsPreposition(i, "في");
    if (in_it) return true;
  }
  return false;
}

Fillers ImpliedParticipants::RaiserOfRound(const TriggerSite& site,
                                           const std::vector<ByteRange>& taken) const {
  FillerSet organizations;
  organizations.organization = true;
  const int passage = index_.token(site.tokens.begin).passage;
  for (int i = site.tokens.begin - 1; i >= 0; --i) {
    if (index_.token(i).passage < passage - kPassagesBack) break;
    if (!index_.IsVerb(i) || !IsRaising(index_.token(i))) continue;
    Fillers raiser = filler_.VerbSubject(i, organizations, taken, SlotFiller::Reach::kCarried);
    // Somebody raised it, though not by a known name.
    if (raiser.empty() || raiser.front().kind != ArgumentRecord::Kind::kEntity) return {};
    raiser.resize(1);
    raiser.front().resolution_rule = "raiser";
    return raiser;
  }
  const int main = index_.SubjectAt(site.tokens.begin);
  if (main < 0 || analysis_.entities[main].type != EntityType::kOrganization) return {};
  const int mention = index_.NearestMention(main, site.tokens.begin);
  if (mention < 0) return {};
  for (const ByteRange& range : taken) {
    if (range.overlaps(analysis_.mentions[mention].range)) return {};
  }
  return {NamedBy(mention, "document-subject")};
}

}  // namespace isnad::extraction
