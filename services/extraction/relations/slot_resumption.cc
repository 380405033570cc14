// Parts of SlotFiller that deal with words whose usual order a pronoun or complement changes.

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/slot_filler.h"

namespace isnad::extraction {
namespace {

// How far before the noun that takes up its antecedent a relative pronoun may stand, in tokens.
constexpr int kRelativeReach = 8;
// Words from a verb to the one who acts.
constexpr int kSubjectReach = 6;
// Words that may stand between "from" and a name: "from the company".
constexpr int kKindReach = 3;

}  // namespace

int SlotFiller::ResumedAntecedent(int noun, const FillerSet& types,
                                  const std::vector<ByteRange>& taken) const {
  if (noun >= static_cast<int>(analysis_.tokens.size())) return -1;
  if (index_.token(noun).enclitic.empty() || !index_.IsNominal(noun)) return -1;
  const TokenRange passage = index_.PassageTokens(noun);
  for (int i = noun - 1; i >= passage.begin && i >= noun - kRelativeReach; --i) {
    if (index_.IsComma(i) || index_.IsStrongBoundary(i)) return -1;
    if (index_.IsRelativePronoun(i)) return AdjacentBefore(i, types, taken);
  }
  return -1;
}

bool SlotFiller::ResumesBehindPerson(int verb) const {
  const int end = index_.PassageTokens(verb).end;
  for (int i = verb + 1; i < end && i <= verb + kSubjectReach; ++i) {
    const int mention = index_.MentionAt(i);
    if (mention < 0) {
      if (!index_.IsNominal(i)) return false;
      continue;
    }
    if (index_.TypeOfMention(mention) != EntityType::kPerson) return false;
    const int next = analysis_.mentions[mention].tokens.end;
    return next + 1 < end && index_.IsAnyPreposition(next) && index_.IsNominal(next + 1) &&
           !index_.token(next + 1).enclitic.empty();
  }
  return false;
}

Fillers SlotFiller::SubjectBehindPronoun(int verb, const FillerSet& types,
                                         const std::vector<ByteRange>& taken) const {
  const Token& word = index_.token(verb);
  const int passage = index_.PassageTokens(verb).begin;
  if (word.enclitic.empty() || verb == passage || index_.HasConjunction(verb)) return {};
  int before = verb - 1;
  while (before > passage && index_.IsQuoteMark(before)) --before;
  const int named = index_.MentionAt(before);
  if (named < 0 || index_.TypeOfMention(named) == EntityType::kPerson) return {};
  Fillers after = PhraseFillers(verb + 1, types, taken, kSubjectReach);
  if (after.empty() || !AgreesAfter(verb, after.front(), types)) return {};
  return after;
}

int SlotFiller::PastPartners(int from) const {
  static const auto* together = new absl::flat_hash_set<absl::string_view>{
      "شراكه", "تعاون", "اشتراك", "مشاركه", "تنسيق", "تحالف"};
  if (from + 1 >= static_cast<int>(analysis_.tokens.size())) return from;
  const int end = index_.PassageTokens(from).end;
  if (!index_.IsPreposition(from, "ب") || !together->contains(index_.token(from).base)) return from;
  if (from + 1 >= end || index_.token(from + 1).surface != "مع") return from;
  for (int i = from + 2; i < end && i <= from + 2 + kKindReach; ++i) {
    if (index_.MentionAt(i) < 0) {
      if (!index_.IsNominal(i) && !index_.IsQuoteMark(i)) return from;
      continue;
    }
    i = analysis_.mentions[index_.MentionAt(i)].tokens.end;
    while (i < end && (index_.IsQuoteMark(i) || index_.IsComma(i))) ++i;
    return i < end ? i : from;
  }
  return from;
}

int SlotFiller::PastSource(int from) const {
  if (from >= static_cast<int>(analysis_.tokens.size())) return from;
  const int end = index_.PassageTokens(from).end;
  const absl::string_view opener = index_.token(from).surface;
  if (opener != "من" && opener != "عن") return from;
  for (int i = from + 1; i < end && i <= from + kKindReach; ++i) {
    if (index_.MentionAt(i) >= 0) {
      i = analysis_.mentions[index_.MentionAt(i)].tokens.end;
      while (i < end && index_.IsQuoteMark(i)) ++i;
      return i < end ? i : from;
    }
    if (!index_.IsNominal(i) && !index_.IsQuoteMark(i)) return from;
  }
  return from;
}

}  // namespace isnad::extraction
