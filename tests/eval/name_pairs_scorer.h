// Scores the matching of names across scripts on files of name pairs.

#ifndef ISNAD_TESTS_EVAL_NAME_PAIRS_SCORER_H_
#define ISNAD_TESTS_EVAL_NAME_PAIRS_SCORER_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "tests/eval/report.h"

namespace isnad::eval {

struct NamePairsOptions {
  // Which Latin names are asked for. kHeldOut: the tenth that training leaves out (by a hash of the
  // letters); for files that training never saw, kAll.
  enum class Queries { kAll, kHeldOut };
  Queries queries = Queries::kHeldOut;
  // Which Arabic names they are sought among. kOfQueries: those paired with any query.
  enum class Candidates { kOfQueries, kWholeFile };
  Candidates candidates = Candidates::kOfQueries;
  // At most this many queries, evenly spread over the file; 0 for all.
  int most_queries = 0;
};

// For each Latin name, ranks the distinct Arabic names by the evidence that both are one name. A
// query is right when the name in question is an Arabic spelling that the file pairs with it.
// Scores: "rank 1" and "rank 5" with every name compared; "keys" for pairs that share a match key
// (found: all names that do, so that its precision tells how many are compared in vain), "keys,
// rank 1" ranked among those alone. All in letters as matching::Spell() folds them.
//
// Errors: those of ReadNamePairs().
absl::StatusOr<Report> ScoreNamePairs(absl::string_view path, const NamePairsOptions& options);

}  // namespace isnad::eval

#endif  // ISNAD_TESTS_EVAL_NAME_PAIRS_SCORER_H_
