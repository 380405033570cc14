// Finds names in Latin letters that no gazetteer knows, in Arabic and in English text.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_LATIN_NAMES_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_LATIN_NAMES_H_

#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/names/cue_finder.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/names/name_span.h"

namespace isnad::extraction {

// Sequences of capitalised words, with version numbers ("Llama 4", "H100"). Typed by a cue noun or
// title beside them, by company words at their end, by a given name at their beginning, by digits.
// Refers to the lexicon; thread-safe.
class LatinNames {
 public:
  explicit LatinNames(const NameLexicon* lexicon) : lexicon_(*lexicon) {}

  // `known` are the gazetteer's spans: one of a product followed by a version number is lengthened
  // in place, one followed by company words or, in an Arabic text, by other Latin words too: what
  // stands together in Latin letters there is one name ("Orange Tunisie"). Returns the new spans,
  // in text order.
  std::vector<NameSpan> Find(const Analysis& analysis, const CueFinder& cues,
                             std::vector<NameSpan>* known) const;

 private:
  bool Continues(const Analysis& analysis, int token) const;
  void Lengthen(const Analysis& analysis, const CueFinder& cues, const TokenMask& known,
                NameSpan* span) const;
  // The token after the capitalised Latin words that no other name has, from a token on.
  int RunEnd(const Analysis& analysis, const CueFinder& cues, const TokenMask& known,
             int token) const;
  void SetType(const Analysis& analysis, const CueFinder& cues, NameSpan* span) const;

  const NameLexicon& lexicon_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_LATIN_NAMES_H_
