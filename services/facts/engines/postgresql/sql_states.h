// What PostgreSQL's errors mean to callers of the fact store.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_SQL_STATES_H_
#define ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_SQL_STATES_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace isnad::facts::postgresql {

// Whether a transaction that failed with this state lost to another one (serialisation failure,
// deadlock) and may succeed when it is run again from its start.
bool LostRace(absl::string_view sql_state);

// The status of a statement that failed with the five-character state and the server's message:
//   ABORTED            lost to another transaction, or a constraint does not hold
//   DEADLINE_EXCEEDED  cancelled by the statement timeout
//   UNAVAILABLE        connection lost, server starting or stopping, out of space or connections,
//                      or read-only because another server took over
//   DATA_LOSS          damaged files
//   INVALID_ARGUMENT   text that PostgreSQL cannot keep, such as U+0000
//   FAILED_PRECONDITION  no such table, or not allowed to use it
//   INTERNAL           anything else
// An empty state stands for a lost connection.
absl::Status StatusOfState(absl::string_view sql_state, absl::string_view message);

}  // namespace isnad::facts::postgresql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_SQL_STATES_H_
