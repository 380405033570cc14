// Reads `order_by` (AIP-132): "confidence desc, type".

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_FILTER_ORDER_BY_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_FILTER_ORDER_BY_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/facts/store/query.h"

namespace isnad::facts {

using OrderSchema = std::vector<std::pair<std::string, OrderField>>;

const OrderSchema& FactOrderSchema();
const OrderSchema& EntityOrderSchema();

// The keys in order; `fallback` when the text is empty. INVALID_ARGUMENT on field "order_by".
absl::StatusOr<std::vector<OrderKey>> ParseOrderBy(absl::string_view text,
                                                   const OrderSchema& schema, OrderKey fallback);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_FILTER_ORDER_BY_H_
