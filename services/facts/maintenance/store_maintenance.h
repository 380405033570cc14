// What operators do with a whole store: check, migrate, copy. Works on stores by name, sqlite:PATH
// or postgresql://..., of either engine.

#ifndef ISNAD_SERVICES_FACTS_MAINTENANCE_STORE_MAINTENANCE_H_
#define ISNAD_SERVICES_FACTS_MAINTENANCE_STORE_MAINTENANCE_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/facts/engines/sql/row_copy.h"
#include "services/facts/engines/sql/store_check.h"

namespace isnad::facts {

struct CheckedStore {
  int schema = 0;
  std::vector<sql::TableCount> tables;
  std::vector<sql::CheckedRule> rules;

  // Whether every rule holds.
  bool sound() const;
};

// Checks the files (where the engine keeps them itself) and every rule between rows, over one
// consistent view; the store may be in use. FAILED_PRECONDITION when there is no store of that name
// or it is older than this release, DATA_LOSS when its file is damaged.
absl::StatusOr<CheckedStore> CheckStore(const std::string& store);

// Creates the tables or brings them up to date. Returns the number of their schema.
absl::StatusOr<int> MigrateStore(const std::string& store);

// Copies the newest state of `from`, which may be in use, with all its history, into `to`, which
// must be new or empty: all of it or nothing. Counts every table in both, and checks the copy.
absl::StatusOr<CheckedStore> CopyStore(const std::string& from, const std::string& to);

// Copies the store into a new SQLite file. The file appears under its name when it is whole.
// ALREADY_EXISTS when something has that name.
absl::StatusOr<CheckedStore> BackUpStore(const std::string& store, const std::string& file);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_MAINTENANCE_STORE_MAINTENANCE_H_
