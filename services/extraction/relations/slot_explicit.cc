// Parts of SlotFiller that read subjects which the clause names in other ways than by a name beside
// the verb: by a noun of kind, behind "كل من", or behind the noun that says who it is.

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/morphology/verb_features.h"
#include "services/extraction/relations/slot_filler.h"
#include "services/extraction/relations/slot_reach.h"

namespace isnad::extraction {
namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

// Words between a verb and "كل من", and a noun and the name that explains it.
constexpr int kEachReach = 10;
constexpr int kExplainedReach = 4;
// Words of a noun phrase before its verb.
constexpr int kOpeningPhrase = 9;

bool IsPerfectFeminine(const Token& verb) {
  return verb.enclitic.empty() && absl::EndsWith(verb.form, "ت") &&
         FeaturesOf(verb).tense == VerbTense::kPerfect;
}

}  // namespace

bool SlotFiller::ClashesWithRelative(int relative, int verb) const {
  const absl::string_view word = index_.token(relative).surface;
  const Token& said = index_.token(verb);
  if (absl::EndsWith(word, "الذي")) {
    return IsPerfectFeminine(said) && FeaturesOf(said).gender == VerbGender::kFeminine;
  }
  return false;
}

Fillers SlotFiller::EachOf(int verb, const FillerSet& types,
                           const std::vector<ByteRange>& taken) const {
  const int end = std::min(index_.PassageTokens(verb).end, verb + kEachReach);
  for (int i = verb + 1; i + 1 < end; ++i) {
    if (index_.IsComma(i) || index_.IsStrongBoundary(i) || index_.IsVerb(i)) return {};
    // The accusative "كلا" is an object.
    const bool each = index_.token(i).surface == "كل" && index_.token(i + 1).surface == "من";
    // "Y has each of them": they are what the one named acts upon.
    if (index_.MentionStartsAt(i) && !GovernedByPreposition(index_.MentionAt(i), verb)) return {};
    if (each) return PhraseFillers(i + 2, types, taken, kPhraseReach);
  }
  return {};
}

Fillers SlotFiller::ExplainedSubject(int verb, const FillerSet& types,
                                     const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(verb);
  int i = verb + 1;
  if (i >= passage.end || index_.MentionAt(i) >= 0 || index_.ValueAt(i) >= 0) return {};
  const Token& noun = index_.token(i);
  if (!index_.IsNominal(i) || index_.IsAnyPreposition(i)) return {};
  if (!noun.definite && noun.enclitic.empty()) return {};
  while (i < passage.end && i < verb + 1 + kExplainedReach && index_.IsNominal(i) &&
         index_.MentionAt(i) < 0 && index_.ValueAt(i) < 0 && !index_.IsAnyPreposition(i)) {
    ++i;
  }
  if (i + 1 >= passage.end || !index_.IsComma(i) || !index_.MentionStartsAt(i + 1)) return {};
  const int mention = index_.MentionAt(i + 1);
  if (!types.Accepts(index_.TypeOfMention(mention)) || index_.HasConjunction(i + 1) ||
      Taken(analysis_.mentions[mention].range, taken)) {
    return {};
  }
  return {FromMention(mention)};
}

Fillers SlotFiller::PluperfectSubject(int verb, const FillerSet& types,
                                      const std::vector<ByteRange>& taken) const {
  constexpr int kReach = 14;
  const int begin = index_.PassageTokens(verb).begin;
  if (verb <= begin + 1 || index_.token(verb - 1).surface != "قد") return {};
  for (int i = verb - 2; i >= begin && i >= verb - kReach; --i) {
    const absl::string_view word = index_.token(i).base;
    if (word == "كان" || word == "كانت") {
      Fillers found = PhraseFillers(i + 1, types, taken, kPhraseReach);
      const bool before =
          !found.empty() && found.back().range.end <= index_.token(verb).range.begin;
      return before ? found : Fillers();
    }
    if (index_.IsVerb(i) || index_.token(i).form == ".") return {};
  }
  return {};
}

bool SlotFiller::CommonNounActs(int verb) const {
  static const auto* kinds =
      new WordSet{"شركه",  "مختبر", "بنك",   "مصرف",  "مجموعه", "موسسه", "هييه",   "منصه",
                  "صندوق", "ناشيه", "وزاره", "نادي",  "جامعه",  "وكاله", "مقاوله", "ذراع",
                  "كيان",  "مصنع",  "مشروع", "منظمه", "نقابه",  "اتحاد"};
  const TokenRange passage = index_.PassageTokens(verb);
  const int next = verb + 1;
  if (next < passage.end && index_.MentionAt(next) < 0 && index_.token(next).definite &&
      (index_.token(next).proclitics.empty() || index_.token(next).proclitics.front() == "ال") &&
      kinds->contains(index_.token(next).base)) {
    return true;
  }
  // "The team had counted": a noun phrase that opens the clause and is no name.
  int first = passage.begin;
  for (int i = verb - 1; i >= passage.begin; --i) {
    if (index_.IsComma(i) || index_.IsStrongBoundary(i)) {
      if (i == verb - 1) return false;
      first = i + 1;
      break;
    }
  }
  static const auto* helpers = new WordSet{"كان", "كانت", "ان", "لكن", "قد", "بات", "باتت"};
  while (first < verb && index_.MentionAt(first) < 0 &&
         (helpers->contains(index_.token(first).base) || index_.IsQuoteMark(first))) {
    ++first;
  }
  if (first >= verb || verb - first > kOpeningPhrase) return false;
  const Token& head = index_.token(first);
  const bool noun = head.part_of_speech == PartOfSpeech::kNoun && index_.MentionAt(first) < 0 &&
                    index_.ValueAt(first) < 0 && !index_.IsAnyPreposition(first) &&
                    !index_.IsRelativePronoun(first) && head.shape == TokenShape::kArabic &&
                    !head.stop_word && !IsAdverbial(first);
  if (!noun || !(head.definite || kinds->contains(head.base) || IsFacilityNoun(head))) return false;
  for (int i = first + 1; i < verb; ++i) {
    if (index_.IsVerb(i) || index_.IsRelativePronoun(i)) return false;
  }
  return true;
}

}  // namespace isnad::extraction
