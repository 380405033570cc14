// Takes apart how a fact was found, for people who want to know why.

#ifndef ISNAD_SERVICES_EXTRACTION_EXPLANATION_FACT_EXPLAINER_H_
#define ISNAD_SERVICES_EXTRACTION_EXPLANATION_FACT_EXPLAINER_H_

#include <string>

#include "isnad/v1/explanation.pb.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/frame_lexicon.h"

namespace isnad::extraction {

// Stateless; safe for concurrent use.
class FactExplainer {
 public:
  // `frames` must outlive the explainer.
  FactExplainer(const FrameLexicon* frames, std::string extractor_version)
      : frames_(*frames), extractor_version_(std::move(extractor_version)) {}

  // Of a fact of the analysis.
  isnad::v1::FactExplanation Explain(const Analysis& analysis, const FactRecord& fact) const;

 private:
  // Null for facts that no frame of the lexicon is behind.
  const CompiledFrame* FrameOf(const FactRecord& fact) const;
  void ExplainFrame(const Analysis& analysis, const FactRecord& fact,
                    isnad::v1::FrameReading* out) const;

  const FrameLexicon& frames_;
  const std::string extractor_version_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_EXPLANATION_FACT_EXPLAINER_H_
