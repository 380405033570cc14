// Scores the names stage on annotated text in CoNLL columns.

#ifndef ISNAD_TESTS_EVAL_NAMES_SCORER_H_
#define ISNAD_TESTS_EVAL_NAMES_SCORER_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_set.h"
#include "tests/eval/report.h"

namespace isnad::eval {

// Which tagger is scored.
enum class NamesSystem {
  // Gazetteers, learned tagger and rules together, as the service uses them. It has no names of
  // currencies, events and works, which ANERcorp calls MISC.
  kWhole,
  // The learned tagger alone, with its own kinds.
  kLearned,
};

struct NamesOptions {
  NamesSystem system = NamesSystem::kWhole;
  // Sentences to a document where the file marks none.
  int document_sentences = 25;
};

// Exact spans and types. The words of the file are joined by blanks and cut again by our tokeniser;
// a found name counts for the words that it touches, so that a proclitic does not matter. Types are
// PERS, LOC, ORG and, for products, PROD or MISC, whichever the file has. Misses show the sentence
// with gold and found names.
absl::StatusOr<Report> ScoreNames(absl::string_view path, const extraction::LexiconFiles& files,
                                  const extraction::ModelSet& models, const NamesOptions& options);

// The same with what is built into the binary.
absl::StatusOr<Report> ScoreNames(absl::string_view path, const NamesOptions& options);

}  // namespace isnad::eval

#endif  // ISNAD_TESTS_EVAL_NAMES_SCORER_H_
