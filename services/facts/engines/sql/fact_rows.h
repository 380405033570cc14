// Facts, their states, their evidence and the log of their changes.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_FACT_ROWS_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_FACT_ROWS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/optional.h"
#include "services/facts/engines/sql/view.h"
#include "services/facts/store/query.h"
#include "services/facts/store/records.h"

namespace isnad::facts::sql {

// The row of the fact with a key. A row that is known beforehand is looked up in states of any time
// by their indexes.
constexpr const char* kRowOfKey = "(SELECT k.row FROM fact k WHERE k.key = ?)";

// Of a fact `f` and its state `s`.
constexpr const char* kFactColumns =
    "f.row, f.key, f.type, f.subject_entity, f.object_entity, f.subject_ref, f.object_ref, "
    "f.polarity, f.modality, f.has_figure, f.amount, f.upper, f.bound, f.unit, f.recorded, "
    "s.stands, s.support, s.confidence, s.first_publish, s.valid_start, s.valid_end, s.claim, "
    "s.search_text, s.recorded";
// A query for them of each fact `f` that the condition leaves, as of the view's time. Parameters of
// the condition are numbered. For few facts: of each, the last state that had begun is looked up,
// however many others it has had.
std::string SelectFacts(const View& view, absl::string_view condition);
// Reads a row that begins with these columns. Without conflicts.
absl::StatusOr<FactRecord> FactFromRow(const Query& row);

absl::StatusOr<absl::optional<FactRecord>> ReadFact(View& view, const std::string& key);
absl::StatusOr<Page<FactRecord>> ReadFacts(View& view, const PageQuery& query);
absl::StatusOr<std::vector<std::string>> ReadFactsOf(View& view,
                                                     const std::vector<std::string>& entities);

absl::Status WriteFact(View& view, const FactIdentity& identity);
absl::Status WriteFactState(View& view, const std::string& key, const FactState& state,
                            FactChange change);

absl::Status WriteFactType(View& view, const FactTypeRecord& type);
absl::StatusOr<absl::optional<FactTypeRecord>> ReadFactType(View& view, const std::string& name);

absl::StatusOr<std::vector<ChangeRecord>> ReadChanges(View& view, int64_t sequence, int limit);
absl::StatusOr<int64_t> ReadLastChange(View& view);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_FACT_ROWS_H_
