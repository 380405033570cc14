// Conflicts as people read them in a terminal.

#ifndef ISNAD_CLIENTS_CLI_CONFLICT_VIEW_H_
#define ISNAD_CLIENTS_CLI_CONFLICT_VIEW_H_

#include <ostream>

#include "isnad/v1/conflict.pb.h"

namespace isnad::cli {

// The conflict's name, state and explanation, then a line for each side with its sources and facts.
// Sources and facts that do not name what they speak of are marked.
void PrintConflict(const isnad::v1::Conflict& conflict, std::ostream& out);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_CONFLICT_VIEW_H_
