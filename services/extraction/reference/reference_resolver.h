// Finds what descriptions and pronouns stand for.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_REFERENCE_RESOLVER_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_REFERENCE_RESOLVER_H_

#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// The reference stage: adds mentions of kind kDescription and kPronoun to the names that NameTagger
// found, in text order. Adds no entities.
//
//   "definite-description"  الشركة، المختبر، عملاق التكنولوجيا: the most salient entity that fits,
//                           by recency, frequency and position, else the entity the text is about;
//   "title-description"     "الرئيس التنفيذي للشركة" when the text names one holder of that title;
//   "possessive-pronoun"    رئيسها، انضمامه: the nearest fitting entity of the same sentence or the
//                           one before, with confidence 0.5 to 0.65.
// Nothing is added when no entity fits. Stateless, thread-safe.
class ReferenceResolver {
 public:
  void Resolve(Analysis* analysis) const;
};

// Index of the entity that the text is about: the organisation named most often, names in the
// headline and the first passages counting more. -1 when no organisation is named.
int DocumentSubject(const Analysis& analysis);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_REFERENCE_RESOLVER_H_
