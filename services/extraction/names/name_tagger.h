// Finds the people, organisations, products and places that a text names.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_NAME_TAGGER_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_NAME_TAGGER_H_

#include <memory>

#include "absl/status/statusor.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/names/name_lexicon.h"

namespace isnad::extraction {

// The names stage: fills Analysis::mentions (kName and kShortName) and Analysis::entities. Needs
// tokens and passages; is better with the parts of speech of Morphology. Replaces what was there.
//
// Names come from the gazetteers and, when these do not know them, from the words around them and
// the shape of the words (see arabic_names.h and latin_names.h). Works on Arabic and English, on
// articles and on questions. Immutable after Create, thread-safe.
class NameTagger {
 public:
  // INVALID_ARGUMENT when a "gazetteer_*" or "cues_*" file does not parse.
  static absl::StatusOr<std::unique_ptr<NameTagger>> Create(const LexiconFiles& files);

  void Tag(Analysis* analysis) const;

  const NameLexicon& lexicon() const { return lexicon_; }

 private:
  explicit NameTagger(NameLexicon lexicon) : lexicon_(std::move(lexicon)) {}

  NameLexicon lexicon_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_NAME_TAGGER_H_
