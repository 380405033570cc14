// What `isnad eval` found out: figures, and the questions that went wrong.

#ifndef ISNAD_CLIENTS_CLI_EVALUATION_H_
#define ISNAD_CLIENTS_CLI_EVALUATION_H_

#include <string>
#include <vector>

#include "clients/cli/judging/gold_question.h"
#include "clients/cli/judging/scoreboard.h"
#include "clients/cli/judging/verdict.h"

namespace isnad::cli {

// A question that was not treated rightly.
struct Miss {
  GoldQuestion gold;
  Verdict verdict = Verdict::kRefused;
  std::string got;                 // the answer, or the message of the refusal
  std::vector<std::string> cited;  // names of the documents that the answer cites, each once
};

struct Evaluation {
  Scoreboard board;
  std::vector<Miss> misses;  // in the order of the file
};

enum class Misses { kLeftOut, kShown };

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_EVALUATION_H_
