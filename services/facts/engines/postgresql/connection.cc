#include "services/facts/engines/postgresql/connection.h"

#include <postgresql/libpq-fe.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/facts/engines/postgresql/database_url.h"
#include "services/facts/engines/postgresql/sql_states.h"
#include "services/facts/engines/postgresql/statement_text.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::postgresql {
namespace {

// Results of that many statements fit into the socket's buffers, so neither side waits for the
// other to read.
constexpr int kMostSent = 200;
constexpr size_t kMostSentBytes = 1 << 20;

// Queries made from filters differ without end, so statements are given up when there are many.
constexpr size_t kMostStatements = 400;

void IgnoreNotice(void*, const char*) {}

int HexDigit(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

// Bytes as the server writes them: "\x" and hexadecimal digits.
std::string FromHex(absl::string_view text) {
  std::string bytes;
  if (text.size() < 2 || text[0] != '\\') return bytes;
  bytes.reserve(text.size() / 2 - 1);
  for (size_t i = 2; i + 1 < text.size(); i += 2) {
    bytes.push_back(static_cast<char>(HexDigit(text[i]) << 4 | HexDigit(text[i + 1])));
  }
  return bytes;
}

std::string StateOf(const pg_result* result) {
  const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  return state == nullptr ? "" : state;
}

bool Succeeded(const pg_result* result) {
  const ExecStatusType status = PQresultStatus(result);
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_PIPELINE_SYNC ||
         status == PGRES_EMPTY_QUERY;
}

Result Own(pg_result* result) { return Result(result, PQclear); }

const char* TypeName(uint32_t type) {
  switch (type) {
    case kBytes:
      return "bytea";
    case kInt8:
      return "bigint";
    case kFloat8:
      return "double precision";
    default:
      return "text";
  }
}

}  // namespace

class PostgresqlStatement final : public sql::Statement {
 public:
  PostgresqlStatement(Connection* connection, absl::string_view sql)
      : connection_(connection), sql_(sql) {}

  absl::Status BindInt(int parameter, int64_t value) override {
    return Bind(parameter, kInt8, NetworkOrder(static_cast<uint64_t>(value)));
  }
  absl::Status BindReal(int parameter, double value) override {
    uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof(bits));
    return Bind(parameter, kFloat8, NetworkOrder(bits));
  }
  absl::Status BindText(int parameter, absl::string_view value) override {
    return Bind(parameter, kText, std::string(value));
  }
  absl::Status BindBlob(int parameter, absl::string_view value) override {
    return Bind(parameter, kBytes, std::string(value));
  }

  absl::StatusOr<bool> Step() override {
    if (result_ == nullptr) {
      ISNAD_ASSIGN_OR_RETURN(result_, connection_->Run(sql_, parameters_));
      end_ = PQntuples(result_.get());
    }
    return ++row_ < end_;
  }
  absl::Status Run() override { return connection_->Send(sql_, parameters_); }
  const std::vector<Parameter>& parameters() const { return parameters_; }
  // The statement's rows are those of `result` from `begin` to `end`, with other columns in front.
  void Answer(Result result, int begin, int end, int other_columns) {
    result_ = std::move(result);
    row_ = begin - 1;
    end_ = end;
    other_columns_ = other_columns;
  }
  absl::StatusOr<int64_t> RunAndCount() override {
    ISNAD_ASSIGN_OR_RETURN(const Result result, connection_->Run(sql_, parameters_));
    int64_t count = 0;
    return absl::SimpleAtoi(PQcmdTuples(result.get()), &count) ? count : 0;
  }

  int64_t GetInt(int column) const override { return std::strtoll(Value(column), nullptr, 10); }
  double GetReal(int column) const override { return std::strtod(Value(column), nullptr); }
  std::string GetText(int column) const override {
    const int place = other_columns_ + column;
    const absl::string_view text(Value(column),
                                 static_cast<size_t>(PQgetlength(result_.get(), row_, place)));
    return PQftype(result_.get(), place) == kBytes ? FromHex(text) : std::string(text);
  }

 private:
  absl::Status Bind(int parameter, uint32_t type, std::string bytes) {
    const auto index = static_cast<size_t>(parameter) - 1;
    if (parameters_.size() <= index) parameters_.resize(index + 1);
    parameters_[index] = {type, std::move(bytes)};
    return absl::OkStatus();
  }
  const char* Value(int column) const {
    return PQgetvalue(result_.get(), row_, other_columns_ + column);
  }

  Connection* const connection_;
  const std::string sql_;
  std::vector<Parameter> parameters_;
  Result result_;
  int row_ = -1;
  int end_ = 0;
  int other_columns_ = 0;
};

