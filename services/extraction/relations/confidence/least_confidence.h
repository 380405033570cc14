// How sure a fact must be to be given out.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_CONFIDENCE_LEAST_CONFIDENCE_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_CONFIDENCE_LEAST_CONFIDENCE_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "services/extraction/lexicon/lexicon.pb.h"
#include "services/extraction/relations/fact_record.h"

namespace isnad::extraction {

// Below it a fact of most types is more likely wrong than right (docs/quality.md).
inline constexpr double kDefaultLeastConfidence = 0.35;

// Immutable, thread-safe.
class LeastConfidence {
 public:
  // With `asked` over 0 facts of every type must be as sure as that. Else those of types that the
  // lexicon gives a least confidence must be as sure as it says, and all others as the default.
  LeastConfidence(const std::vector<lexicon::FactTypeSchema>& types, double asked);

  bool Admits(const FactRecord& fact) const;

 private:
  double least_;
  absl::flat_hash_map<std::string, double> by_type_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_CONFIDENCE_LEAST_CONFIDENCE_H_
