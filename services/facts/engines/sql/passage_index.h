// Finding passages by their terms: what each engine does in a way of its own.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_PASSAGE_INDEX_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_PASSAGE_INDEX_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/facts/engines/sql/connection.h"
#include "services/facts/store/query.h"

namespace isnad::facts::sql {

// The terms of a passage, each list as EncodeTerms writes it.
struct IndexedPassage {
  int64_t passage = 0;
  std::string surface;
  std::string stem;
};

// The part of a query that finds passages by terms. Its FROM has the passage as `p` and its
// encoded terms as `t.surface` and `t.stem`; a LIMIT on its order keeps the best matches.
struct PassageMatch {
  std::string from;
  std::string condition;
  std::string order;
  std::vector<SqlValue> values;  // Parameters of `from`, then of `condition`.
};

// Stateless, thread safe.
class PassageIndex {
 public:
  virtual ~PassageIndex() = default;

  virtual absl::Status Add(Connection& connection, const IndexedPassage& passage) const = 0;
  // Removes the terms of the document's passages (by row), so that no byte of them stays.
  virtual absl::Status EraseDocument(Connection& connection, int64_t document) const = 0;
  // For each term, how many passages of all times hold it.
  virtual absl::StatusOr<std::vector<int64_t>> CountPassages(
      Connection& connection, const std::vector<SearchTerm>& terms) const = 0;
  virtual PassageMatch Match(const std::vector<SearchTerm>& terms,
                             const TermStatistics& statistics) const = 0;
  // A query of all that is indexed: passage, surface, stem, by rising passage from after the one
  // bound to the first parameter, as many as bound to the second.
  virtual std::string ScanQuery() const = 0;
};

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_PASSAGE_INDEX_H_
