// Scores parts of speech, inflection and citation forms on a treebank.

#ifndef ISNAD_TESTS_EVAL_POS_SCORER_H_
#define ISNAD_TESTS_EVAL_POS_SCORER_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "tests/eval/report.h"
#include "tests/eval/treebank_models.h"

namespace isnad::eval {

// Parts of speech of Universal Dependencies. Scores: each tag over the treebank's own words, so
// that the tagger alone is measured; "hosts from raw text", the host words (clitics and marks left
// out) of the service's analysis of raw text, by the coarser parts of speech that it tells apart,
// wrong when the word was cut wrongly; and last "words", the tagger over all the treebank's words,
// clitics and marks included, as papers report it. Errors as of TreebankModels.
absl::StatusOr<Report> ScorePos(absl::string_view path, const TreebankOptions& options);

// Host words of the analysis of raw text that were cut rightly: gender, number, person, aspect and
// voice where the treebank states them, and last "citation forms", both folded and without vowels.
absl::StatusOr<Report> ScoreWordFeatures(absl::string_view path, const TreebankOptions& options);

}  // namespace isnad::eval

#endif  // ISNAD_TESTS_EVAL_POS_SCORER_H_
