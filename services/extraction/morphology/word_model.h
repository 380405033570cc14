// The learned part of the morphology, opened from model files.

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_WORD_MODEL_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_WORD_MODEL_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/distribution/word_distribution.h"
#include "services/extraction/model/model_file.h"
#include "services/extraction/morphology/citation.h"
#include "services/extraction/morphology/clitic_ranker.h"
#include "services/extraction/morphology/inflector.h"
#include "services/extraction/morphology/pos_tagger.h"
#include "services/extraction/morphology/tag_units.h"

namespace isnad::extraction {

// Sections of "morphology.model".
namespace word_sections {
constexpr absl::string_view kRecords = "lexical/records";         // LexicalRecord[]
constexpr absl::string_view kRanker = "ranker/weights";           // int16_t[kCutFeatureCount]
constexpr absl::string_view kTaggerKeys = "tagger/keys";          // uint32_t[]
constexpr absl::string_view kTaggerRows = "tagger/rows";          // WeightRow[]
constexpr absl::string_view kTransitions = "tagger/transitions";  // int16_t[kTransitionCount]
constexpr absl::string_view kInflectorKeys = "inflector/keys";    // uint32_t[]
constexpr absl::string_view kInflectorRows = "inflector/rows";    // WeightRow[]
constexpr absl::string_view kCitationEdits = "citation/edits";    // CitationEdit[]
constexpr absl::string_view kDecisions = "citation/decisions";    // CitationMaker::Decision[]
}  // namespace word_sections

// Immutable, thread-safe. Opening costs a look at each section's size.
class WordModel {
 public:
  // `words` is the distributional model that the morphology was trained with. DATA_LOSS when
  // sections do not fit each other; else errors of ModelFile.
  static absl::StatusOr<std::unique_ptr<WordModel>> Of(const ModelFile& morphology,
                                                       const ModelFile& words);

  const CliticRanker& ranker() const { return ranker_; }
  const PosTagger& tagger() const { return tagger_; }
  const Inflector& inflector() const { return inflector_; }
  const CitationMaker& citations() const { return citations_; }
  const TagLexicon& lexicon() const { return lexicon_; }

 private:
  WordModel(const ModelFile& morphology, WordDistribution distribution);

  absl::Status Open();

  ModelFile file_;
  WordDistribution distribution_;
  TagLexicon lexicon_;
  CliticRanker ranker_;
  PosTagger tagger_;
  Inflector inflector_;
  CitationMaker citations_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_WORD_MODEL_H_