absl::StatusOr<std::unique_ptr<Connection>> Connection::Open(const std::string& url,
                                                             absl::Duration timeout) {
  ISNAD_RETURN_IF_ERROR(CheckDatabaseUrl(url));
  const std::string seconds = absl::StrCat(
      std::max<int64_t>(2, absl::ToInt64Seconds(absl::Ceil(timeout, absl::Seconds(1)))));
  // What stands later wins, so the address may say otherwise. A server that went away without a
  // word is given up after some 30 seconds.
  const char* const names[] = {"connect_timeout",  "keepalives_idle",  "keepalives_interval",
                               "keepalives_count", "tcp_user_timeout", "fallback_application_name",
                               "dbname",           "client_encoding",  nullptr};
  const char* const values[] = {seconds.c_str(), "15",        "5",    "3",    "30000",
                                "isnad-facts",   url.c_str(), "UTF8", nullptr};
  pg_conn* raw = PQconnectdbParams(names, values, 1);
  if (raw == nullptr) return absl::UnavailableError("out of memory");
  std::unique_ptr<Connection> connection(new Connection(raw));
  PQsetNoticeProcessor(raw, IgnoreNotice, nullptr);
  if (PQstatus(raw) != CONNECTION_OK) {
    return absl::UnavailableError(absl::StrCat("cannot connect to the fact store at ",
                                               WithoutPassword(url), ": ",
                                               StatusOfState("", PQerrorMessage(raw)).message()));
  }
  // What was acknowledged must be on disk, whatever the database's default is.
  ISNAD_RETURN_IF_ERROR(
      connection->Execute("SELECT set_config('synchronous_commit', 'on', false) "
                          "WHERE current_setting('synchronous_commit', true) IN ('off', 'local')"));
  return connection;
}

Connection::~Connection() { PQfinish(connection_); }

bool Connection::IsLost() const { return PQstatus(connection_) != CONNECTION_OK; }

absl::Status Connection::Failure(const pg_result* result) {
  const std::string state = result == nullptr ? "" : StateOf(result);
  lost_race_ = LostRace(state);
  const char* message =
      result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  return StatusOfState(state, message != nullptr ? message : PQerrorMessage(connection_));
}

sql::Query Connection::Prepare(absl::string_view sql) {
  return sql::Query(std::unique_ptr<sql::Statement>(new PostgresqlStatement(this, sql)));
}

absl::Status Connection::Execute(const std::string& sql) {
  ISNAD_RETURN_IF_ERROR(Drain().status());
  const Result result = Own(PQexec(connection_, sql.c_str()));
  return Succeeded(result.get()) ? absl::OkStatus() : Failure(result.get());
}

absl::StatusOr<int64_t> Connection::ExecuteForNumber(const std::string& sql) {
  ISNAD_RETURN_IF_ERROR(Drain().status());
  const Result result = Own(PQexec(connection_, sql.c_str()));
  if (!Succeeded(result.get())) return Failure(result.get());
  int64_t number = 0;
  if (PQntuples(result.get()) == 0 || !absl::SimpleAtoi(PQgetvalue(result.get(), 0, 0), &number)) {
    return absl::NotFoundError("the fact store's database answered no number");
  }
  return number;
}

absl::Status Connection::SendAhead(const std::vector<std::string>& statements) {
  for (const std::string& sql : statements) ISNAD_RETURN_IF_ERROR(QueueOnce(sql));
  return absl::OkStatus();
}

void Connection::Rollback() {
  // Where a statement fails, the server skips all until the end of the pipeline: so the transaction
  // ends in one of its own.
  const bool unread = sent_ > given_up_;
  if (IsLost() || (unread && PQpipelineSync(connection_) != 1)) return;
  syncs_ += unread ? 1 : 0;
  if (!QueueOnce("ROLLBACK").ok() || PQpipelineSync(connection_) != 1) return;
  ++syncs_;
  given_up_ = sent_;
  sent_bytes_ = 0;
}

bool Connection::WasClosed() {
  // The first look may read the server's last words, the second one the end after them.
  return PQconsumeInput(connection_) != 1 || PQconsumeInput(connection_) != 1 || IsLost();
}

