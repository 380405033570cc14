#include "services/facts/engines/sql/query.h"

#include <utility>

namespace isnad::facts::sql {

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

Query::Query(absl::StatusOr<std::unique_ptr<Statement>> statement) : status_(statement.status()) {
  if (statement.ok()) statement_ = *std::move(statement);
}

Query& Query::Int(int64_t value) {
  if (status_.ok()) status_ = statement_->BindInt(next_parameter_++, value);
  return *this;
}

Query& Query::Real(double value) {
  if (status_.ok()) status_ = statement_->BindReal(next_parameter_++, value);
  return *this;
}

Query& Query::Text(absl::string_view value) {
  if (status_.ok()) status_ = statement_->BindText(next_parameter_++, value);
  return *this;
}

Query& Query::Blob(absl::string_view value) {
  if (status_.ok()) status_ = statement_->BindBlob(next_parameter_++, value);
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
  absl::StatusOr<bool> row = statement_->Step();
  if (!row.ok()) status_ = row.status();
  return row.ok() && *row;
}

absl::Status Query::Run() {
  if (status_.ok()) status_ = statement_->Run();
  return status_;
}

absl::StatusOr<int64_t> Query::RunAndCount() {
  if (!status_.ok()) return status_;
  absl::StatusOr<int64_t> count = statement_->RunAndCount();
  status_ = count.status();
  return count;
}

}  // namespace isnad::facts::sql
