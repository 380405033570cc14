// Tense, voice, gender and number of a verb, as far as its spelling tells.

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_VERB_FEATURES_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_VERB_FEATURES_H_

#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

enum class VerbTense { kUnknown, kPerfect, kImperfect };
enum class VerbVoice { kUnknown, kActive, kPassive };
enum class VerbGender { kUnknown, kMasculine, kFeminine };
enum class VerbNumber { kUnknown, kSingular, kDual, kPlural };
enum class VerbPerson { kUnknown, kFirst, kSecond, kThird };

struct VerbFeatures {
  VerbTense tense = VerbTense::kUnknown;
  VerbVoice voice = VerbVoice::kUnknown;
  VerbGender gender = VerbGender::kUnknown;
  VerbNumber number = VerbNumber::kUnknown;
  VerbPerson person = VerbPerson::kUnknown;
  // The future particle is attached.
  bool future = false;
};

// Reads the affixes of a token that is, or is taken for, a verb; all unknown for tokens that cannot
// be one. A singular verb may have a plural subject after it. The voice is known only where
// consonants betray it: most passives look like actives. `marked` is the token as written, with its
// vowel marks (Analysis::Quote of its range), for the damma of passives such as "يُعد" and "أُقيل";
// empty when unknown. Thread-safe.
VerbFeatures FeaturesOf(const Token& token, absl::string_view marked = {});

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_VERB_FEATURES_H_
