#include <postgresql/libpq-fe.h>

#include <cstring>
#include <map>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "services/server/status/status_macros.h"
#include "tests/load/bare_writer.h"

namespace isnad::load {
namespace {

using facts::sql::SqlValue;
using facts::sql::Table;
using facts::sql::TableColumn;

constexpr const char* kTerms = "terms";
constexpr const char* kPostings = "postings";
constexpr const char* kClock = "clock";

std::string NetworkOrder(uint64_t value) {
  std::string bytes(sizeof(value), '\0');
  for (size_t i = 0; i < sizeof(value); ++i) {
    bytes[i] = static_cast<char>(value >> (8 * (sizeof(value) - 1 - i)));
  }
  return bytes;
}

std::string Binary(const SqlValue& value) {
  if (value.kind == SqlValue::Kind::kInteger) {
    return NetworkOrder(static_cast<uint64_t>(value.integer));
  }
  if (value.kind != SqlValue::Kind::kReal) return value.text;
  uint64_t bits = 0;
  std::memcpy(&bits, &value.real, sizeof(bits));
  return NetworkOrder(bits);
}

class BarePostgresql final : public BareWriter {
 public:
  explicit BarePostgresql(PGconn* connection) : connection_(connection) {}
  ~BarePostgresql() override { PQfinish(connection_); }

  absl::Status PrepareAll() {
    for (const Table& table : facts::sql::StoreTables()) {
      ISNAD_RETURN_IF_ERROR(Prepare(table.name, InsertOf(table)));
    }
    ISNAD_RETURN_IF_ERROR(
        Prepare(kTerms, "INSERT INTO passage_terms(passage, surface, stem) VALUES ($1, $2, $3)"));
    ISNAD_RETURN_IF_ERROR(
        Prepare(kPostings,
                "INSERT INTO passage_posting(term, field, passage) SELECT t.term, CAST($1 AS "
                "BIGINT), CAST($2 AS BIGINT) FROM unnest(CAST($3 AS TEXT[])) AS t(term)"));
    ISNAD_RETURN_IF_ERROR(Prepare(kClock, "UPDATE store_clock SET last = $1"));
    ISNAD_RETURN_IF_ERROR(Prepare("begin", "BEGIN"));
    return Prepare("commit", "COMMIT");
  }

  absl::Status Write(const WrittenRows& written) override {
    PQenterPipelineMode(connection_);
    Send("begin", {});
    for (const WrittenRow& row : written.rows) Send(row.table->name.c_str(), row.values);
    for (const facts::sql::IndexedPassage& passage : written.passages) {
      Send(kTerms, {SqlValue::Integer(passage.passage), SqlValue::Text(passage.surface),
                    SqlValue::Text(passage.stem)});
      SendPostings(1, passage.passage, passage.surface);
      SendPostings(2, passage.passage, passage.stem);
    }
    Send(kClock, {SqlValue::Integer(written.clock)});
    Send("commit", {});
    PQpipelineSync(connection_);
    return ReadAll();
  }

 private:
  // Replaces a row of the same key, which only those of some tables may find.
  static std::string InsertOf(const Table& table) {
    std::vector<std::string> names;
    std::vector<std::string> marks;
    std::vector<std::string> sets;
    for (const TableColumn& column : table.columns) {
      names.push_back(column.name);
      marks.push_back(absl::StrCat("$", names.size()));
      sets.push_back(absl::StrCat(column.name, " = excluded.", column.name));
    }
    const std::vector<std::string> key(names.begin(), names.begin() + table.key_columns);
    return absl::StrCat("INSERT INTO ", table.name, "(", absl::StrJoin(names, ", "), ") VALUES (",
                        absl::StrJoin(marks, ", "), ")",
                        Replaces(table)
                            ? absl::StrCat(" ON CONFLICT(", absl::StrJoin(key, ", "),
                                           ") DO UPDATE SET ", absl::StrJoin(sets, ", "))
                            : "");
  }

  absl::Status Prepare(const std::string& name, const std::string& sql) {
    PGresult* const result = PQprepare(connection_, name.c_str(), sql.c_str(), 0, nullptr);
    const bool ok = PQresultStatus(result) == PGRES_COMMAND_OK;
    PQclear(result);
    return ok ? absl::OkStatus()
              : absl::InternalError(absl::StrCat(sql, ": ", PQerrorMessage(connection_)));
  }

  void Send(const char* name, const std::vector<SqlValue>& values) {
    std::vector<std::string> bytes;
    std::vector<int> lengths;
    // Text of an array is text even where its parameter is not.
    std::vector<int> formats;
    for (const SqlValue& value : values) {
      bytes.push_back(Binary(value));
      lengths.push_back(static_cast<int>(bytes.back().size()));
      formats.push_back(value.kind == SqlValue::Kind::kText ? 0 : 1);
    }
    std::vector<const char*> data;
    for (const std::string& one : bytes) data.push_back(one.c_str());
    PQsendQueryPrepared(connection_, name, static_cast<int>(values.size()), data.data(),
                        lengths.data(), formats.data(), 0);
  }

  void SendPostings(int field, int64_t passage, const std::string& terms) {
    const std::set<std::string> distinct = absl::StrSplit(terms, ' ', absl::SkipEmpty());
    Send(kPostings, {SqlValue::Integer(field), SqlValue::Integer(passage),
                     SqlValue::Text(absl::StrCat("{\"", absl::StrJoin(distinct, "\",\""), "\"}"))});
  }

  absl::Status ReadAll() {
    std::string failure;
    for (bool synced = false; !synced;) {
      PGresult* const result = PQgetResult(connection_);
      if (result == nullptr) {  // The end of one statement's results.
        if (PQstatus(connection_) != CONNECTION_OK) return absl::InternalError("connection lost");
        continue;
      }
      const ExecStatusType status = PQresultStatus(result);
      if (status == PGRES_FATAL_ERROR && failure.empty()) {
        failure = absl::StrCat("bare write: ", PQresultErrorMessage(result));
      }
      synced = synced || status == PGRES_PIPELINE_SYNC;
      PQclear(result);
    }
    PQexitPipelineMode(connection_);
    return failure.empty() ? absl::OkStatus() : absl::InternalError(failure);
  }

  PGconn* const connection_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<BareWriter>> OpenBarePostgresql(const std::string& url) {
  auto writer = std::make_unique<BarePostgresql>(PQconnectdb(url.c_str()));
  ISNAD_RETURN_IF_ERROR(writer->PrepareAll());
  return std::unique_ptr<BareWriter>(std::move(writer));
}

}  // namespace isnad::load
