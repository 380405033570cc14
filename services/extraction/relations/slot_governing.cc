// Parts of SlotFiller that find who does what a noun says: the subject of what governs it.

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/slot_filler.h"

namespace isnad::extraction {
namespace {

// A phrase that opens a sentence has its trigger among the first words; its subject may follow in
// the main clause.
constexpr int kOpeningWords = 3;
constexpr int kAheadReach = 16;
// How far before a noun its governing verb may stand.
constexpr int kGoverningReach = 16;
// From "led" past its subject to "the round".
constexpr int kRoundReach = 7;

// The verbs of the periphrastic passive: "تم تعيين".
bool IsPassiveHelper(const Token& token) {
  static const auto* set =
      new absl::flat_hash_set<absl::string_view>{"تم", "تمت", "يتم", "تتم", "سيتم", "ستتم"};
  return set->contains(token.surface) || set->contains(token.base);
}

}  // namespace

Fillers SlotFiller::GoverningSubject(const TriggerSite& site, const FillerSet& types,
                                     const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  // "was recruited": the passive has no subject to lend.
  const int helper = site.tokens.begin - 1;
  int last = helper;
  if (helper >= passage.begin && IsPassiveHelper(index_.token(helper))) {
    // Unless it tells of a noun before it: "in a round that was led by Y".
    const bool relative = helper > passage.begin &&
                          index_.token(helper - 1).part_of_speech == PartOfSpeech::kNoun &&
                          index_.MentionAt(helper - 1) < 0 && !index_.token(helper - 1).definite;
    if (!relative) return {};
    last = helper - 1;
  }
  while (last > passage.begin && index_.IsQuoteMark(last)) --last;
  // "X's decision to launch": the one whose intent it is.
  const int intent = last >= passage.begin ? index_.MentionAt(last) : -1;
  if (intent >= 0 && types.Accepts(index_.TypeOfMention(intent)) &&
      !Taken(analysis_.mentions[intent].range, taken) && FollowsIntent(intent)) {
    return {FromMention(intent)};
  }
  int first = site.tokens.begin - kGoverningReach;
  int describing = -1;
  for (int i = last; i >= passage.begin && i >= first; --i) {
    if (index_.token(i).form == "." || index_.token(i).form == "؛") break;
    // A name or figure counts as one word, punctuation as none.
    const bool inside = (index_.MentionAt(i) >= 0 && !index_.MentionStartsAt(i)) ||
                        (index_.ValueAt(i) >= 0 && i + 1 < passage.end &&
                         index_.ValueAt(i + 1) == index_.ValueAt(i));
    if (inside || index_.token(i).shape == TokenShape::kPunctuation) --first;
    // Words that somebody said do not govern what he did while he said them.
    if (index_.token(i).form == "»") {
      int open = i - 1;
      while (open > passage.begin && index_.token(open).form != "«") --open;
      first -= i - open;
      i = open;
      continue;
    }
    // "X, which Y founded, raised": the verb of a relative clause governs nothing beyond it.
    if (index_.IsVerb(i) && i > passage.begin && index_.IsRelativePronoun(i - 1) &&
        CommaBetween(i, site.tokens.begin)) {
      continue;
    }
    // "closed a round, which Y led [قادها] and Z joined": whose round it is comes before.
    if (types.organization && DescribesRound(i)) {
      if (describing < 0) first -= kGoverningReach;
      describing = i;
      continue;
    }
    if (index_.IsVerb(i)) return VerbSubject(i, types, taken, Reach::kCarried);
  }
  if (describing >= 0) return {};
  const int far = MentionBefore(site.tokens.begin, types, taken, /*through_prepositions=*/false);
  if (far >= 0) return {FromMention(far)};
  return SubjectAhead(site, types, taken);
}

bool SlotFiller::DescribesRound(int token) const {
  // "قادتها" is spelled like "its leaders".
  static const auto* leads = new absl::flat_hash_set<absl::string_view>{
      "قاد", "قادت", "تراس", "تراست", "تزعم", "تزعمت", "يقود", "تقود"};
  static const auto* joins = new absl::flat_hash_set<absl::string_view>{
      "شارك", "شاركت", "ساهم", "ساهمت", "اسهم", "اسهمت", "دخل", "دخلت"};
  const Token& word = index_.token(token);
  const bool leading = leads->contains(word.base) || leads->contains(word.lemma);
  if (!word.enclitic.empty()) return leading;
  const int next = token + 1;
  if (next >= index_.PassageTokens(token).end) return false;
  const Token& behind = index_.token(next);
  if (leading) {
    // "led the round", "the fund X led the round".
    const int end = std::min(index_.PassageTokens(token).end, next + kRoundReach);
    for (int i = next; i < end && !index_.IsVerb(i); ++i) {
      const Token& noun = index_.token(i);
      if (noun.definite && (noun.base == "جوله" || noun.base == "تمويل")) return true;
    }
    return false;
  }
  return joins->contains(word.base) && index_.IsPreposition(next, "في") && !behind.enclitic.empty();
}

bool SlotFiller::FollowsIntent(int mention) const {
  static const auto* intents = new absl::flat_hash_set<absl::string_view>{
      "عزم",     "نيه",   "اعتزام", "خطه", "خطط",   "قرار", "سعي", "رغبه",
      "استعداد", "اعلان", "محاوله", "بدء", "مشروع", "عرض",  "تعهد"};
  constexpr int kKindReach = 3;
  const int name = analysis_.mentions[mention].tokens.begin;
  const int first = std::max(index_.PassageTokens(name).begin, name - kKindReach);
  for (int i = name - 1; i >= first; --i) {
    if (intents->contains(index_.token(i).base)) return true;
    if (!index_.IsNominal(i) && !index_.IsQuoteMark(i)) return false;
  }
  return false;
}

// A bare word that the tagger took for a noun right before a name: "تطور X مراكز".
bool SlotFiller::OpensClauseLikeVerb(int token) const {
  const Token& word = index_.token(token);
  return index_.IsComma(token - 1) && index_.MentionAt(token) < 0 && !word.definite &&
         word.proclitics.empty() && token + 1 < index_.PassageTokens(token).end &&
         index_.MentionStartsAt(token + 1);
}

Fillers SlotFiller::SubjectAhead(const TriggerSite& site, const FillerSet& types,
                                 const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  if (site.tokens.begin > passage.begin + kOpeningWords) return {};
  bool comma = false;
  for (int i = site.tokens.end; i < passage.end && i < site.tokens.end + kAheadReach; ++i) {
    if (index_.token(i).form == ".") break;
    if (index_.IsComma(i)) {
      comma = true;
    } else if (comma && (index_.IsVerb(i) || OpensClauseLikeVerb(i))) {
      Fillers found = VerbSubject(i, types, taken, Reach::kBeside);
      for (ArgumentRecord& argument : found) argument.resolution_rule = "main-clause-subject";
      return found;
    }
  }
  return {};
}

}  // namespace isnad::extraction
