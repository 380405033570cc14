// Statements and their parameters and rows, in whatever database runs them.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_QUERY_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_QUERY_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace isnad::facts::sql {

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

// One use of a prepared statement; what an engine implements. Destroying it ends the use.
// Parameters count from 1, columns from 0. NULL reads as 0 and as empty text.
class Statement {
 public:
  virtual ~Statement() = default;

  virtual absl::Status BindInt(int parameter, int64_t value) = 0;
  virtual absl::Status BindReal(int parameter, double value) = 0;
  virtual absl::Status BindText(int parameter, absl::string_view value) = 0;
  virtual absl::Status BindBlob(int parameter, absl::string_view value) = 0;

  // Moves to the next row; false at the end.
  virtual absl::StatusOr<bool> Step() = 0;
  // Runs the statement, which answers no rows. An engine may send it and go on: a failure is then
  // answered by a later statement of the connection, at the latest by the one that commits.
  virtual absl::Status Run() = 0;
  // Runs the statement, which answers no rows, and returns how many it inserted or changed.
  virtual absl::StatusOr<int64_t> RunAndCount() = 0;

  virtual int64_t GetInt(int column) const = 0;
  virtual double GetReal(int column) const = 0;
  virtual std::string GetText(int column) const = 0;  // Also for bytes.
};

// A statement in use, with its errors kept: they are answered by `status`, so that rows are read as
// `while (query.Next()) ...`, then checked once.
class Query {
 public:
  explicit Query(absl::StatusOr<std::unique_ptr<Statement>> statement);

  // Bind the next parameter, from the left. In SQL text a parameter is `?`, or `?N` by number.
  Query& Int(int64_t value);
  Query& Real(double value);
  Query& Text(absl::string_view value);
  Query& Blob(absl::string_view value);
  Query& Bind(const SqlValue& value);
  Query& BindAll(const std::vector<SqlValue>& values);

  // Moves to the next row; false at the end or after an error.
  bool Next();
  const absl::Status& status() const { return status_; }
  // As Statement says.
  absl::Status Run();
  absl::StatusOr<int64_t> RunAndCount();

  int64_t GetInt(int column) const { return statement_->GetInt(column); }
  double GetReal(int column) const { return statement_->GetReal(column); }
  std::string GetText(int column) const { return statement_->GetText(column); }

 private:
  std::unique_ptr<Statement> statement_;
  absl::Status status_;
  int next_parameter_ = 1;
};

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_QUERY_H_
