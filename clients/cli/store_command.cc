#include "clients/cli/store_command.h"

#include <iostream>

#include "absl/strings/str_cat.h"
#include "clients/cli/table.h"
#include "google/protobuf/struct.pb.h"
#include "services/facts/engines/open_fact_store.h"
#include "services/facts/maintenance/store_maintenance.h"

namespace isnad::cli {
namespace {

using facts::CheckedStore;

int64_t RowsOf(const CheckedStore& store) {
  int64_t rows = 0;
  for (const auto& table : store.tables) rows += table.rows;
  return rows;
}

void PrintAsJson(const std::string& done, const CheckedStore& store) {
  google::protobuf::Struct json;
  auto& fields = *json.mutable_fields();
  fields["done"].set_string_value(done);
  fields["schema"].set_number_value(store.schema);
  fields["sound"].set_bool_value(store.sound());
  auto& tables = *fields["tables"].mutable_struct_value()->mutable_fields();
  for (const auto& table : store.tables) {
    tables[table.table].set_number_value(static_cast<double>(table.rows));
  }
  auto& broken = *fields["broken"].mutable_list_value();
  for (const auto& rule : store.rules) {
    if (rule.violations == 0) continue;
    auto& entry = *broken.add_values()->mutable_struct_value()->mutable_fields();
    entry["rule"].set_string_value(rule.rule);
    entry["violations"].set_number_value(static_cast<double>(rule.violations));
    entry["example"].set_string_value(rule.example);
  }
  PrintJson(json);
}

void PrintAsTables(const std::string& done, const CheckedStore& store) {
  Table tables({"TABLE", "ROWS"});
  for (const auto& table : store.tables) tables.AddRow({table.table, absl::StrCat(table.rows)});
  tables.Print(std::cout);
  std::cout << "\n";
  if (!store.sound()) {
    Table broken({"BROKEN RULE", "TIMES", "SUCH AS"});
    for (const auto& rule : store.rules) {
      if (rule.violations == 0) continue;
      broken.AddRow({rule.rule, absl::StrCat(rule.violations), rule.example});
    }
    broken.Print(std::cout, 100);
    std::cout << "\n";
  }
  std::cout << done << ": " << RowsOf(store) << " rows, schema " << store.schema << ", "
            << store.rules.size() << " rules checked, "
            << (store.sound() ? "all hold" : "NOT ALL HOLD") << "\n";
}

int Report(const std::string& done, const absl::StatusOr<CheckedStore>& store, Format format) {
  if (!store.ok()) return PrintFailure(store.status());
  if (format == Format::kJson) {
    PrintAsJson(done, *store);
  } else {
    PrintAsTables(done, *store);
  }
  return store->sound() ? kSuccess : kFailure;
}

std::string Shown(const std::string& store) { return facts::ShownStoreName(store); }

}  // namespace

int RunStoreCheck(const StoreOptions& options) {
  return Report(absl::StrCat("checked ", Shown(options.store)), facts::CheckStore(options.store),
                options.format);
}

int RunStoreMigrate(const StoreOptions& options) {
  const absl::StatusOr<int> schema = facts::MigrateStore(options.store);
  if (!schema.ok()) return PrintFailure(schema.status());
  std::cout << Shown(options.store) << " has schema " << *schema << "\n";
  return kSuccess;
}

int RunStoreBackup(const StoreOptions& options) {
  return Report(absl::StrCat("backed up ", Shown(options.store), " to ", options.file),
                facts::BackUpStore(options.store, options.file), options.format);
}

int RunStoreRestore(const StoreOptions& options) {
  return Report(absl::StrCat("restored ", options.file, " to ", Shown(options.store)),
                facts::CopyStore(absl::StrCat("sqlite:", options.file), options.store),
                options.format);
}

int RunStoreCopy(const StoreOptions& options) {
  return Report(absl::StrCat("copied ", Shown(options.store), " to ", Shown(options.to)),
                facts::CopyStore(options.store, options.to), options.format);
}

}  // namespace isnad::cli
