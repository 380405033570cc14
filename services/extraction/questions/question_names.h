// Puts the names of an English question right before it is read.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_NAMES_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_NAMES_H_

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/questions/bilingual_index.h"
#include "services/extraction/questions/name_renderer.h"

namespace isnad::extraction {

// The analysis with better names: capitalised adjectives ("Swedish") are none, nor are common words
// written small beside other names; "Nile" and "Towers" side by side are one; "Elena Vargas of
// Meridian" is two. Names that no lexicon has get the Arabic spellings that they may have.
// Thread-safe.
Analysis RefineNames(Analysis analysis, const BilingualIndex& bilingual,
                     const NameRenderer& renderer);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_NAMES_H_
