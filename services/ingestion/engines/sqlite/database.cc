#include "services/ingestion/engines/sqlite/database.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "services/ingestion/errors/ingestion_errors.h"
#include "services/server/memory/sqlite_memory.h"
#include "services/server/status/status_macros.h"

namespace isnad::ingestion {
namespace {

constexpr int kBusyTimeoutMilliseconds = 5000;

absl::Status StatusOf(int code, sqlite3* connection) {
  const std::string what =
      absl::StrCat(connection == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(connection),
                   " (SQLite code ", code, ")");
  switch (code & 0xFF) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE:
      return absl::OkStatus();
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return StorageCorruptError(what);
    case SQLITE_CONSTRAINT:
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
    case SQLITE_ERROR:
      return absl::InternalError(what);
    default:
      return StorageUnavailableError(what);
  }
}

}  // namespace

Statement::Statement(sqlite3_stmt* statement) : statement_(statement) {}

Statement::~Statement() = default;

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement& Statement::Bind(absl::string_view value) {
  // A null pointer would bind NULL.
  const char* const data = value.empty() ? "" : value.data();
  sqlite3_bind_text64(statement_.get(), next_parameter_++, data, value.size(), SQLITE_TRANSIENT,
                      SQLITE_UTF8);
  return *this;
}

Statement& Statement::Bind(int64_t value) {
  sqlite3_bind_int64(statement_.get(), next_parameter_++, value);
  return *this;
}

Statement& Statement::BindNull() {
  sqlite3_bind_null(statement_.get(), next_parameter_++);
  return *this;
}

Statement& Statement::Bind(absl::optional<absl::Time> time) {
  return time.has_value() ? Bind(absl::ToUnixMicros(*time)) : BindNull();
}

absl::StatusOr<Statement::StepResult> Statement::Step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return StepResult::kRow;
  if (code == SQLITE_DONE) return StepResult::kDone;
  return StatusOf(code, sqlite3_db_handle(statement_.get()));
}

absl::Status Statement::Run() {
  for (;;) {
    ISNAD_ASSIGN_OR_RETURN(const StepResult result, Step());
    if (result == StepResult::kDone) return absl::OkStatus();
  }
}

std::string Statement::Text(int column) const {
  const auto* text = sqlite3_column_text(statement_.get(), column);
  if (text == nullptr) return "";
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return std::string(reinterpret_cast<const char*>(text), static_cast<size_t>(size));
}

int64_t Statement::Integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

bool Statement::IsNull(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

absl::optional<absl::Time> Statement::Time(int column) const {
  if (IsNull(column)) return absl::nullopt;
  return absl::FromUnixMicros(Integer(column));
}

Database::Database(sqlite3* connection) : connection_(connection) {}

Database::~Database() { sqlite3_close_v2(connection_); }

absl::StatusOr<std::unique_ptr<Database>> Database::Open(const std::string& path, Mode mode) {
  server::StopCountingSqliteMemory();
  const int flags =
      mode == Mode::kReadWrite ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  sqlite3* connection = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &connection, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  // SQLite hands out a connection to be closed even when it failed.
  std::unique_ptr<Database> database(new Database(connection));
  ISNAD_RETURN_IF_ERROR(StatusOf(code, connection));
  sqlite3_extended_result_codes(connection, 1);
  sqlite3_busy_timeout(connection, kBusyTimeoutMilliseconds);
  if (mode == Mode::kReadWrite) {
    ISNAD_RETURN_IF_ERROR(database->Execute("PRAGMA journal_mode=WAL"));
    ISNAD_RETURN_IF_ERROR(database->Execute("PRAGMA synchronous=FULL"));
    // The text of a stored document must not linger in free pages.
    ISNAD_RETURN_IF_ERROR(database->Execute("PRAGMA secure_delete=ON"));
    ISNAD_RETURN_IF_ERROR(database->Execute("PRAGMA foreign_keys=ON"));
  }
  return database;
}

absl::Status Database::Execute(const std::string& sql) {
  const int code = sqlite3_exec(connection_, sql.c_str(), nullptr, nullptr, nullptr);
  return StatusOf(code, connection_);
}

absl::StatusOr<Statement> Database::Prepare(absl::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(connection_, sql.data(), static_cast<int>(sql.size()),
                                      &statement, nullptr);
  ISNAD_RETURN_IF_ERROR(StatusOf(code, connection_));
  return Statement(statement);
}

int64_t Database::Changes() const { return sqlite3_changes(connection_); }

int64_t Database::LastInsertId() const { return sqlite3_last_insert_rowid(connection_); }

absl::StatusOr<std::unique_ptr<Transaction>> Transaction::Begin(Database* database) {
  ISNAD_RETURN_IF_ERROR(database->Execute("BEGIN IMMEDIATE"));
  return std::unique_ptr<Transaction>(new Transaction(database));
}

Transaction::~Transaction() {
  // SQLite may have rolled back by itself (disk full); then there is nothing left to do.
  if (!committed_) database_->Execute("ROLLBACK").IgnoreError();
}

absl::Status Transaction::Commit() {
  ISNAD_RETURN_IF_ERROR(database_->Execute("COMMIT"));
  committed_ = true;
  return absl::OkStatus();
}

}  // namespace isnad::ingestion
