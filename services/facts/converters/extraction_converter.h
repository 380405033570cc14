// Requests to store extractions.

#ifndef ISNAD_SERVICES_FACTS_CONVERTERS_EXTRACTION_CONVERTER_H_
#define ISNAD_SERVICES_FACTS_CONVERTERS_EXTRACTION_CONVERTER_H_

#include "absl/status/statusor.h"
#include "isnad/v1/fact_service.pb.h"
#include "services/facts/domain/extraction_input.h"

namespace isnad::facts {

// The request as domain input. INVALID_ARGUMENT lists everything that is malformed: names, missing
// text or versions, facts without type, subject or evidence. Spans are not checked here.
absl::StatusOr<ExtractionInput> ToExtractionInput(const isnad::v1::ApplyExtractionRequest& request);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_CONVERTERS_EXTRACTION_CONVERTER_H_
