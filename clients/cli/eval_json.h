// An evaluation as JSON for programs.

#ifndef ISNAD_CLIENTS_CLI_EVAL_JSON_H_
#define ISNAD_CLIENTS_CLI_EVAL_JSON_H_

#include <string>

#include "clients/cli/evaluation.h"

namespace isnad::cli {

// One object on one line, with the fields that docs/corpus.md describes.
std::string EvaluationJson(const Evaluation& evaluation, Misses misses);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_EVAL_JSON_H_
