// A PostgreSQL server of a test's own: real, private and gone with the test.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_TESTING_POSTGRES_SERVER_H_
#define ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_TESTING_POSTGRES_SERVER_H_

#include <sys/types.h>

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace isnad::facts::postgresql {

// Runs the programs of Debian's package postgresql-15 over a data folder below /tmp, listening on a
// socket in that folder and on no network. As root the server runs as the user `postgres`, else
// `nobody`, because PostgreSQL refuses root. The database sorts text by the rules of a language,
// unlike the store, so that a query that forgets its own order is found out. Not thread safe.
class PostgresServer {
 public:
  enum class Durability {
    kNone,  // Nothing is synced: quick, and a crash of the machine is not what tests try.
    kFull,
  };

  // Makes the data folder and starts the server. FAILED_PRECONDITION, naming the package, when
  // PostgreSQL is not installed.
  static absl::StatusOr<std::unique_ptr<PostgresServer>> Start(
      Durability durability = Durability::kNone);
  ~PostgresServer();
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  // The address of a new, empty schema in the server's one database.
  absl::StatusOr<std::string> NewStore();
  // The address of the database itself, for statements of tests.
  std::string Url() const;

  // Stops the server as a crash does; the data stays.
  void Crash();
  // Starts it again over its data.
  absl::Status Restart();

 private:
  PostgresServer(std::string programs, std::string folder, Durability durability)
      : programs_(std::move(programs)), folder_(std::move(folder)), durability_(durability) {}

  const std::string programs_;  // Folder of initdb and postgres.
  const std::string folder_;
  const Durability durability_;
  pid_t server_ = 0;
  int next_store_ = 1;
};

}  // namespace isnad::facts::postgresql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_TESTING_POSTGRES_SERVER_H_
