// A PostgreSQL connection and its statements. With database_url.cc the only file that calls libpq.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_CONNECTION_H_
#define ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_CONNECTION_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/facts/engines/postgresql/parameters.h"
#include "services/facts/engines/sql/connection.h"

struct pg_conn;
struct pg_result;

namespace isnad::facts::postgresql {

class PostgresqlStatement;

// What the server answered; statements that ran as one share it.
using Result = std::shared_ptr<pg_result>;

// Not safe for concurrent use.
//
// Statements that answer nothing are sent without waiting for the server (libpq's pipeline); a
// failure among them is answered by the next statement that waits: a read, RunAndCount, Execute.
// Rows of a read are fetched whole, so that reads inside loops over rows need nothing special.
class Connection final : public sql::Connection {
 public:
  // Connects to `url`. UNAVAILABLE when the server does not answer or refuses.
  static absl::StatusOr<std::unique_ptr<Connection>> Open(const std::string& url,
                                                          absl::Duration timeout);
  ~Connection() override;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  sql::Query Prepare(absl::string_view sql) override;
  absl::Status ForEach(absl::string_view sql, size_t times,
                       const std::function<void(size_t, sql::Query&)>& bind,
                       const std::function<absl::Status(size_t, sql::Query&)>& read) override;
  absl::Status ForEachOf(const std::vector<sql::RepeatedQuery>& queries) override;
  absl::Status Execute(const std::string& sql) override;

  // Runs statements without parameters in one exchange with the server, and returns the number that
  // the last one answers; NOT_FOUND when it answers nothing.
  absl::StatusOr<int64_t> ExecuteForNumber(const std::string& sql);

  // Sends statements without parameters ahead of the next one that waits, which answers what fails.
  absl::Status SendAhead(const std::vector<std::string>& statements);

  // Ends the transaction and drops what it did, without waiting for the server to say so.
  void Rollback();

  // Ends the transaction. ABORTED when the server rolled it back; UNAVAILABLE when the connection
  // was lost before it answered, and then the transaction may have been committed or not.
  absl::Status Commit();

  // Whether the connection can be used no more.
  bool IsLost() const;
  // As IsLost, after a look, without waiting, at whether the server closed the connection.
  bool WasClosed();
  // Whether the last failure is one that running the whole transaction again may mend.
  bool lost_race() const { return lost_race_; }

 private:
  friend class PostgresqlStatement;

  explicit Connection(pg_conn* connection) : connection_(connection) {}

  absl::Status Queue(absl::string_view sql, const std::vector<Parameter>& parameters);
  // Queues a statement without parameters that is not prepared.
  absl::Status QueueOnce(const std::string& sql);
  absl::Status EnterPipeline();
  // Sends the statement, and waits only when much was sent.
  absl::Status Send(absl::string_view sql, const std::vector<Parameter>& parameters);
  // Runs the statement, after all that was sent before.
  absl::StatusOr<Result> Run(absl::string_view sql, const std::vector<Parameter>& parameters);
  // Waits for all that was sent, and returns the last result, or as many of the last as that.
  absl::StatusOr<Result> Drain();
  absl::StatusOr<std::vector<Result>> DrainLatest(size_t latest);
  // The server's name of the statement for parameters of these types.
  absl::StatusOr<std::string> NameOf(absl::string_view sql,
                                     const std::vector<Parameter>& parameters);
  absl::Status ForgetStatements();
  absl::Status Failure(const pg_result* result);

  pg_conn* const connection_;
  // By SQL text and types of parameters.
  std::unordered_map<std::string, std::string> names_;
  int next_name_ = 1;
  int sent_ = 0;           // Statements whose results were not read.
  int given_up_ = 0;       // Those of them whose failures concern nobody any more.
  int syncs_ = 0;          // Ends of pipelines that were sent after them, and not read.
  size_t sent_bytes_ = 0;  // Of their parameters.
  bool lost_race_ = false;
};

}  // namespace isnad::facts::postgresql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_CONNECTION_H_
