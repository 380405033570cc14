// Reads filters (AIP-160).
//
//   filter     = conjunct { "AND" conjunct }
//   conjunct   = term { "OR" term }           -- OR binds closer than AND, as AIP-160 has it
//   term       = "NOT" term | "(" filter ")" | field operator value
//   operator   = "=" | "!=" | "<" | "<=" | ">" | ">=" | ":"
//   value      = word | string between double quotes

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_FILTER_FILTER_PARSER_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_FILTER_FILTER_PARSER_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/facts/domain/filter/filter_schema.h"
#include "services/facts/store/filter.h"

namespace isnad::facts {

// The checked filter; empty text lets everything through. INVALID_ARGUMENT (INVALID_FILTER) on
// field "filter", whose description quotes the filter with a caret before the place and says what
// would be right. At most 4,096 bytes, 64 comparisons and 32 levels of parentheses.
absl::StatusOr<Filter> ParseFilter(absl::string_view text, const FilterSchema& schema);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_FILTER_FILTER_PARSER_H_
