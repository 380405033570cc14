// Opens fact stores by name: the one place that knows all engines.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_OPEN_FACT_STORE_H_
#define ISNAD_SERVICES_FACTS_ENGINES_OPEN_FACT_STORE_H_

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/facts/engines/sql/sql_fact_store.h"
#include "services/facts/engines/sql/when_absent.h"
#include "services/server/clock/clock.h"

namespace isnad::facts {

struct OpenOptions {
  // sqlite:PATH or postgresql://USER@HOST:PORT/DATABASE.
  std::string name;
  // Connections that read at the same time.
  int readers = 4;
  // Makes the match keys of spellings that a release before them stored. May be empty: none.
  std::function<std::vector<std::string>(const std::string& surface, int entity_type)>
      match_keys_of;
  WhenAbsent when_absent = WhenAbsent::kCreate;
};

// INVALID_ARGUMENT on the field `store` when the name is of no engine or cannot be read; else as
// the engine says. `clock` must outlive the store. Messages show no password.
absl::StatusOr<std::unique_ptr<sql::SqlFactStore>> OpenFactStore(OpenOptions options,
                                                                 server::Clock* clock);

// `name` as messages and logs may show it: without a password.
std::string ShownStoreName(absl::string_view name);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_ENGINES_OPEN_FACT_STORE_H_
