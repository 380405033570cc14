#include "services/extraction/reference/clause_subjects.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/reference/agreement.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr int kSubjectReach = 6;  // tokens behind a verb
constexpr int kClauseReach = 12;  // tokens back to the verb of a clause
constexpr int kSpeechReach = 30;  // tokens from a verb to its complement

}  // namespace

int ClauseSubjects::SubjectOf(int verb, bool* common) const {
  *common = false;
  const TokenRange passage = discourse_.PassageTokens(verb);
  bool nominal = false;
  int last = verb;  // noun before the name
  for (int i = verb + 1; i < passage.end && i <= verb + kSubjectReach; ++i) {
    const TitleSite* title = discourse_.titles().At(i);
    if (title != nullptr && !discourse_.Taken(i) && title->person >= 0) return title->person;
    const int entity = discourse_.EntityFrom(i);
    if (entity >= 0) {
      const Mention* name = discourse_.NameFrom(i);
      const bool opens = name == nullptr || name->range.begin == discourse_.token(i).range.begin;
      if (!opens) break;
      // "متحدث X" has a common noun as subject, "شركة X" the name.
      const bool of_name =
          !nominal ||
          discourse_.lexicon().WithNoun(WithoutArticle(discourse_.token(last).base)) != nullptr ||
          discourse_.TypeOf(entity) == EntityType::kPerson;
      if (of_name) return entity;
      break;
    }
    const Token& token = discourse_.token(i);
    if (discourse_.IsQuoteMark(i)) continue;
    if (token.shape == TokenShape::kPunctuation || discourse_.IsPreposition(i) ||
        discourse_.IsVerb(i) || IsOneOf(token.surface, {"ان", "انه", "انها", "بان"})) {
      break;
    }
    const bool noun = token.part_of_speech == PartOfSpeech::kNoun ||
                      token.part_of_speech == PartOfSpeech::kAdjective ||
                      token.part_of_speech == PartOfSpeech::kUnknown ||
                      token.part_of_speech == PartOfSpeech::kProperNoun;
    if (!noun || !token.enclitic.empty()) {
      nominal = nominal || noun;
      break;
    }
    nominal = true;
    last = i;
  }
  if (nominal) {
    *common = true;
    return -1;
  }
  int i = verb - 1;
  while (i >= passage.begin &&
         (discourse_.IsComma(i) || discourse_.IsQuoteMark(i) ||
          discourse_.token(i).surface == "قد" || discourse_.token(i).surface == "لم")) {
    --i;
  }
  const bool joined = absl::StartsWith(discourse_.token(verb).surface, "و");
  if (i >= passage.begin && !joined) {
    if (discourse_.Taken(i)) return discourse_.EntityAt(i);
    *common = discourse_.token(i).part_of_speech == PartOfSpeech::kNoun ||
              discourse_.token(i).part_of_speech == PartOfSpeech::kAdjective;
  }
  return -1;
}

int ClauseSubjects::SubjectOfClause(int i, TypeSet types) const {
  const int begin = discourse_.PassageTokens(i).begin;
  int first = std::max(begin, i - kClauseReach);
  bool said = false;  // beyond "that"
  bool other = false;
  bool joined = false;
  const auto is_meanwhile = [&](int k) {
    return k >= begin && IsOneOf(discourse_.token(k).surface, {"فيما", "بينما"});
  };
  for (int k = i - 1; k >= first; --k) {
    if (discourse_.IsStop(k)) return -1;
    said = said || (other && IsComplementizer(k));
    if (!discourse_.IsVerb(k)) continue;
    if (other && !said && !joined) return -1;
    // "ستصبح X وحدة، وتتولى إدارتها Y": the host is the object of a joined clause.
    if (k == i - 1 && !other && k > begin &&
        (absl::StartsWith(discourse_.token(k).surface, "و") || is_meanwhile(k - 1))) {
      other = joined = true;
      first = std::max(begin, k - kSpeechReach);
      continue;
    }
    bool common = false;
    const int subject = SubjectOf(k, &common);
    const bool heard = subject >= 0 && discourse_.LastHeard(subject) > k;
    if (other) {
      if (subject < 0 || !types.Has(discourse_.TypeOf(subject))) return -1;
      const bool speaks = discourse_.lexicon().IsSpeechVerb(discourse_.token(k).lemma);
      return speaks || (joined && !said) ? subject : -1;
    }
    // "تبني X مركزا بعدما استثمرت فيها Y": whoever the clause before is about.
    const bool after = subject < 0 && !common && k > begin &&
                       IsOneOf(discourse_.token(k - 1).surface, {"بعدما", "بعد", "عقب"});
    if (after) continue;
    if (subject >= 0 && !types.empty() && !types.Has(discourse_.TypeOf(subject))) {
      other = true;
      // "ستصبح X وحدة، ويتولى Y إدارتها": the clause before goes on.
      joined = absl::StartsWith(discourse_.token(k).surface, "و") || is_meanwhile(k - 1);
      first = std::max(begin, k - kSpeechReach);
      continue;
    }
    return heard ? subject : -1;
  }
  return -1;
}

bool ClauseSubjects::IsComplementizer(int i) const {
  const Token& token = discourse_.token(i);
  return token.base == "ان" || IsOneOf(token.surface, {"ان", "وان", "بان", "وبان"}) ||
         IsOneOf(PronounOf(token).base, {"ان", "بان"});
}

}  // namespace isnad::extraction