absl::Status Connection::Commit() {
  // Skipped by the server when a statement before it fails.
  ISNAD_RETURN_IF_ERROR(QueueOnce("COMMIT"));
  ISNAD_ASSIGN_OR_RETURN(const Result result, Drain());
  // A transaction that failed before answers COMMIT with this.
  if (absl::string_view(PQcmdStatus(result.get())) == "ROLLBACK") {
    return absl::AbortedError("the fact store's database rolled the transaction back");
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> Connection::NameOf(absl::string_view sql,
                                               const std::vector<Parameter>& parameters) {
  std::string key(sql);
  std::vector<Oid> types;
  for (const Parameter& parameter : parameters) {
    types.push_back(parameter.type);
    absl::StrAppend(&key, " ", parameter.type);
  }
  const auto known = names_.find(key);
  if (known != names_.end()) return known->second;
  ISNAD_RETURN_IF_ERROR(Drain().status());
  if (names_.size() >= kMostStatements) ISNAD_RETURN_IF_ERROR(ForgetStatements());
  std::string name = absl::StrCat("s", next_name_++);
  const Result result =
      Own(PQprepare(connection_, name.c_str(), WithNumberedParameters(sql).c_str(),
                    static_cast<int>(types.size()), types.data()));
  if (!Succeeded(result.get())) return Failure(result.get());
  names_.emplace(std::move(key), name);
  return name;
}

absl::Status Connection::ForgetStatements() {
  names_.clear();
  const Result result = Own(PQexec(connection_, "DEALLOCATE ALL"));
  return Succeeded(result.get()) ? absl::OkStatus() : Failure(result.get());
}

absl::Status Connection::EnterPipeline() {
  if (PQpipelineStatus(connection_) != PQ_PIPELINE_OFF) return absl::OkStatus();
  return PQenterPipelineMode(connection_) == 1 ? absl::OkStatus() : Failure(nullptr);
}

absl::Status Connection::QueueOnce(const std::string& sql) {
  ISNAD_RETURN_IF_ERROR(EnterPipeline());
  if (PQsendQueryParams(connection_, sql.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0) != 1) {
    return Failure(nullptr);
  }
  ++sent_;
  return absl::OkStatus();
}

absl::Status Connection::Queue(absl::string_view sql, const std::vector<Parameter>& parameters) {
  ISNAD_ASSIGN_OR_RETURN(const std::string name, NameOf(sql, parameters));
  std::vector<const char*> values;
  std::vector<int> lengths;
  for (const Parameter& parameter : parameters) {
    values.push_back(parameter.bytes.data());
    lengths.push_back(static_cast<int>(parameter.bytes.size()));
    sent_bytes_ += parameter.bytes.size();
  }
  const std::vector<int> binary(parameters.size(), 1);
  ISNAD_RETURN_IF_ERROR(EnterPipeline());
  if (PQsendQueryPrepared(connection_, name.c_str(), static_cast<int>(parameters.size()),
                          values.data(), lengths.data(), binary.data(), 0) != 1) {
    return Failure(nullptr);
  }
  ++sent_;
  return absl::OkStatus();
}

absl::Status Connection::Send(absl::string_view sql, const std::vector<Parameter>& parameters) {
  ISNAD_RETURN_IF_ERROR(Queue(sql, parameters));
  if (sent_ < kMostSent && sent_bytes_ < kMostSentBytes) return absl::OkStatus();
  return Drain().status();
}

absl::StatusOr<Result> Connection::Run(absl::string_view sql,
                                       const std::vector<Parameter>& parameters) {
  ISNAD_RETURN_IF_ERROR(Queue(sql, parameters));
  return Drain();
}

absl::Status Connection::ForEach(absl::string_view sql, size_t times,
                                 const std::function<void(size_t, sql::Query&)>& bind,
                                 const std::function<absl::Status(size_t, sql::Query&)>& read) {
  for (size_t begin = 0; begin < times; begin += kMostSent) {
    const size_t some = std::min<size_t>(times - begin, kMostSent);
    const sql::RepeatedQuery query = {
        std::string(sql), some, [&](size_t i, sql::Query& use) { bind(begin + i, use); },
        [&](size_t i, sql::Query& use) { return read(begin + i, use); }};
    ISNAD_RETURN_IF_ERROR(ForEachOf({query}));
  }
  return absl::OkStatus();
}

namespace {

// The uses of one query.
struct Uses {
  std::vector<PostgresqlStatement*> statements;
  std::vector<sql::Query> queries;
  // What is sent for all of them; nothing when each runs as it is first read.
  std::string sql;
  std::vector<Parameter> parameters;
};

// Gives each use its rows.
void Share(const Result& result, const std::vector<PostgresqlStatement*>& uses) {
  const int rows = PQntuples(result.get());
  if (uses.size() == 1) return uses.front()->Answer(result, 0, rows, 0);
  int row = 0;
  for (size_t i = 0; i < uses.size(); ++i) {
    const int begin = row;
    while (row < rows && std::strtoll(PQgetvalue(result.get(), row, 0), nullptr, 10) ==
                             static_cast<int64_t>(i) + 1) {
      ++row;
    }
    constexpr int kColumnsInFront = 2;
    uses[i]->Answer(result, begin, row, kColumnsInFront);
  }
}

void Join(absl::string_view sql, Uses* uses) {
  const std::vector<Parameter>& first = uses->statements.front()->parameters();
  if (uses->statements.size() == 1) {
    uses->sql = std::string(sql);
    uses->parameters = first;
    return;
  }
  std::vector<std::vector<Parameter>> parameters;
  for (const PostgresqlStatement* use : uses->statements) {
    if (first.empty() || !AreAlike(use->parameters(), first)) return;
    parameters.push_back(use->parameters());
  }
  std::vector<std::string> types;
  for (const Parameter& parameter : first) types.push_back(TypeName(parameter.type));
  uses->sql = ForEachOfArrays(sql, types);
  uses->parameters = AsArrays(parameters);
}

}  // namespace

absl::Status Connection::ForEachOf(const std::vector<sql::RepeatedQuery>& queries) {
  const bool many = std::any_of(queries.begin(), queries.end(), [](const auto& query) {
    return query.times > static_cast<size_t>(kMostSent);
  });
  if (many) return sql::Connection::ForEachOf(queries);
  std::vector<Uses> all(queries.size());
  for (size_t q = 0; q < queries.size(); ++q) {
    Uses& uses = all[q];
    for (size_t i = 0; i < queries[q].times; ++i) {
      auto statement = std::make_unique<PostgresqlStatement>(this, queries[q].sql);
      uses.statements.push_back(statement.get());
      uses.queries.emplace_back(std::unique_ptr<sql::Statement>(std::move(statement)));
      queries[q].bind(i, uses.queries.back());
      ISNAD_RETURN_IF_ERROR(uses.queries.back().status());
    }
  }
  size_t sent = 0;
  for (size_t q = 0; q < queries.size(); ++q) {
    if (all[q].statements.empty()) continue;
    Join(queries[q].sql, &all[q]);
    sent += all[q].sql.empty() ? 0 : 1;
  }
  // Before any is sent: preparing a statement waits for those before it.
  if (names_.size() + sent > kMostStatements) {
    ISNAD_RETURN_IF_ERROR(Drain().status());
    ISNAD_RETURN_IF_ERROR(ForgetStatements());
  }
  for (const Uses& uses : all) {
    if (!uses.sql.empty()) ISNAD_RETURN_IF_ERROR(NameOf(uses.sql, uses.parameters).status());
  }
  for (const Uses& uses : all) {
    if (!uses.sql.empty()) ISNAD_RETURN_IF_ERROR(Queue(uses.sql, uses.parameters));
  }
  ISNAD_ASSIGN_OR_RETURN(const std::vector<Result> results, DrainLatest(sent));
  size_t next = 0;
  for (const Uses& uses : all) {
    if (!uses.sql.empty()) Share(results[next++], uses.statements);
  }
  for (size_t q = 0; q < queries.size(); ++q) {
    for (size_t i = 0; i < queries[q].times; ++i) {
      sql::Query& use = all[q].queries[i];
      ISNAD_RETURN_IF_ERROR(queries[q].read(i, use));
      ISNAD_RETURN_IF_ERROR(use.status());
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<Result> Connection::Drain() {
  const size_t latest = sent_ > given_up_ ? 1 : 0;
  ISNAD_ASSIGN_OR_RETURN(std::vector<Result> results, DrainLatest(latest));
  return results.empty() ? Result() : std::move(results.back());
}

absl::StatusOr<std::vector<Result>> Connection::DrainLatest(size_t latest) {
  if (PQpipelineStatus(connection_) == PQ_PIPELINE_OFF) return std::vector<Result>();
  sent_bytes_ = 0;
  absl::Status failure;
  std::vector<Result> results;
  if (PQpipelineSync(connection_) != 1) failure = Failure(nullptr);
  ++syncs_;
  // Each statement's results end with a null one.
  for (int done = 0; failure.ok() || !IsLost();) {
    Result result = Own(PQgetResult(connection_));
    if (result == nullptr) {
      if (++done > sent_ + syncs_) break;
      continue;
    }
    const ExecStatusType status = PQresultStatus(result.get());
    if (status == PGRES_PIPELINE_SYNC) {
      if (--syncs_ == 0) break;
      continue;
    }
    if (status == PGRES_PIPELINE_ABORTED || done < given_up_) continue;
    if (!Succeeded(result.get())) {
      if (failure.ok()) failure = Failure(result.get());
      continue;
    }
    results.push_back(std::move(result));
  }
  sent_ = 0;
  given_up_ = 0;
  syncs_ = 0;
  if (IsLost()) {
    return failure.ok() || !absl::IsUnavailable(failure) ? Failure(nullptr) : failure;
  }
  if (PQexitPipelineMode(connection_) != 1 && failure.ok()) failure = Failure(nullptr);
  if (!failure.ok()) return failure;
  if (results.size() < latest) return absl::InternalError("the fact store's database left answers");
  results.erase(results.begin(), results.end() - static_cast<std::ptrdiff_t>(latest));
  return results;
}

}  // namespace isnad::facts::postgresql
