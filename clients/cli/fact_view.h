// Facts as people read them in a terminal.

#ifndef ISNAD_CLIENTS_CLI_FACT_VIEW_H_
#define ISNAD_CLIENTS_CLI_FACT_VIEW_H_

#include <ostream>
#include <string>
#include <vector>

#include "isnad/v1/fact.pb.h"

namespace isnad::cli {

// "2025-08", "2025", "2025-08-22" by precision; "" when unset.
std::string FormatInterval(const isnad::v1::DateInterval& interval);

// The words of an argument, the English name first where there is one; before a figure "≥", "≤" or
// "~" where it is a bound or a rough one.
std::string FormatArgument(const isnad::v1::Argument& argument);

// Columns: fact, type, subject, object, figures and roles, date, mood, support.
void PrintFactTable(const std::vector<isnad::v1::Fact>& facts, std::ostream& out);

// One fact with the spans of its evidence, the trigger and roles marked below the sentence.
void PrintFactInFull(const isnad::v1::Fact& fact, std::ostream& out);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_FACT_VIEW_H_
