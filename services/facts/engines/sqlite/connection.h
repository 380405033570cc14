// A SQLite connection and its statements. The only file that calls SQLite's C interface.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQLITE_CONNECTION_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQLITE_CONNECTION_H_

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

struct sqlite3;
struct sqlite3_stmt;

namespace isnad::facts::sqlite {

// A value to bind: a whole number, a real number, text or bytes.
struct SqlValue {
  enum class Kind { kInteger, kReal, kText, kBlob };
  Kind kind = Kind::kInteger;
  int64_t integer = 0;
  double real = 0;
  std::string text;

  static SqlValue Integer(int64_t value);
  static SqlValue Real(double value);
  static SqlValue Text(absl::string_view value);
  static SqlValue Blob(absl::string_view value);
};

// A prepared statement in use; returns it to its connection when destroyed. Errors are kept and
// answered by `status`, so that rows are read as `while (query.Next()) ...`, then checked once.
class Query {
 public:
  Query(sqlite3* database, sqlite3_stmt* statement, absl::Status status);
  ~Query();
  Query(Query&& other) noexcept;
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  // Bind the next parameter, from the left.
  Query& Int(int64_t value);
  Query& Real(double value);
  Query& Text(absl::string_view value);
  Query& Blob(absl::string_view value);
  Query& Bind(const SqlValue& value);
  Query& BindAll(const std::vector<SqlValue>& values);

  // Moves to the next row; false at the end or after an error.
  bool Next();
  const absl::Status& status() const { return status_; }
  // Runs the statement to its end.
  absl::Status Run();

  int64_t GetInt(int column) const;
  double GetReal(int column) const;
  std::string GetText(int column) const;  // Also for bytes.

 private:
  void Check(int code);

  sqlite3* database_;
  sqlite3_stmt* statement_;
  absl::Status status_;
  int next_parameter_ = 1;
};

// One connection. Not safe for concurrent use.
class Connection {
 public:
  enum class Mode { kWriter, kReader };

  // Opens (a writer creates) the database file. UNAVAILABLE when it cannot be opened.
  static absl::StatusOr<std::unique_ptr<Connection>> Open(const std::string& path, Mode mode);
  ~Connection();

  // Prepares the statement, or takes the one prepared before for the same text.
  Query Prepare(absl::string_view sql);
  // Runs statements without parameters.
  absl::Status Execute(const std::string& sql);
  int64_t LastRowId() const;
  // Rows changed by the last statement.
  int64_t Changes() const;

 private:
  explicit Connection(sqlite3* database) : database_(database) {}
  void ForgetIdleStatements();

  sqlite3* database_;
  std::unordered_map<std::string, sqlite3_stmt*> statements_;
};

}  // namespace isnad::facts::sqlite

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQLITE_CONNECTION_H_
