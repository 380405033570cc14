// Passages and the full-text index over their terms.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQLITE_PASSAGE_ROWS_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQLITE_PASSAGE_ROWS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/facts/engines/sqlite/view.h"
#include "services/facts/store/query.h"
#include "services/facts/store/records.h"

namespace isnad::facts::sqlite {

// A term as FTS5's ASCII tokenizer keeps it whole: ASCII characters other than letters and digits
// are moved to a private area, everything beyond ASCII stays.
std::string EncodeTerm(absl::string_view term);

absl::StatusOr<std::vector<PassageRecord>> ReadPassages(View& view, const std::string& document);
absl::StatusOr<PassageCandidates> ReadCandidates(View& view, const PassageSearch& search);
absl::StatusOr<std::string> ReadPassageBytes(View& view, int64_t passage);
absl::Status WritePassage(View& view, const PassageRecord& passage);

}  // namespace isnad::facts::sqlite

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQLITE_PASSAGE_ROWS_H_
