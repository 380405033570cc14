// Extracted facts that people judged.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_CONFIDENCE_JUDGED_FACTS_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_CONFIDENCE_JUDGED_FACTS_H_

#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/relations/fact_record.h"

namespace isnad::extraction {

// The judgements of a folder of articles: judgements.jsonl, a fact a line, with the article, the
// type, the names of both ends as `extract_articles` prints them (empty for an end in free words),
// and whether it is right. Unlike gold they tell nothing of facts that were not extracted when they
// were written.
class JudgedFacts {
 public:
  // NOT_FOUND when the file cannot be opened, INVALID_ARGUMENT with file and line when a line is no
  // JSON of that form.
  static absl::StatusOr<JudgedFacts> Read(absl::string_view folder);

  // Whether the fact of the article (its file's name) is right; nothing when nobody judged it.
  absl::optional<bool> IsRight(absl::string_view article, const Analysis& analysis,
                               const FactRecord& fact) const;

 private:
  absl::flat_hash_map<std::string, bool> right_;  // by article, type and ends
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_CONFIDENCE_JUDGED_FACTS_H_
