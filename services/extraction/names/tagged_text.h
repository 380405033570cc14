// Runs the stages up to the names over a text, for tests and benchmarks.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_TAGGED_TEXT_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_TAGGED_TEXT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// The text with tokens, parts of speech, mentions and entities from the embedded lexicon. Ends the
// process when that lexicon is broken.
Analysis TagText(absl::string_view text);

// The same up to the parts of speech.
Analysis AnalyzeWords(absl::string_view text);

// Runs only the names stage.
void TagNames(Analysis* analysis);

// "surface/TYPE/label" of every mention, joined by "; ". The label is the lexicon key or, without
// one, the label in either script.
std::string MentionsOf(const Analysis& analysis);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_TAGGED_TEXT_H_
