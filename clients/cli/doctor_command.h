// `isnad doctor`: whether the suite at the address serves.

#ifndef ISNAD_CLIENTS_CLI_DOCTOR_COMMAND_H_
#define ISNAD_CLIENTS_CLI_DOCTOR_COMMAND_H_

#include "clients/cli/connection.h"
#include "clients/cli/output.h"

namespace isnad::cli {

// Checks health as a whole and per service, then version and stored counts. Success when the suite
// serves, kUnavailable when it does not.
int RunDoctor(Format format, const Connection& connection);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_DOCTOR_COMMAND_H_
