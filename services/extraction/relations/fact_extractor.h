// From an analysed text to facts.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_FACT_EXTRACTOR_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_FACT_EXTRACTOR_H_

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/optional.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/distribution/word_distribution.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/morphology/morphology.h"
#include "services/extraction/relations/confidence/confidence_model.h"
#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/frame_lexicon.h"
#include "services/extraction/relations/pairs/pair_model.h"
#include "services/extraction/relations/pairs/pair_schema.h"
#include "services/extraction/relations/role_phrases.h"
#include "services/extraction/relations/tone.h"

namespace isnad::extraction {

// Matches the frames of the lexicon against a text. Immutable after Create; safe for concurrent
// use.
class FactExtractor {
 public:
  // Without a model of confidence among `models` a fact is worth what its frame is; without a model
  // of pairs, or of the words that it needs, frames find all facts.
  static absl::StatusOr<std::unique_ptr<FactExtractor>> Create(const LexiconFiles& files,
                                                               const ModelSet& models,
                                                               const Morphology& morphology);

  // Facts in text order. The analysis must have gone through all stages up to clauses. Each fact
  // names its rule and holds a span for its trigger and for each end and role.
  std::vector<FactRecord> Extract(const Analysis& analysis) const;

  const FrameLexicon& frames() const { return *frames_; }
  const RoleTitles& titles() const { return *titles_; }

 private:
  FactExtractor(std::unique_ptr<FrameLexicon> frames, std::unique_ptr<RoleTitles> titles,
                std::unique_ptr<Tone> tone, absl::optional<ConfidenceModel> confidence,
                absl::optional<PairModel> pairs, absl::optional<WordDistribution> distribution);

  std::unique_ptr<FrameLexicon> frames_;
  std::unique_ptr<RoleTitles> titles_;
  std::unique_ptr<Tone> tone_;
  absl::optional<ConfidenceModel> confidence_;
  const PairSchema pair_schema_;
  absl::optional<PairModel> pairs_;
  absl::optional<WordDistribution> distribution_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_FACT_EXTRACTOR_H_
