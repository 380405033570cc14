// A SQLite connection and its statements. The only file that calls SQLite's C interface.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQLITE_CONNECTION_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQLITE_CONNECTION_H_

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/facts/engines/sql/connection.h"

struct sqlite3;
struct sqlite3_stmt;

namespace isnad::facts::sqlite {

// One connection. Not safe for concurrent use.
class Connection final : public sql::Connection {
 public:
  enum class Mode { kWriter, kReader };

  // Opens (a writer creates) the database file. UNAVAILABLE when it cannot be opened.
  static absl::StatusOr<std::unique_ptr<Connection>> Open(const std::string& path, Mode mode);
  ~Connection() override;

  sql::Query Prepare(absl::string_view sql) override;
  absl::Status ForEach(absl::string_view sql, size_t times,
                       const std::function<void(size_t, sql::Query&)>& bind,
                       const std::function<absl::Status(size_t, sql::Query&)>& read) override;
  absl::Status Execute(const std::string& sql) override;

 private:
  explicit Connection(sqlite3* database) : database_(database) {}
  void ForgetIdleStatements();

  sqlite3* database_;
  absl::flat_hash_map<std::string, sqlite3_stmt*> statements_;  // By their SQL.
};

}  // namespace isnad::facts::sqlite

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQLITE_CONNECTION_H_
