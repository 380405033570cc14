// Parts of SlotFiller that tie a relative clause, and the pronouns in it, to what it is about.

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/people_nouns.h"
#include "services/extraction/relations/slot_filler.h"
#include "services/extraction/relations/slot_reach.h"

namespace isnad::extraction {
namespace {

// How far a clause may go on about the name that it is of.
constexpr int kResumedReach = 24;
// How far before a relative pronoun its antecedent may end.
constexpr int kAntecedentReach = 7;
// How long a relative clause or title between commas may be, in tokens.
constexpr int kAppositionReach = 30;
// How far before the noun that takes up its antecedent a relative pronoun may stand, in tokens.
constexpr int kRelativeReach = 8;

}  // namespace

Fillers SlotFiller::Antecedent(int relative, int verb, const FillerSet& types,
                               const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(relative);
  const absl::string_view word = index_.token(relative).surface;
  const bool plural = absl::EndsWith(word, "الذين") || absl::EndsWith(word, "اللذين") ||
                      absl::EndsWith(word, "اللذان") || absl::EndsWith(word, "اللواتي");
  const bool group =
      plural || (absl::EndsWith(word, "التي") && relative > passage.begin &&
                 index_.MentionAt(relative - 1) < 0 && IsPeopleNoun(index_.token(relative - 1)));
  if (group && types.person) {
    // "the researchers who worked at Y, among them A and B"
    int head = relative - 1;
    while (head > passage.begin && index_.MentionAt(head) < 0 &&
           index_.token(head).part_of_speech == PartOfSpeech::kAdjective &&
           !IsPeopleNoun(index_.token(head))) {
      --head;
    }
    if (head >= passage.begin && index_.MentionAt(head) < 0 && IsPeopleNoun(index_.token(head))) {
      const Fillers listed = Enumerated(verb + 1, types);
      if (!listed.empty()) return listed;
      // "A, one of the executives who moved": the one that the group stands beside.
      for (int i = head; i >= passage.begin && i > head - 5; --i) {
        if (index_.token(i).surface != "احد" && index_.token(i).surface != "احدي") continue;
        const int one = MentionBefore(i, types, taken, /*through_prepositions=*/true);
        if (one >= 0 && i - analysis_.mentions[one].tokens.end <= 1) return {FromMention(one)};
      }
      return {};
    }
  }
  if (plural && types.person) {
    // "among those who left Y: A and B"
    for (int i = verb + 1; i + 1 < passage.end && index_.token(i).form != "."; ++i) {
      if (index_.token(i).form != ":" || !index_.MentionStartsAt(i + 1)) continue;
      const int listed = index_.MentionAt(i + 1);
      if (index_.TypeOfMention(listed) == EntityType::kPerson)
        return WithCoordinated(listed, types);
    }
  }
  const int nearest = AdjacentBefore(relative, types, taken);
  if (nearest < 0) return {};
  return plural ? WithCoordinatedBefore(nearest, types, taken) : Fillers{FromMention(nearest)};
}

int SlotFiller::AdjacentBefore(int token, const FillerSet& types,
                               const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(token);
  int first = token - kAntecedentReach;
  for (int i = token - 1; i >= passage.begin && i >= first; --i) {
    // "X, head of training at Y, who moved": the title between commas is over.
    const RolePhrase* title = types.person && !types.organization ? roles_.Covering(i) : nullptr;
    const bool apart = title != nullptr && title->tokens.begin > passage.begin && i < token - 1 &&
                       index_.IsComma(title->tokens.begin - 1) && index_.IsComma(token - 1);
    if (apart) {
      first -= i - title->tokens.begin;
      i = title->tokens.begin;
      continue;
    }
    const int mention = index_.MentionAt(i);
    if (mention >= 0) {
      i = analysis_.mentions[mention].tokens.begin;
      const bool fits = types.Accepts(index_.TypeOfMention(mention)) &&
                        !Taken(analysis_.mentions[mention].range, taken);
      if (fits) return mention;
      continue;
    }
    // Words in quotation marks that are no known name are a name all the same.
    if (index_.IsQuoteMark(i) && i > passage.begin && i >= token - 2 &&
        index_.MentionAt(i - 1) < 0) {
      return -1;
    }
    if (index_.IsVerb(i) || index_.IsStrongBoundary(i)) return -1;
  }
  return -1;
}

int SlotFiller::BeforeApposition(int comma, const FillerSet& types,
                                 const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(std::max(comma, 0));
  if (comma <= passage.begin || !index_.IsComma(comma)) return -1;
  for (int i = comma - 1; i > passage.begin && i > comma - kAppositionReach; --i) {
    if (index_.token(i).form == "." || index_.token(i).form == "؛") return -1;
    if (!index_.IsComma(i)) continue;
    const int next = i + 1;
    const absl::string_view opener = index_.token(next).surface;
    const bool says_who =
        index_.IsRelativePronoun(next) || roles_.BeginningAt(next) != nullptr ||
        opener == "ومقرها" || opener == "ومقره" || opener == "وهي" || opener == "وهو" ||
        (index_.token(next).definite && index_.MentionAt(next) < 0 && !index_.IsVerb(next) &&
         !index_.HasConjunction(next) && index_.IsNominal(next));
    // A list inside the apposition has commas of its own.
    if (!says_who) continue;
    int name = i;
    while (name > passage.begin &&
           (index_.IsQuoteMark(name - 1) || IsNationality(name - 1, passage.begin))) {
      --name;
    }
    if (name > passage.begin && index_.token(name - 1).form == ")") {
      while (name > passage.begin && index_.token(name - 1).form != "(") --name;
      if (name > passage.begin) --name;
      while (name > passage.begin && index_.IsQuoteMark(name - 1)) --name;
    }
    const int mention = name > passage.begin ? index_.MentionAt(name - 1) : -1;
    const bool fits = mention >= 0 && types.Accepts(index_.TypeOfMention(mention)) &&
                      !GovernedByPreposition(mention) &&
                      !Taken(analysis_.mentions[mention].range, taken);
    return fits ? mention : -1;
  }
  return -1;
}

bool SlotFiller::IsOfRelative(int token, const std::vector<ByteRange>& taken) const {
  const TokenRange passage = index_.PassageTokens(token);
  for (int i = token - 1; i > passage.begin && i > token - 6; --i) {
    if (index_.IsComma(i)) return false;
    if (!index_.IsRelativePronoun(i)) continue;
    const int mention = index_.MentionAt(i - 1) >= 0 || i - 2 < passage.begin
                            ? index_.MentionAt(i - 1)
                            : index_.MentionAt(i - 2);
    return mention >= 0 && Taken(analysis_.mentions[mention].range, taken);
  }
  return false;
}

int SlotFiller::RelativeEnd(int relative) const {
  const TokenRange passage = index_.PassageTokens(relative);
  int i = relative + 1;
  while (i < passage.end && !index_.IsComma(i) && !index_.IsStrongBoundary(i) &&
         index_.token(i).form != ")") {
    ++i;
  }
  return i;
}

bool SlotFiller::ResumesBehind(int verb) const {
  const int next = verb + 1;
  const int end = index_.PassageTokens(verb).end;
  if (next >= end) return false;
  // "which took part in founding [it] X": the pronoun is on the noun.
  const bool on_noun = index_.token(next).surface == "في" && next + 1 < end &&
                       !index_.token(next + 1).enclitic.empty() && index_.IsNominal(next + 1) &&
                       verb > index_.PassageTokens(verb).begin &&
                       absl::EndsWith(index_.token(verb - 1).surface, "التي");
  if (on_noun && NamesAGroup(next)) return true;
  return !index_.token(next).enclitic.empty() && index_.IsAnyPreposition(next) &&
         !index_.IsNominal(next);
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

Fillers SlotFiller::QuotedAntecedent(int token, const FillerSet& types) const {
  const TokenRange passage = index_.PassageTokens(token);
  for (int i = token - 1; i > passage.begin && i > token - kResumedReach; --i) {
    if (index_.token(i).form == "." || index_.token(i).form == "؛") return {};
    if (index_.IsRelativePronoun(i)) return QuotedBefore(i, types);
  }
  return {};
}

}  // namespace isnad::extraction
