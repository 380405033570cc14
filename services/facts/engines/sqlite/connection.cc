#include "services/facts/engines/sqlite/connection.h"

#include <sqlite3.h>

#include "absl/strings/str_cat.h"

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

}  // namespace

SqlValue SqlValue::Integer(int64_t value) {
  SqlValue result;
  result.integer = value;
  return result;
}

SqlValue SqlValue::Real(double value) {
  SqlValue result;
  result.kind = Kind::kReal;
  result.real = value;
  return result;
}

SqlValue SqlValue::Text(absl::string_view value) {
  SqlValue result;
  result.kind = Kind::kText;
  result.text = std::string(value);
  return result;
}

SqlValue SqlValue::Blob(absl::string_view value) {
  SqlValue result = Text(value);
  result.kind = Kind::kBlob;
  return result;
}

Query::Query(sqlite3* database, sqlite3_stmt* statement, absl::Status status)
    : database_(database), statement_(statement), status_(std::move(status)) {}

Query::Query(Query&& other) noexcept
    : database_(other.database_),
      statement_(other.statement_),
      status_(other.status_),
      next_parameter_(other.next_parameter_) {
  other.statement_ = nullptr;
}

Query::~Query() {
  if (statement_ == nullptr) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

void Query::Check(int code) {
  if (status_.ok() && code != SQLITE_OK) status_ = Translate(database_, code);
}

Query& Query::Int(int64_t value) {
  if (status_.ok()) Check(sqlite3_bind_int64(statement_, next_parameter_++, value));
  return *this;
}

Query& Query::Real(double value) {
  if (status_.ok()) Check(sqlite3_bind_double(statement_, next_parameter_++, value));
  return *this;
}

Query& Query::Text(absl::string_view value) {
  // An empty view may hold no pointer, which SQLite would store as NULL.
  const char* data = value.empty() ? "" : value.data();
  if (status_.ok()) {
    Check(sqlite3_bind_text(statement_, next_parameter_++, data, static_cast<int>(value.size()),
                            SQLITE_TRANSIENT));
  }
  return *this;
}

Query& Query::Blob(absl::string_view value) {
  const char* data = value.empty() ? "" : value.data();
  if (status_.ok()) {
    Check(sqlite3_bind_blob(statement_, next_parameter_++, data, static_cast<int>(value.size()),
                            SQLITE_TRANSIENT));
  }
  return *this;
}

Query& Query::Bind(const SqlValue& value) {
  switch (value.kind) {
    case SqlValue::Kind::kInteger:
      return Int(value.integer);
    case SqlValue::Kind::kReal:
      return Real(value.real);
    case SqlValue::Kind::kText:
      return Text(value.text);
    case SqlValue::Kind::kBlob:
      return Blob(value.text);
  }
  return *this;
}

Query& Query::BindAll(const std::vector<SqlValue>& values) {
  for (const SqlValue& value : values) Bind(value);
  return *this;
}

bool Query::Next() {
  if (!status_.ok()) return false;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) status_ = Translate(database_, code);
  return false;
}

absl::Status Query::Run() {
  while (Next()) {
  }
  return status_;
}

int64_t Query::GetInt(int column) const { return sqlite3_column_int64(statement_, column); }

double Query::GetReal(int column) const { return sqlite3_column_double(statement_, column); }

std::string Query::GetText(int column) const {
  const void* data = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  return data == nullptr ? std::string()
                         : std::string(static_cast<const char*>(data), static_cast<size_t>(size));
}

absl::StatusOr<std::unique_ptr<Connection>> Connection::Open(const std::string& path, Mode mode) {
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
  sqlite3_extended_result_codes(database, 1);
  sqlite3_busy_timeout(database, kBusyTimeoutMillis);
  return std::unique_ptr<Connection>(new Connection(database));
}

Connection::~Connection() {
  for (auto& entry : statements_) sqlite3_finalize(entry.second);
  sqlite3_close_v2(database_);
}

Query Connection::Prepare(absl::string_view sql) {
  // A statement that is running already (a loop inside a loop over the same query) gets a twin,
  // which stands under a name of its own.
  std::string name(sql);
  for (auto found = statements_.find(name); found != statements_.end();
       name += ' ', found = statements_.find(name)) {
    if (!sqlite3_stmt_busy(found->second)) return Query(database_, found->second, {});
  }
  if (statements_.size() >= kMostStatements) ForgetIdleStatements();
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return Query(database_, nullptr, Translate(database_, code));
  statements_.emplace(std::move(name), statement);
  return Query(database_, statement, absl::OkStatus());
}

void Connection::ForgetIdleStatements() {
  for (auto entry = statements_.begin(); entry != statements_.end();) {
    if (sqlite3_stmt_busy(entry->second)) {
      ++entry;
    } else {
      sqlite3_finalize(entry->second);
      entry = statements_.erase(entry);
    }
  }
}

absl::Status Connection::Execute(const std::string& sql) {
  const int code = sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr);
  return code == SQLITE_OK ? absl::OkStatus() : Translate(database_, code);
}

int64_t Connection::LastRowId() const { return sqlite3_last_insert_rowid(database_); }

int64_t Connection::Changes() const { return sqlite3_changes(database_); }

}  // namespace isnad::facts::sqlite
