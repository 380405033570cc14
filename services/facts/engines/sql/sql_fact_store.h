// A fact store whose rows can be reached as they are, for maintenance.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_SQL_FACT_STORE_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_SQL_FACT_STORE_H_

#include <functional>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/facts/engines/sql/view.h"
#include "services/facts/store/fact_store.h"

namespace isnad::facts::sql {

class SqlFactStore : public FactStore {
 public:
  // Runs `read` over one consistent view of the newest state. Writers go on meanwhile.
  virtual absl::Status ReadRows(const std::function<absl::Status(View&)>& read) = 0;

  // Runs `write` in a write transaction, as FactStore::Write does. The store's clock is set to the
  // view's `now` when it ends, which `write` may move forward.
  virtual absl::Status WriteRows(const std::function<absl::Status(View&)>& write) = 0;

  // The number of the last migration.
  virtual absl::StatusOr<int> ReadSchemaNumber() = 0;
};

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_SQL_FACT_STORE_H_
