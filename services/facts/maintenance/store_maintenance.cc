#include "services/facts/maintenance/store_maintenance.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/facts/domain/alike_names.h"
#include "services/facts/engines/open_fact_store.h"
#include "services/facts/maintenance/quote_check.h"
#include "services/server/clock/clock.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

absl::StatusOr<std::unique_ptr<sql::SqlFactStore>> Open(const std::string& store,
                                                        WhenAbsent when_absent) {
  OpenOptions options;
  options.name = store;
  options.readers = 1;
  options.match_keys_of = MatchKeys;
  options.when_absent = when_absent;
  return OpenFactStore(std::move(options), server::SystemClock());
}

absl::Status CheckFiles(sql::View& view) {
  const std::string sql = view.dialect.IntegrityQuery();
  if (sql.empty()) return absl::OkStatus();
  sql::Query query = view.connection.Prepare(sql);
  std::string answer;
  if (query.Next()) answer = query.GetText(0);
  ISNAD_RETURN_IF_ERROR(query.status());
  if (answer == "ok") return absl::OkStatus();
  return absl::DataLossError(absl::StrCat("the store's file is damaged: ", answer,
                                          "; restore it from a backup (isnad store restore)"));
}

absl::StatusOr<CheckedStore> Check(sql::View& view) {
  CheckedStore checked;
  ISNAD_RETURN_IF_ERROR(CheckFiles(view));
  ISNAD_ASSIGN_OR_RETURN(checked.tables, sql::CountRows(view));
  ISNAD_ASSIGN_OR_RETURN(checked.rules, sql::CheckRules(view));
  ISNAD_ASSIGN_OR_RETURN(sql::CheckedRule quotes, CheckQuotes(view));
  checked.rules.push_back(std::move(quotes));
  return checked;
}

absl::StatusOr<CheckedStore> Check(sql::SqlFactStore& store) {
  CheckedStore checked;
  ISNAD_RETURN_IF_ERROR(store.ReadRows([&](sql::View& view) -> absl::Status {
    ISNAD_ASSIGN_OR_RETURN(checked, Check(view));
    return absl::OkStatus();
  }));
  ISNAD_ASSIGN_OR_RETURN(checked.schema, store.ReadSchemaNumber());
  return checked;
}

void RemoveSqliteFile(const std::string& path) {
  std::error_code ignored;
  for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path + end, ignored);
}

}  // namespace

bool CheckedStore::sound() const {
  return std::all_of(rules.begin(), rules.end(),
                     [](const sql::CheckedRule& rule) { return rule.violations == 0; });
}

absl::StatusOr<CheckedStore> CheckStore(const std::string& store) {
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<sql::SqlFactStore> opened,
                         Open(store, WhenAbsent::kRefuse));
  return Check(*opened);
}

absl::StatusOr<int> MigrateStore(const std::string& store) {
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<sql::SqlFactStore> opened,
                         Open(store, WhenAbsent::kCreate));
  return opened->ReadSchemaNumber();
}

absl::StatusOr<CheckedStore> CopyStore(const std::string& from, const std::string& to) {
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<sql::SqlFactStore> source,
                         Open(from, WhenAbsent::kRefuse));
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<sql::SqlFactStore> target, Open(to, WhenAbsent::kCreate));
  ISNAD_RETURN_IF_ERROR(source->ReadRows([&](sql::View& source_view) {
    return target->WriteRows(
        [&](sql::View& target_view) { return sql::CopyRows(source_view, target_view).status(); });
  }));
  return Check(*target);
}

absl::StatusOr<CheckedStore> BackUpStore(const std::string& store, const std::string& file) {
  std::error_code error;
  if (std::filesystem::exists(file, error)) {
    return absl::AlreadyExistsError(
        absl::StrCat("\"", file, "\" exists; name a new file for the backup"));
  }
  const std::string partial = file + ".partial";
  RemoveSqliteFile(partial);
  absl::StatusOr<CheckedStore> checked = CopyStore(store, absl::StrCat("sqlite:", partial));
  if (checked.ok()) {
    std::filesystem::rename(partial, file, error);
    if (!error) return checked;
    checked = absl::UnavailableError(
        absl::StrCat("\"", file, "\" cannot be named so: ", error.message()));
  }
  RemoveSqliteFile(partial);
  return checked;
}

}  // namespace isnad::facts
