#include "services/facts/engines/sqlite/connection.h"

#include <sqlite3.h>

#include <utility>

#include "absl/strings/str_cat.h"
#include "services/server/memory/sqlite_memory.h"

namespace isnad::facts::sqlite {
namespace {

constexpr int kBusyTimeoutMillis = 10'000;

// Queries made from filters differ without end, so the cache is emptied when it has grown large.
constexpr size_t kMostStatements = 400;

// What a SQLite failure means to callers.
absl::Status Translate(sqlite3* database, int code) {
  const std::string message =
      absl::StrCat("the fact store's database answered: ", sqlite3_errmsg(database));
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_NOMEM:
      return absl::UnavailableError(message);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return absl::DataLossError(message);
    case SQLITE_CONSTRAINT:
      return absl::AbortedError(message);
    default:
      return absl::InternalError(message);
  }
}

// Gives the prepared statement back to its connection when destroyed.
class SqliteStatement final : public sql::Statement {
 public:
  SqliteStatement(sqlite3* database, sqlite3_stmt* statement)
      : database_(database), statement_(statement) {}
  ~SqliteStatement() override {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }
  SqliteStatement(const SqliteStatement&) = delete;
  SqliteStatement& operator=(const SqliteStatement&) = delete;

  absl::Status BindInt(int parameter, int64_t value) override {
    return Check(sqlite3_bind_int64(statement_, parameter, value));
  }
  absl::Status BindReal(int parameter, double value) override {
    return Check(sqlite3_bind_double(statement_, parameter, value));
  }
  absl::Status BindText(int parameter, absl::string_view value) override {
    return Check(sqlite3_bind_text(statement_, parameter, DataOf(value),
                                   static_cast<int>(value.size()), SQLITE_TRANSIENT));
  }
  absl::Status BindBlob(int parameter, absl::string_view value) override {
    return Check(sqlite3_bind_blob(statement_, parameter, DataOf(value),
                                   static_cast<int>(value.size()), SQLITE_TRANSIENT));
  }

  absl::StatusOr<bool> Step() override {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return Translate(database_, code);
  }
  absl::Status Run() override {
    absl::StatusOr<bool> row = Step();
    while (row.ok() && *row) row = Step();
    return row.status();
  }
  absl::StatusOr<int64_t> RunAndCount() override {
    if (absl::Status status = Run(); !status.ok()) return status;
    return sqlite3_changes(database_);
  }

  int64_t GetInt(int column) const override { return sqlite3_column_int64(statement_, column); }
  double GetReal(int column) const override { return sqlite3_column_double(statement_, column); }
  std::string GetText(int column) const override {
    const void* data = sqlite3_column_blob(statement_, column);
    const int size = sqlite3_column_bytes(statement_, column);
    return data == nullptr ? std::string()
                           : std::string(static_cast<const char*>(data), static_cast<size_t>(size));
  }

 private:
  // An empty view may hold no pointer, which SQLite would store as NULL.
  static const char* DataOf(absl::string_view value) { return value.empty() ? "" : value.data(); }
  absl::Status Check(int code) const {
    return code == SQLITE_OK ? absl::OkStatus() : Translate(database_, code);
  }

  sqlite3* const database_;
  sqlite3_stmt* const statement_;
};

sql::Query Use(sqlite3* database, sqlite3_stmt* statement) {
  return sql::Query(std::unique_ptr<sql::Statement>(new SqliteStatement(database, statement)));
}

}  // namespace

absl::StatusOr<std::unique_ptr<Connection>> Connection::Open(const std::string& path, Mode mode) {
  server::StopCountingSqliteMemory();
  sqlite3* database = nullptr;
  const int flags =
      SQLITE_OPEN_NOMUTEX |
      (mode == Mode::kWriter ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE);
  const int code = sqlite3_open_v2(path.c_str(), &database, flags, nullptr);
  if (code != SQLITE_OK) {
    const absl::Status status = absl::UnavailableError(
        absl::StrCat("cannot open the fact store at \"", path,
                     "\": ", database == nullptr ? "out of memory" : sqlite3_errmsg(database),
                     "; the folder must exist and be writable"));
    sqlite3_close_v2(database);
    return status;
  }
  // SQLite opens what it may not write for reading alone, without a word.
  if (sqlite3_db_readonly(database, "main") == 1) {
    sqlite3_close_v2(database);
    return absl::UnavailableError(absl::StrCat("cannot write the fact store at \"", path,
                                               "\": the file is read-only; the service needs to "
                                               "write it and the folder that it is in"));
  }
  sqlite3_extended_result_codes(database, 1);
  sqlite3_busy_timeout(database, kBusyTimeoutMillis);
  return std::unique_ptr<Connection>(new Connection(database));
}

Connection::~Connection() {
  for (auto& entry : statements_) sqlite3_finalize(entry.second);
  sqlite3_close_v2(database_);
}

sql::Query Connection::Prepare(absl::string_view sql) {
  // A statement that is running already (a loop inside a loop over the same query) gets a twin,
  // which stands under a name of its own.
  auto found = statements_.find(sql);
  if (found != statements_.end() && !sqlite3_stmt_busy(found->second)) {
    return Use(database_, found->second);
  }
  std::string name(sql);
  while (found != statements_.end()) {
    found = statements_.find(name += ' ');
    if (found != statements_.end() && !sqlite3_stmt_busy(found->second)) {
      return Use(database_, found->second);
    }
  }
  if (statements_.size() >= kMostStatements) ForgetIdleStatements();
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return sql::Query(Translate(database_, code));
  statements_.emplace(std::move(name), statement);
  return Use(database_, statement);
}

void Connection::ForgetIdleStatements() {
  for (auto entry = statements_.begin(); entry != statements_.end();) {
    if (sqlite3_stmt_busy(entry->second)) {
      ++entry;
    } else {
      sqlite3_finalize(entry->second);
      statements_.erase(entry++);
    }
  }
}

absl::Status Connection::ForEach(absl::string_view sql, size_t times,
                                 const std::function<void(size_t, sql::Query&)>& bind,
                                 const std::function<absl::Status(size_t, sql::Query&)>& read) {
  for (size_t i = 0; i < times; ++i) {
    sql::Query query = Prepare(sql);
    bind(i, query);
    if (absl::Status status = read(i, query); !status.ok()) return status;
    if (!query.status().ok()) return query.status();
  }
  return absl::OkStatus();
}

absl::Status Connection::Execute(const std::string& sql) {
  const int code = sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr);
  return code == SQLITE_OK ? absl::OkStatus() : Translate(database_, code);
}

}  // namespace isnad::facts::sqlite
