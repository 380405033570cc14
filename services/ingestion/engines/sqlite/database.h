// One connection to an SQLite file, and statements on it.
//
// The only folder of the service that touches SQLite.

#ifndef ISNAD_SERVICES_INGESTION_ENGINES_SQLITE_DATABASE_H_
#define ISNAD_SERVICES_INGESTION_ENGINES_SQLITE_DATABASE_H_

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/optional.h"

namespace isnad::ingestion {

// A prepared statement, run once or more. Reading columns is valid after Step returned kRow.
// Thread-compatible.
class Statement {
 public:
  enum class StepResult { kRow, kDone };

  explicit Statement(sqlite3_stmt* statement);
  ~Statement();
  Statement(Statement&&) = default;
  Statement& operator=(Statement&&) = default;

  // Binds the next parameter, in order of appearance. Bytes are copied.
  Statement& Bind(absl::string_view value);
  Statement& Bind(int64_t value);
  Statement& BindNull();
  // Microseconds since the epoch; NULL when unset.
  Statement& Bind(absl::optional<absl::Time> time);

  // Runs to the next row or to the end.
  absl::StatusOr<StepResult> Step();

  // Runs to the end, ignoring rows.
  absl::Status Run();

  std::string Text(int column) const;
  int64_t Integer(int column) const;
  bool IsNull(int column) const;
  absl::optional<absl::Time> Time(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int next_parameter_ = 1;
};

// A connection. Thread-compatible: the owner guards it.
class Database {
 public:
  enum class Mode { kReadWrite, kReadOnly };

  // Opens `path`, creating it in kReadWrite, in WAL mode with `synchronous=FULL`.
  static absl::StatusOr<std::unique_ptr<Database>> Open(const std::string& path, Mode mode);

  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // Runs statements without parameters.
  absl::Status Execute(const std::string& sql);

  absl::StatusOr<Statement> Prepare(absl::string_view sql);

  // Rows changed by the last statement.
  int64_t Changes() const;

  int64_t LastInsertId() const;

 private:
  explicit Database(sqlite3* connection);

  sqlite3* const connection_;
};

// A write transaction, rolled back unless committed.
class Transaction {
 public:
  // Takes the write lock at once (BEGIN IMMEDIATE).
  static absl::StatusOr<std::unique_ptr<Transaction>> Begin(Database* database);

  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // Durable when it returns OK.
  absl::Status Commit();

 private:
  explicit Transaction(Database* database) : database_(database) {}

  Database* const database_;
  bool committed_ = false;
};

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_ENGINES_SQLITE_DATABASE_H_
