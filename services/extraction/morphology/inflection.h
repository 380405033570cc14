// Writes out the inflected forms of Arabic words, in folded spelling.
//
// The lexicon lists citation forms only; everything that conjugation and sound plurals make of them
// is generated here once, at start-up, so that looking a word up is one hash probe.

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_INFLECTION_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_INFLECTION_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/morphology/verb_features.h"

namespace isnad::extraction {

// An inflected form with what its spelling tells.
struct InflectedVerb {
  std::string form;
  VerbFeatures features;
  // A jussive, dual or first person whose spelling is more often another word's.
  bool rare = false;
};

// All person, gender, number, mood and spelled-out passive forms of a verb in the perfect, given
// its folded third person masculine singular ("غادر", "استقال", "نفي"). Handles hollow, defective
// and doubled verbs. Also yields the spellings that stand before an object pronoun. Thread-safe.
std::vector<InflectedVerb> InflectPerfect(absl::string_view perfect);

// The features of the first of these forms that is spelled like `form`, nothing when none is:
// without writing the others out, since rules ask it of every verb again and again. Thread-safe.
absl::optional<VerbFeatures> FeaturesOfPerfect(absl::string_view perfect, absl::string_view form);

// The same for the imperfect, given "يغادر", "يستقيل", "ينفي". `perfect` tells verbs whose first
// radical waw comes back in the passive ("يوصف").
std::vector<InflectedVerb> InflectImperfect(absl::string_view imperfect, absl::string_view perfect);

// Feminine, sound plurals, duals, construct and accusative spellings of a folded noun, adjective,
// masdar or participle, the word itself first. Broken plurals are not derivable and not given.
std::vector<std::string> InflectNominal(absl::string_view nominal);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_INFLECTION_H_
