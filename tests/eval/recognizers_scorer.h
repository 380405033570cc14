// Scores the reading of values on the specs of a public suite for recognisers of numbers and dates
// (the JSON files of Microsoft Recognizers-Text, which are fetched, not kept here).

#ifndef ISNAD_TESTS_EVAL_RECOGNIZERS_SCORER_H_
#define ISNAD_TESTS_EVAL_RECOGNIZERS_SCORER_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "tests/eval/report.h"

namespace isnad::eval {

struct RecognizersOptions {
  // Table of cases that are not scored, "file TAB index TAB reason" per line, file without ".json"
  // and index from 0; empty to score all.
  std::string rejected_path;
};

// Scores one spec file, or every file in a folder and their total.
//
// A case counts when it expects a number, ordinal, number range, percentage, date, period or
// duration, or a date with a time of day, of which only the date is asked. Times of day alone and
// recurrences ("every day") are out of scope. Two rules drop expectations that cannot be met, in
// any edition of the files: those without a type, and in extractor files those whose words are not
// in the input.
//
// A case is right when everything in scope that it expects is found: in Parser and Model files with
// the expected value or interval (its past or its future resolution; the suite's last days of
// ranges are read as inclusive or exclusive, as it uses both), in Extractor files, which state no
// values, by overlap with the expected words. The score "exact" of these asks for the very same
// words.
//
// Errors: NOT_FOUND when a file cannot be read, INVALID_ARGUMENT when it is no such spec.
absl::StatusOr<Report> ScoreRecognizers(absl::string_view path, const RecognizersOptions& options);

}  // namespace isnad::eval

#endif  // ISNAD_TESTS_EVAL_RECOGNIZERS_SCORER_H_
