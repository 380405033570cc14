// A connection to a database that speaks SQL.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_CONNECTION_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_CONNECTION_H_

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "services/facts/engines/sql/query.h"

namespace isnad::facts::sql {

// A query that is run `times` times: `bind` gives each use its parameters, `read` takes its rows,
// in order.
struct RepeatedQuery {
  std::string sql;
  size_t times = 1;
  std::function<void(size_t, Query&)> bind;
  std::function<absl::Status(size_t, Query&)> read;
};

// Not safe for concurrent use. Errors are those of FactStore: UNAVAILABLE, DATA_LOSS, ABORTED, and
// DEADLINE_EXCEEDED where the engine limits how long a statement may take.
class Connection {
 public:
  virtual ~Connection() = default;

  // Prepares the statement, or takes the one prepared before for the same text. Statements may be
  // in use inside the loop over another one's rows.
  virtual Query Prepare(absl::string_view sql) = 0;
  // Runs a query `times` times: `bind` gives each its parameters, `read` takes its rows, in order.
  // An engine with a server sends them all before it waits. `read` may run other statements.
  virtual absl::Status ForEach(absl::string_view sql, size_t times,
                               const std::function<void(size_t, Query&)>& bind,
                               const std::function<absl::Status(size_t, Query&)>& read) = 0;
  // Runs queries none of which needs what another one reads; `read` of a query comes after that of
  // those before it. An engine with a server sends all queries before it waits.
  virtual absl::Status ForEachOf(const std::vector<RepeatedQuery>& queries) {
    for (const RepeatedQuery& query : queries) {
      absl::Status status = ForEach(query.sql, query.times, query.bind, query.read);
      if (!status.ok()) return status;
    }
    return absl::OkStatus();
  }
  // Runs statements without parameters.
  virtual absl::Status Execute(const std::string& sql) = 0;
};

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_CONNECTION_H_
