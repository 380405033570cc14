#include "services/facts/engines/testing/test_engines.h"

#include <unistd.h>

#include <atomic>

#include "absl/strings/str_cat.h"
#include "services/facts/engines/open_fact_store.h"
#include "services/facts/engines/postgresql/testing/postgres_server.h"

namespace isnad::facts {
namespace {

using postgresql::PostgresServer;

std::string NewSqliteStore() {
  static std::atomic<int> next{0};
  return absl::StrCat("sqlite:", testing::TempDir(), "/facts-", ::getpid(), "-", ++next, ".db");
}

std::string NewPostgresqlStore() {
  // Stops when the test program ends.
  static const auto* const server =
      new absl::StatusOr<std::unique_ptr<PostgresServer>>(PostgresServer::Start());
  static const std::shared_ptr<void> stop(nullptr, [](void*) { delete server; });
  if (!server->ok()) {
    ADD_FAILURE() << server->status();
    return "";
  }
  const absl::StatusOr<std::string> url = (**server)->NewStore();
  EXPECT_TRUE(url.ok()) << url.status();
  return url.value_or("");
}

}  // namespace

std::unique_ptr<sql::SqlFactStore> OpenTestStore(const std::string& store, server::Clock* clock) {
  OpenOptions options;
  options.name = store;
  auto opened = OpenFactStore(options, clock);
  EXPECT_TRUE(opened.ok()) << opened.status();
  return opened.ok() ? *std::move(opened) : nullptr;
}

std::vector<TestEngine> AllTestEngines() {
  return {{"Sqlite", NewSqliteStore}, {"Postgresql", NewPostgresqlStore}};
}

std::string NameOfEngine(const testing::TestParamInfo<TestEngine>& info) { return info.param.name; }

std::ostream& operator<<(std::ostream& out, const TestEngine& engine) { return out << engine.name; }

}  // namespace isnad::facts
