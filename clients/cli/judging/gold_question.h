// Questions with what a right answer holds and which documents it cites.

#ifndef ISNAD_CLIENTS_CLI_JUDGING_GOLD_QUESTION_H_
#define ISNAD_CLIENTS_CLI_JUDGING_GOLD_QUESTION_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace isnad::cli {

// What is asked of a right answer.
enum class Match {
  kAny,      // it holds one of all variants
  kAll,      // it holds a variant of each item
  kAbstain,  // there is none, the suite refuses
};

struct GoldQuestion {
  int line = 0;  // in its file, from 1
  std::string id;
  std::string question;
  std::string kind;      // such as "who"; kYesNoKind is judged by its own rule
  std::string language;  // "ar" or "en"
  Match match = Match::kAny;
  // What to find, each item as its variants. Empty only for kAbstain.
  std::vector<std::vector<std::string>> answers;
  // Names of documents, of each group at least one to be cited. Empty only for kAbstain.
  std::vector<std::vector<std::string>> cite_groups;
};

// Its answers begin with yes or no, and so must what is given.
constexpr char kYesNoKind[] = "yes_no";

// Reads JSON Lines as docs/corpus.md describes them. `file_name` is for errors: INVALID_ARGUMENT
// names file, line and field, for a line that is no JSON object, a key that is missing or has the
// wrong form, an id that stands twice, and a file without questions.
absl::StatusOr<std::vector<GoldQuestion>> ParseGoldQuestions(absl::string_view json_lines,
                                                             absl::string_view file_name);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_JUDGING_GOLD_QUESTION_H_
