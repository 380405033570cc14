// Stores what was extracted from a document.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_APPLY_EXTRACTION_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_APPLY_EXTRACTION_H_

#include "absl/status/statusor.h"
#include "services/facts/domain/extraction_input.h"
#include "services/facts/store/fact_store.h"

namespace isnad::facts {

struct AppliedExtraction {
  DocumentRecord document;  // Without text.
  int fact_count = 0;
  int new_fact_count = 0;
  int passage_count = 0;
  bool replayed = false;
};

// Writes `input`, which must have passed CheckExtraction, within the transaction. A repetition of
// a stored document and extractor version changes nothing. See FactService.ApplyExtraction for
// errors.
absl::StatusOr<AppliedExtraction> ApplyExtraction(const ExtractionInput& input,
                                                  WriteTransaction& store);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_APPLY_EXTRACTION_H_
