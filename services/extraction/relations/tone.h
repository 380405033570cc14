// Whether words blame: the difference between a description and a criticism.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_TONE_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_TONE_H_

#include <memory>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/status/statusor.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/lexicon/lexicon_files.h"

namespace isnad::extraction {

// Immutable after Create.
class Tone {
 public:
  static absl::StatusOr<std::unique_ptr<Tone>> Create(const LexiconFiles& files);

  // Whether a blaming word stands among the tokens.
  bool IsNegative(const Analysis& analysis, TokenRange words) const;

 private:
  absl::flat_hash_set<std::string> negative_;        // words as they are written, folded
  absl::flat_hash_set<std::string> negative_verbs_;  // lemmas, folded
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_TONE_H_
