// Finds names again that a text names elsewhere in clearer words.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_REPEATED_NAMES_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_REPEATED_NAMES_H_

#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/distribution/word_distribution.h"
#include "services/extraction/names/name_span.h"

namespace isnad::extraction {

// The same words as a name of the text, perhaps behind a proclitic, are that name. Only names whose
// first word is rare as a word of the language count, or that have several words. `words` may be
// null: all words are rare then. Several words that name a house may cover the places and lone
// words in it that were taken for names ("النيل" in "النيل فارما"). Returns new spans with the rule
// "repeated", in text order.
std::vector<NameSpan> FindRepeatedNames(const Analysis& analysis, const WordDistribution* words,
                                        const std::vector<NameSpan>& spans, const TokenMask& mask);

// A name that no gazetteer has and that is the end of a person's full name in the text is that
// person's surname: "غروس-فايغل" beside "دانيال غروس-فايغل".
void TypeSurnames(const Analysis& analysis, std::vector<NameSpan>* spans);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_REPEATED_NAMES_H_
