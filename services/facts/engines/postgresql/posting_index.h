// Passages by their terms, in tables of PostgreSQL.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_POSTING_INDEX_H_
#define ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_POSTING_INDEX_H_

#include <cstdint>
#include <string>
#include <vector>

#include "services/facts/engines/sql/passage_index.h"

namespace isnad::facts::postgresql {

// Works over `passage_posting`, which has a row for each term of each field of each passage, and
// `passage_terms`, which has the terms of a passage in order. The best matches are those of BM25
// with every term counted once.
class PostingIndex final : public sql::PassageIndex {
 public:
  absl::Status Add(sql::Connection& connection, const sql::IndexedPassage& passage) const override;
  absl::Status EraseDocument(sql::Connection& connection, int64_t document) const override;
  absl::StatusOr<std::vector<int64_t>> CountPassages(
      sql::Connection& connection, const std::vector<SearchTerm>& terms) const override;
  sql::PassageMatch Match(const std::vector<SearchTerm>& terms,
                          const TermStatistics& statistics) const override;
  std::string ScanQuery() const override;
};

}  // namespace isnad::facts::postgresql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_POSTING_INDEX_H_
