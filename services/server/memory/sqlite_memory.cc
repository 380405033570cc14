#include "services/server/memory/sqlite_memory.h"

#include <sqlite3.h>

#include "absl/base/call_once.h"

namespace isnad::server {

void StopCountingSqliteMemory() {
  static absl::once_flag once;
  // Refused, and no harm done, when something opened a file before.
  absl::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
}

}  // namespace isnad::server
