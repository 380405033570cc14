#include "services/extraction/morphology/verb_features.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/types/optional.h"
#include "services/extraction/morphology/inflection.h"
#include "services/extraction/morphology/letters.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

constexpr char32_t kDamma = 0x064F;

// The mark on the letter at `index` of the marked word, 0 when there is none.
char32_t MarkOnLetter(absl::string_view marked, int index) {
  int letter = -1;
  for (int i = 0; i < static_cast<int>(marked.size());) {
    const DecodedChar c = DecodeUtf8(marked, i);
    i += c.length;
    if (IsArabicLetter(c.code_point)) {
      if (++letter > index) return 0;
    } else if (letter == index && IsArabicMark(c.code_point) && c.code_point != 0x0651) {
      return c.code_point;
    }
  }
  return 0;
}

// Prefixes of the imperfect decide person and, with the ending, number.
VerbFeatures ReadImperfect(absl::string_view base) {
  VerbFeatures features;
  features.tense = VerbTense::kImperfect;
  const absl::string_view first = LetterAt(base, 0);
  features.person = first == "ن" || first == "ا" ? VerbPerson::kFirst : VerbPerson::kThird;
  features.number = first == "ن" ? VerbNumber::kPlural : VerbNumber::kSingular;
  if (first == "ي") features.gender = VerbGender::kMasculine;
  if (first == "ت") features.gender = VerbGender::kFeminine;
  if (absl::EndsWith(base, "ون") || absl::EndsWith(base, "وا")) {
    features.number = VerbNumber::kPlural;
    features.gender = VerbGender::kMasculine;
  } else if (absl::EndsWith(base, "ان")) {
    features.number = VerbNumber::kDual;
  }
  return features;
}

VerbFeatures ReadPerfect(absl::string_view base) {
  VerbFeatures features;
  features.tense = VerbTense::kPerfect;
  features.person = VerbPerson::kThird;
  features.number = VerbNumber::kSingular;
  features.gender = VerbGender::kMasculine;
  if (absl::EndsWith(base, "وا")) {
    features.number = VerbNumber::kPlural;
  } else if (absl::EndsWith(base, "نا") && LetterCount(base) > 4) {
    features.number = VerbNumber::kPlural;
    features.person = VerbPerson::kFirst;
    features.gender = VerbGender::kUnknown;
  } else if (absl::EndsWith(base, "تا")) {
    features.number = VerbNumber::kDual;
    features.gender = VerbGender::kFeminine;
  } else if (absl::EndsWith(base, "ت")) {
    features.gender = VerbGender::kFeminine;
  }
  return features;
}

}  // namespace

VerbFeatures FeaturesOf(const Token& token, absl::string_view marked) {
  VerbFeatures features;
  if (token.shape != TokenShape::kArabic || token.definite || !IsTwoByteArabic(token.base)) {
    return features;
  }
  const bool future =
      std::find(token.proclitics.begin(), token.proclitics.end(), "س") != token.proclitics.end();
  const bool can_be = future || token.part_of_speech == PartOfSpeech::kVerb ||
                      token.part_of_speech == PartOfSpeech::kUnknown;
  if (!can_be || LetterCount(token.base) < 2) return features;
  const absl::optional<VerbFeatures> perfect = FeaturesOfPerfect(token.lemma, token.base);
  if (perfect.has_value()) {
    features = *perfect;
  } else {
    const absl::string_view first = LetterAt(token.base, 0);
    const bool prefixed = first == "ي" || first == "ت" || first == "ن" || first == "ا";
    const bool prefix_is_root = !token.lemma.empty() && LetterAt(token.lemma, 0) == first &&
                                absl::StartsWith(token.base, token.lemma);
    const bool imperfect = future || (prefixed && !prefix_is_root && token.lemma != token.base);
    if (token.part_of_speech != PartOfSpeech::kVerb && !imperfect) return features;
    features = imperfect ? ReadImperfect(token.base) : ReadPerfect(token.base);
  }
  features.future = future;
  if (!marked.empty() && features.voice == VerbVoice::kUnknown) {
    // Proclitics are letters, too; the article is ruled out above.
    const char32_t mark = MarkOnLetter(marked, static_cast<int>(token.proclitics.size()));
    if (mark == kDamma && features.tense == VerbTense::kPerfect) {
      features.voice = VerbVoice::kPassive;
    } else if (mark == kDamma) {
      // Second, third and fourth forms have damma in the active as well: a fatha on the letter
      // before the last is what makes them passive.
      const int before_last = LetterCount(token.surface) - LetterCount(token.enclitic) - 2;
      const char32_t inner = MarkOnLetter(marked, before_last);
      if (inner == 0x064E) features.voice = VerbVoice::kPassive;
      if (inner == 0x0650) features.voice = VerbVoice::kActive;
    } else if (mark == 0x064E) {
      features.voice = VerbVoice::kActive;
    }
  }
  return features;
}

}  // namespace isnad::extraction
