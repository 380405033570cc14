// Words that no dictionary, list or raw text has: mostly names, even where no finder is sure.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_UNSEEN_NAMES_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_UNSEEN_NAMES_H_

#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/names/learned_names.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/names/name_span.h"

namespace isnad::extraction {

// Runs of such words outside `mask`, of type kUnknown, as candidates: the words beside them must
// say what they are. Misspelt and dialect words are among them. In text order; none without a model
// of words.
std::vector<NameSpan> FindUnseenNames(const Analysis& analysis, const NameLexicon& lexicon,
                                      const LearnedNames& learned, const LearnedReading& reading,
                                      const TokenMask& mask);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_UNSEEN_NAMES_H_
