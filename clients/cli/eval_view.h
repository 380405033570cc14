// An evaluation as tables for people.

#ifndef ISNAD_CLIENTS_CLI_EVAL_VIEW_H_
#define ISNAD_CLIENTS_CLI_EVAL_VIEW_H_

#include <ostream>

#include "clients/cli/evaluation.h"
#include "clients/cli/terminal.h"

namespace isnad::cli {

// Figures, figures by language and kind, coverage by confidence and, when shown, the misses. Arabic
// stands alone at the ends of lines, isolated where the terminal reorders it.
void PrintEvaluation(const Evaluation& evaluation, Misses misses, const Terminal& terminal,
                     std::ostream& out);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_EVAL_VIEW_H_
