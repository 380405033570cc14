// The stem of an Arabic word that the lexicon does not know, for the search index.

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_LIGHT_STEMMER_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_LIGHT_STEMMER_H_

#include <string>

#include "absl/strings/string_view.h"

namespace isnad::extraction {

// Takes inflectional endings off a folded base without clitics, then brings the masdar, participles
// and imperfect of derived verbs to one spelling where their pattern is plain: "استحداث", "يستحدث",
// "مستحدثون" and "استحدثت" all give "استحدث"; "اقتراح", "يقترح" and "مقترحات" give "اقترح". Never
// shorter than three letters unless the word is. Idempotent. Thread-safe.
std::string LightStem(absl::string_view base);

// The stem of a folded citation form from the lexicon: only the nisba and ta marbuta go, so that
// "اقتصاد" meets "اقتصادي" and "اقتصادية". Thread-safe.
std::string StemOfCitation(absl::string_view citation);

// The perfect of a derived verb by its pattern alone: "يستحدثون" gives "استحدث"; empty when the
// word fits no pattern that is safe without a lexicon.
std::string DerivedVerb(absl::string_view base);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_LIGHT_STEMMER_H_
