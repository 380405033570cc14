// What lists of facts are looked up in: `listing_now` has a narrow row for each fact that stands,
// with what lists filter and order by; `listing_past` has one for each former state in which a fact
// stood. Both are kept while writing, next to fact_now and fact_past.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_LISTING_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_LISTING_H_

#include <cstdint>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/facts/engines/sql/view.h"
#include "services/facts/store/query.h"

namespace isnad::facts::sql {

// To be called before the fact's state is written, with that state.
absl::Status WriteListing(View& view, const KnownFact& fact, const FactState& state);

// A page of the facts that stand at the view's time, by row. Costs about the same wherever the page
// begins and however many facts there are, as long as an index serves the order or one of the
// conditions leaves few facts. Facts that are alike in the order come in order of their rows, the
// way that its first key goes.
absl::StatusOr<Page<int64_t>> ReadListing(View& view, const PageQuery& query);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_LISTING_H_
