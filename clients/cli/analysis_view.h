// An analysis as a person reads it: sentence by sentence, names marked, words in a table.

#ifndef ISNAD_CLIENTS_CLI_ANALYSIS_VIEW_H_
#define ISNAD_CLIENTS_CLI_ANALYSIS_VIEW_H_

#include <ostream>

#include "clients/cli/terminal.h"
#include "isnad/v1/extraction_service.pb.h"

namespace isnad::cli {

struct AnalysisViewOptions {
  // One row per word with clitics, lemma, part of speech, features and score.
  bool words = true;
};

// Prints `analysis`. On a bidirectional terminal sentences run from right to left and every Arabic
// cell is isolated, so that columns stay where they are; elsewhere the text goes out as stored.
void PrintAnalysis(const isnad::v1::AnalyzeTextResponse& analysis,
                   const AnalysisViewOptions& options, const Terminal& terminal, std::ostream& out);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_ANALYSIS_VIEW_H_
