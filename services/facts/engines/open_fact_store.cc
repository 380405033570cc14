#include "services/facts/engines/open_fact_store.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "services/facts/engines/postgresql/database_url.h"
#include "services/facts/engines/postgresql/postgresql_fact_store.h"
#include "services/facts/engines/sqlite/sqlite_fact_store.h"
#include "services/server/status/error_details.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

absl::Status WrongName(absl::string_view problem) {
  return server::InvalidFields({{"store", std::string(problem)}});
}

absl::StatusOr<std::unique_ptr<sql::SqlFactStore>> OpenPostgresql(OpenOptions options,
                                                                  server::Clock* clock) {
  absl::Status readable = postgresql::CheckDatabaseUrl(options.name);
  if (!readable.ok()) return WrongName(readable.message());
  postgresql::PostgresqlFactStore::Options engine;
  const std::string shown = ShownStoreName(options.name);
  engine.url = std::move(options.name);
  engine.readers = options.readers;
  engine.when_absent = options.when_absent;
  absl::StatusOr<std::unique_ptr<sql::SqlFactStore>> store =
      postgresql::PostgresqlFactStore::Open(std::move(engine), clock);
  if (absl::IsUnavailable(store.status())) {
    return absl::UnavailableError(absl::StrCat(
        store.status().message(), "; start that server, or name another store with --store"));
  }
  return store;
}

}  // namespace

absl::StatusOr<std::unique_ptr<sql::SqlFactStore>> OpenFactStore(OpenOptions options,
                                                                 server::Clock* clock) {
  if (postgresql::IsDatabaseUrl(options.name)) return OpenPostgresql(std::move(options), clock);
  absl::string_view path = options.name;
  if (!absl::ConsumePrefix(&path, "sqlite:") || path.empty()) {
    return WrongName(absl::StrCat("\"", server::Shorten(ShownStoreName(options.name)),
                                  "\" is no store; write sqlite:PATH or "
                                  "postgresql://USER@HOST:PORT/DATABASE"));
  }
  sqlite::SqliteFactStore::Options engine;
  engine.path = std::string(path);
  engine.readers = options.readers;
  engine.when_absent = options.when_absent;
  engine.match_keys_of = std::move(options.match_keys_of);
  return sqlite::SqliteFactStore::Open(std::move(engine), clock);
}

std::string ShownStoreName(absl::string_view name) { return postgresql::WithoutPassword(name); }

}  // namespace isnad::facts
