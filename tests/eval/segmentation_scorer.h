// Scores the division of words into clitics on a treebank.

#ifndef ISNAD_TESTS_EVAL_SEGMENTATION_SCORER_H_
#define ISNAD_TESTS_EVAL_SEGMENTATION_SCORER_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "tests/eval/report.h"
#include "tests/eval/treebank_models.h"

namespace isnad::eval {

// Accuracy over the words of a CoNLL-U treebank, marks and symbols left out. The analysis starts
// from the sentence's raw text. A word is right when all its borders are: between tokens, behind
// each proclitic, behind the article (which the treebank leaves on the noun; see ReadConllu) and
// before the enclitic. Errors as of TreebankModels.
absl::StatusOr<Report> ScoreSegmentation(absl::string_view path, const TreebankOptions& options);

}  // namespace isnad::eval

#endif  // ISNAD_TESTS_EVAL_SEGMENTATION_SCORER_H_
