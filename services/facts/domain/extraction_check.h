// The promise that every citation re-reads, enforced at the door.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_EXTRACTION_CHECK_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_EXTRACTION_CHECK_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "services/facts/domain/extraction_input.h"

namespace isnad::facts {

// INVALID_ARGUMENT with reason SPAN_MISMATCH when a span lies outside the text, splits a character
// or does not read its quote; with UNDECLARED_ENTITY when a local id is not declared. The
// first hundred violations are reported.
absl::Status CheckExtraction(const ExtractionInput& input);

// Whether `offset` stands between two characters of valid UTF-8.
bool OnCharacterBoundary(absl::string_view text, int32_t offset);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_EXTRACTION_CHECK_H_
