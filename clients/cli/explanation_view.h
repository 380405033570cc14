// How a fact was found, as a picture: sentence, clauses, verbs, frame, confidence.

#ifndef ISNAD_CLIENTS_CLI_EXPLANATION_VIEW_H_
#define ISNAD_CLIENTS_CLI_EXPLANATION_VIEW_H_

#include <ostream>

#include "clients/cli/terminal.h"
#include "isnad/v1/extraction_service.pb.h"

namespace isnad::cli {

// Prints one of the response's explanations. `text` is the document's, of which clauses give bytes.
void PrintExplanation(const isnad::v1::FactExplanation& explanation,
                      const isnad::v1::ExplainFactsResponse& response, const std::string& text,
                      const Terminal& terminal, std::ostream& out);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_EXPLANATION_VIEW_H_
