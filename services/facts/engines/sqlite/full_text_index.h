// Passages by their terms, in SQLite's full-text index (FTS5).

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQLITE_FULL_TEXT_INDEX_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQLITE_FULL_TEXT_INDEX_H_

#include <cstdint>
#include <string>
#include <vector>

#include "services/facts/engines/sql/passage_index.h"

namespace isnad::facts::sqlite {

// Works over the tables `passage_terms` and `passage_vocabulary`. The best matches are FTS5's own.
class FullTextIndex final : public sql::PassageIndex {
 public:
  absl::Status Add(sql::Connection& connection, const sql::IndexedPassage& passage) const override;
  absl::Status EraseDocument(sql::Connection& connection, int64_t document) const override;
  absl::StatusOr<std::vector<int64_t>> CountPassages(
      sql::Connection& connection, const std::vector<SearchTerm>& terms) const override;
  sql::PassageMatch Match(const std::vector<SearchTerm>& terms,
                          const TermStatistics& statistics) const override;
  std::string ScanQuery() const override;
};

}  // namespace isnad::facts::sqlite

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQLITE_FULL_TEXT_INDEX_H_
