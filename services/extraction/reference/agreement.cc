#include "services/extraction/reference/agreement.h"

#include "absl/strings/match.h"
#include "services/extraction/morphology/verb_features.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr absl::string_view kPronouns[] = {"هما", "هم", "هن", "ها", "ه"};
constexpr absl::string_view kParticles[] = {"ان", "بان", "لان", "كان", "لكن", "لدي", "بين",
                                            "ل",  "ب",   "في",  "علي", "الي", "عن",  "مع",
                                            "من", "عند", "حول", "ضد",  "نحو", "تجاه"};

// Every word is asked for all of them: the last byte tells most apart.
bool EndsIn(absl::string_view word, absl::string_view ending) {
  return !word.empty() && word.back() == ending.back() && absl::EndsWith(word, ending);
}

}  // namespace

PronounOnWord PronounOf(const Token& token) {
  absl::string_view word = token.surface;
  for (int pass = 0; pass < 2; ++pass) {
    for (absl::string_view pronoun : kPronouns) {
      if (!EndsIn(word, pronoun)) continue;
      const absl::string_view particle = word.substr(0, word.size() - pronoun.size());
      if (OneOf(kParticles, particle)) return {pronoun, particle};
    }
    if (!absl::StartsWith(word, "و") && !absl::StartsWith(word, "ف")) break;
    word.remove_prefix(absl::string_view("و").size());
  }
  if (!token.enclitic.empty() &&
      AgreementOfPronoun(token.enclitic).number != WordNumber::kUnknown) {
    return {token.enclitic, token.base};
  }
  return {};
}

Agreement AgreementOfPronoun(absl::string_view enclitic) {
  if (enclitic == "ه") return {WordGender::kMasculine, WordNumber::kSingular};
  if (enclitic == "ها") return {WordGender::kFeminine, WordNumber::kSingular};
  if (enclitic == "هم") return {WordGender::kMasculine, WordNumber::kPlural};
  if (enclitic == "هن") return {WordGender::kFeminine, WordNumber::kPlural};
  if (enclitic == "هما") return {WordGender::kUnknown, WordNumber::kDual};
  return {};
}

Agreement AgreementOfNoun(const Token& token) {
  Agreement agreement{token.features.gender, token.features.number};
  // Before a pronoun the ending is hidden: "خطتها".
  const bool ending_seen = token.enclitic.empty();
  const bool marbuta = ending_seen && absl::EndsWith(token.form, "ة");
  const bool sound_feminine = absl::EndsWith(token.base, "ات");
  if (agreement.gender == WordGender::kUnknown) {
    if (marbuta || sound_feminine) agreement.gender = WordGender::kFeminine;
    if (!ending_seen && absl::EndsWith(token.base, "ت")) agreement.gender = WordGender::kFeminine;
  }
  if (agreement.number == WordNumber::kUnknown) {
    if (sound_feminine) agreement.number = WordNumber::kPlural;
    if (marbuta) agreement.number = WordNumber::kSingular;
    if (absl::EndsWith(token.base, "ون")) agreement.number = WordNumber::kPlural;
  }
  return agreement;
}

WordGender GenderOfVerb(const Token& token) {
  switch (FeaturesOf(token).gender) {
    case VerbGender::kMasculine:
      return WordGender::kMasculine;
    case VerbGender::kFeminine:
      return WordGender::kFeminine;
    default:
      return WordGender::kUnknown;
  }
}

bool NounTakes(const Token& noun, Agreement pronoun) {
  const Agreement own = AgreementOfNoun(noun);
  const bool plural = own.number == WordNumber::kPlural;
  switch (pronoun.number) {
    case WordNumber::kDual:
      return own.number == WordNumber::kDual;
    case WordNumber::kPlural:
      return plural;
    default:
      break;
  }
  if (own.number == WordNumber::kDual) return false;
  if (pronoun.gender == WordGender::kFeminine) {
    return plural || own.gender == WordGender::kFeminine;
  }
  return !plural && own.gender != WordGender::kFeminine;
}

}  // namespace isnad::extraction
