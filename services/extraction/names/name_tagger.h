// Finds the people, organisations, products and places that a text names.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_NAME_TAGGER_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_NAME_TAGGER_H_

#include <memory>

#include "absl/status/statusor.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/names/learned_names.h"
#include "services/extraction/names/name_contexts.h"
#include "services/extraction/names/name_lexicon.h"

namespace isnad::extraction {

// The names stage: fills Analysis::mentions (kName and kShortName) and Analysis::entities. Needs
// tokens and passages; is better with the parts of speech of Morphology. Replaces what was there.
//
// Names come from the gazetteers, from a tagger that learned from annotated news (see
// learned/name_model.h) and, when neither knows them, from rules over the words around them and the
// shape of the words (see arabic_names.h and latin_names.h). Works on Arabic and English, on
// articles and on questions. Immutable after Create, thread-safe.
class NameTagger {
 public:
  // INVALID_ARGUMENT when a "gazetteer_*", "cues_*" or "contexts_*" file does not parse; errors of
  // the models "names" and "words". Without these models only gazetteers and rules work.
  static absl::StatusOr<std::unique_ptr<NameTagger>> Create(const LexiconFiles& files,
                                                            const ModelSet& models);

  // With the models that were built into the binary.
  static absl::StatusOr<std::unique_ptr<NameTagger>> Create(const LexiconFiles& files);

  void Tag(Analysis* analysis) const;

  const NameLexicon& lexicon() const { return lexicon_; }

 private:
  NameTagger(NameLexicon lexicon, NameContexts contexts, LearnedNames learned)
      : lexicon_(std::move(lexicon)),
        contexts_(std::move(contexts)),
        learned_(std::move(learned)) {}

  NameLexicon lexicon_;
  NameContexts contexts_;
  LearnedNames learned_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_NAME_TAGGER_H_
