#include <sqlite3.h>

#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/server/status/status_macros.h"
#include "tests/load/bare_writer.h"

namespace isnad::load {
namespace {

using facts::sql::SqlValue;
using facts::sql::TableColumn;

class BareSqlite final : public BareWriter {
 public:
  explicit BareSqlite(sqlite3* database) : database_(database) {}
  ~BareSqlite() override {
    for (auto& entry : statements_) sqlite3_finalize(entry.second);
    sqlite3_close_v2(database_);
  }

  absl::Status Execute(const char* sql) {
    if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK) {
      return absl::OkStatus();
    }
    return absl::InternalError(absl::StrCat(sql, ": ", sqlite3_errmsg(database_)));
  }

  absl::Status Write(const WrittenRows& written) override {
    ISNAD_RETURN_IF_ERROR(Execute("BEGIN IMMEDIATE"));
    for (const WrittenRow& row : written.rows) {
      ISNAD_ASSIGN_OR_RETURN(sqlite3_stmt* const insert, InsertOf(row));
      for (size_t i = 0; i < row.values.size(); ++i) {
        Bind(insert, static_cast<int>(i) + 1, row.values[i]);
      }
      ISNAD_RETURN_IF_ERROR(Run(insert));
    }
    for (const facts::sql::IndexedPassage& passage : written.passages) {
      ISNAD_ASSIGN_OR_RETURN(
          sqlite3_stmt* const insert,
          Prepared("INSERT INTO passage_terms(rowid, surface, stem) VALUES (?, ?, ?)"));
      sqlite3_bind_int64(insert, 1, passage.passage);
      BindText(insert, 2, passage.surface);
      BindText(insert, 3, passage.stem);
      ISNAD_RETURN_IF_ERROR(Run(insert));
    }
    ISNAD_ASSIGN_OR_RETURN(sqlite3_stmt* const clock, Prepared("UPDATE store_clock SET last = ?"));
    sqlite3_bind_int64(clock, 1, written.clock);
    ISNAD_RETURN_IF_ERROR(Run(clock));
    return Execute("COMMIT");
  }

 private:
  absl::StatusOr<sqlite3_stmt*> Prepared(const std::string& sql) {
    const auto known = statements_.find(sql);
    if (known != statements_.end()) return known->second;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(database_, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement,
                           nullptr) != SQLITE_OK) {
      return absl::InternalError(absl::StrCat(sql, ": ", sqlite3_errmsg(database_)));
    }
    return statements_[sql] = statement;
  }

  absl::StatusOr<sqlite3_stmt*> InsertOf(const WrittenRow& row) {
    const auto known = inserts_.find(row.table);
    if (known != inserts_.end()) return known->second;
    const auto& columns = row.table->columns;
    ISNAD_ASSIGN_OR_RETURN(
        sqlite3_stmt* const insert,
        Prepared(absl::StrCat(
            Replaces(*row.table) ? "REPLACE" : "INSERT", " INTO ", row.table->name, "(",
            absl::StrJoin(
                columns, ", ",
                [](std::string* out, const TableColumn& column) { out->append(column.name); }),
            ") VALUES (", absl::StrJoin(std::vector<std::string>(columns.size(), "?"), ", "),
            ")")));
    return inserts_[row.table] = insert;
  }

  static void BindText(sqlite3_stmt* statement, int parameter, const std::string& text) {
    sqlite3_bind_text(statement, parameter, text.data(), static_cast<int>(text.size()),
                      SQLITE_STATIC);
  }

  static void Bind(sqlite3_stmt* statement, int parameter, const SqlValue& value) {
    switch (value.kind) {
      case SqlValue::Kind::kInteger:
        sqlite3_bind_int64(statement, parameter, value.integer);
        break;
      case SqlValue::Kind::kReal:
        sqlite3_bind_double(statement, parameter, value.real);
        break;
      case SqlValue::Kind::kBlob:
        sqlite3_bind_blob(statement, parameter, value.text.data(),
                          static_cast<int>(value.text.size()), SQLITE_STATIC);
        break;
      case SqlValue::Kind::kText:
        BindText(statement, parameter, value.text);
    }
  }

  absl::Status Run(sqlite3_stmt* statement) {
    const int code = sqlite3_step(statement);
    sqlite3_reset(statement);
    if (code == SQLITE_DONE) return absl::OkStatus();
    return absl::InternalError(
        absl::StrCat(sqlite3_sql(statement), ": ", sqlite3_errmsg(database_)));
  }

  sqlite3* const database_;
  std::map<std::string, sqlite3_stmt*> statements_;
  std::map<const facts::sql::Table*, sqlite3_stmt*> inserts_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<BareWriter>> OpenBareSqlite(const std::string& path) {
  sqlite3* database = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &database,
                                   SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE, nullptr);
  auto writer = std::make_unique<BareSqlite>(database);
  if (code != SQLITE_OK) return absl::InternalError(absl::StrCat("cannot open ", path));
  ISNAD_RETURN_IF_ERROR(writer->Execute(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 10000; "
      "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768"));
  return std::unique_ptr<BareWriter>(std::move(writer));
}

}  // namespace isnad::load
