#include "services/facts/engines/postgresql/postgresql_fact_store.h"

#include <cstdlib>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "gtest/gtest.h"
#include "services/facts/engines/postgresql/connection.h"
#include "services/facts/engines/postgresql/testing/postgres_server.h"
#include "services/server/clock/fake_clock.h"

namespace isnad::facts {
namespace {

using postgresql::Connection;
using postgresql::PostgresqlFactStore;
using postgresql::PostgresServer;

// One server for all tests, until the program ends; each test has a schema of its own.
PostgresServer& Server() {
  static const std::unique_ptr<PostgresServer> server = [] {
    auto started = PostgresServer::Start();
    if (!started.ok()) {
      ADD_FAILURE() << started.status();
      std::abort();
    }
    return *std::move(started);
  }();
  return *server;
}

std::unique_ptr<PostgresqlFactStore> Open(const std::string& url, server::FakeClock* clock) {
  PostgresqlFactStore::Options options;
  options.url = url;
  options.poll_interval = absl::Milliseconds(20);
  auto store = PostgresqlFactStore::Open(options, clock);
  EXPECT_TRUE(store.ok()) << store.status();
  return store.ok() ? *std::move(store) : nullptr;
}

std::unique_ptr<Connection> Connect(const std::string& url) {
  auto connection = Connection::Open(url, absl::Seconds(5));
  EXPECT_TRUE(connection.ok()) << connection.status();
  return *std::move(connection);
}

absl::Status PutDocument(FactStore& store, const std::string& id) {
  return store.Write([&](WriteTransaction& transaction) {
    DocumentRecord document;
    document.id = id;
    return transaction.InsertDocument(document);
  });
}

bool HasDocument(FactStore& store, const std::string& id) {
  auto snapshot = store.Read(kLatest);
  EXPECT_TRUE(snapshot.ok()) << snapshot.status();
  return snapshot.ok() && (*snapshot)->GetDocument(id, Detail::kBasic).ok();
}

TEST(PostgresqlFactStoreTest, TwoProcessesWriteInTurns) {
  server::FakeClock clock;
  const std::string url = Server().NewStore().value();
  const auto one = Open(url, &clock);
  const auto other = Open(url, &clock);
  std::vector<std::thread> threads;
  for (FactStore* store : {one.get(), other.get()}) {
    for (int t = 0; t < 2; ++t) {
      threads.emplace_back([store, t, other = other.get()] {
        for (int i = 0; i < 10; ++i) {
          const std::string id = absl::StrCat(store == other ? "b" : "a", t, "-", i);
          EXPECT_TRUE(PutDocument(*store, id).ok());
        }
      });
    }
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ((*one->Read(kLatest))->GetStats()->documents, 40);
}

TEST(PostgresqlFactStoreTest, TimesAnsweredByOneProcessBindTheOther) {
  server::FakeClock clock;
  const std::string url = Server().NewStore().value();
  const auto one = Open(url, &clock);
  const auto other = Open(url, &clock);
  const Micros now = absl::ToUnixMicros(clock.Now());
  EXPECT_EQ((*one->Read(now))->GetStats()->documents, 0);
  ASSERT_TRUE(PutDocument(*other, "later").ok());
  EXPECT_EQ((*one->Read(now))->GetStats()->documents, 0);
  EXPECT_EQ((*one->Read(kLatest))->GetStats()->documents, 1);
}

TEST(PostgresqlFactStoreTest, ChangesOfAnotherProcessEndAWait) {
  server::FakeClock clock;
  const std::string url = Server().NewStore().value();
  const auto one = Open(url, &clock);
  const auto other = Open(url, &clock);
  std::thread writer([&] {
    EXPECT_TRUE(other
                    ->Write([](WriteTransaction& store) -> absl::Status {
                      FactIdentity identity;
                      identity.key = "k";
                      EXPECT_TRUE(store.InsertFact(identity).ok());
                      return store.PutFactState("k", FactState(), FactChange::kAdded);
                    })
                    .ok());
  });
  one->WaitForChange(0, absl::Seconds(30));
  EXPECT_EQ((*one->Read(kLatest))->LastChange().value(), 1);
  writer.join();
}

TEST(PostgresqlFactStoreTest, LostRacesAreRunAgain) {
  server::FakeClock clock;
  const std::string url = Server().NewStore().value();
  const auto store = Open(url, &clock);
  // A trigger that fails the first two transactions as a serialisation failure does. Sequences
  // are not rolled back.
  ASSERT_TRUE(Connect(url)
                  ->Execute("CREATE SEQUENCE tries; CREATE FUNCTION lose() RETURNS trigger AS "
                            "'BEGIN IF nextval(''tries'') <= 2 THEN RAISE EXCEPTION ''lost'' USING "
                            "ERRCODE = ''40001''; END IF; RETURN NEW; END' LANGUAGE plpgsql; "
                            "CREATE TRIGGER lose BEFORE INSERT ON document FOR EACH ROW EXECUTE "
                            "FUNCTION lose()")
                  .ok());
  int runs = 0;
  ASSERT_TRUE(store
                  ->Write([&](WriteTransaction& transaction) {
                    ++runs;
                    DocumentRecord document;
                    document.id = "stubborn";
                    return transaction.InsertDocument(document);
                  })
                  .ok());
  EXPECT_EQ(runs, 3);
  EXPECT_TRUE(HasDocument(*store, "stubborn"));
}

TEST(PostgresqlFactStoreTest, TakenKeysAreAbortedAndNotTriedAgain) {
  server::FakeClock clock;
  const auto store = Open(Server().NewStore().value(), &clock);
  ASSERT_TRUE(PutDocument(*store, "a").ok());
  const absl::Status again = PutDocument(*store, "a");
  EXPECT_TRUE(absl::IsAborted(again)) << again;
  ASSERT_TRUE(PutDocument(*store, "b").ok());
}

TEST(PostgresqlFactStoreTest, DeadlinesEndStatements) {
  server::FakeClock clock;
  const std::string url = Server().NewStore().value();
  const auto store = Open(url, &clock);
  const auto holder = Connect(url);
  ASSERT_TRUE(holder->Execute("BEGIN; SELECT last FROM store_clock FOR UPDATE").ok());
  const absl::Time start = absl::Now();
  const absl::Status status = store->Write([](WriteTransaction&) { return absl::OkStatus(); },
                                           start + absl::Milliseconds(200));
  EXPECT_TRUE(absl::IsDeadlineExceeded(status)) << status;
  EXPECT_LT(absl::Now() - start, absl::Seconds(5));
  ASSERT_TRUE(holder->Execute("ROLLBACK").ok());
  EXPECT_TRUE(PutDocument(*store, "a").ok());
}

TEST(PostgresqlFactStoreTest, ReadersBeyondTheLimitWaitUntilTheirDeadline) {
  server::FakeClock clock;
  PostgresqlFactStore::Options options;
  options.url = Server().NewStore().value();
  options.readers = 1;
  auto store = PostgresqlFactStore::Open(options, &clock);
  ASSERT_TRUE(store.ok());
  auto held = (*store)->Read(kLatest);
  ASSERT_TRUE(held.ok());
  EXPECT_TRUE(
      absl::IsUnavailable((*store)->Read(kLatest, absl::Now() + absl::Milliseconds(50)).status()));
  held->reset();
  EXPECT_TRUE((*store)->Read(kLatest).ok());
}

TEST(PostgresqlFactStoreTest, DatabaseGoneAndBack) {
  server::FakeClock clock;
  const auto store = Open(Server().NewStore().value(), &clock);
  ASSERT_TRUE(PutDocument(*store, "before").ok());
  auto cut_off = store->Read(kLatest);
  ASSERT_TRUE(cut_off.ok());
  Server().Crash();
  EXPECT_TRUE(absl::IsUnavailable((*cut_off)->GetStats().status()));
  cut_off->reset();
  const absl::Status write = PutDocument(*store, "lost");
  EXPECT_TRUE(absl::IsUnavailable(write)) << write;
  EXPECT_TRUE(absl::IsUnavailable(store->Read(kLatest).status()));
  ASSERT_TRUE(Server().Restart().ok());
  EXPECT_TRUE(HasDocument(*store, "before"));
  EXPECT_FALSE(HasDocument(*store, "lost"));
  EXPECT_TRUE(PutDocument(*store, "after").ok());
  EXPECT_TRUE(HasDocument(*store, "after"));
}

TEST(PostgresqlFactStoreTest, ReadersThatTheServerClosedWhileIdleAreReplaced) {
  server::FakeClock clock;
  const std::string url = Server().NewStore().value();
  const auto store = Open(url, &clock);
  ASSERT_TRUE(PutDocument(*store, "a").ok());
  const auto other = Connect(url);
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(HasDocument(*store, "a"));
    ASSERT_TRUE(other
                    ->Execute("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE "
                              "pid <> pg_backend_pid() AND backend_type = 'client backend'")
                    .ok());
  }
  EXPECT_TRUE(HasDocument(*store, "a"));
  EXPECT_TRUE(PutDocument(*store, "b").ok());
}

TEST(PostgresqlFactStoreTest, SnapshotsThatAreAskedNothingLeaveNothingBehind) {
  server::FakeClock clock;
  PostgresqlFactStore::Options options;
  options.url = Server().NewStore().value();
  options.readers = 1;
  const auto store = PostgresqlFactStore::Open(options, &clock).value();
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(store->Read(kLatest).ok());
  ASSERT_TRUE(PutDocument(*store, "a").ok());
  EXPECT_TRUE(HasDocument(*store, "a"));
}

int64_t Number(Connection& connection, const std::string& sql) {
  sql::Query query = connection.Prepare(sql);
  const int64_t number = query.Next() ? query.GetInt(0) : -1;
  EXPECT_TRUE(query.status().ok()) << query.status();
  return number;
}

TEST(PostgresqlConnectionTest, RollbackDropsWhatWasSentAndItsFailures) {
  const auto connection = Connect(Server().NewStore().value());
  ASSERT_TRUE(connection->Execute("CREATE TABLE t (n bigint PRIMARY KEY)").ok());
  for (const char* last : {"INSERT INTO t VALUES (1)", "INSERT INTO nowhere VALUES (1)"}) {
    ASSERT_TRUE(connection->SendAhead({"BEGIN", "INSERT INTO t VALUES (1)", last}).ok());
    connection->Rollback();
    EXPECT_EQ(Number(*connection, "SELECT COUNT(*) FROM t"), 0);
  }
  ASSERT_TRUE(connection->SendAhead({"BEGIN", "INSERT INTO t VALUES (1)"}).ok());
  EXPECT_TRUE(connection->Commit().ok());
  EXPECT_EQ(Number(*connection, "SELECT COUNT(*) FROM t"), 1);
}

TEST(PostgresqlConnectionTest, NothingIsCommittedAfterAFailure) {
  const auto connection = Connect(Server().NewStore().value());
  ASSERT_TRUE(connection->Execute("CREATE TABLE t (n bigint PRIMARY KEY)").ok());
  ASSERT_TRUE(
      connection->SendAhead({"BEGIN", "INSERT INTO t VALUES (1)", "INSERT INTO t VALUES (1)"})
          .ok());
  EXPECT_TRUE(absl::IsAborted(connection->Commit()));
  connection->Rollback();
  EXPECT_EQ(Number(*connection, "SELECT COUNT(*) FROM t"), 0);
}

TEST(PostgresqlConnectionTest, SeveralQueriesAreAnsweredInTheirOrder) {
  const auto connection = Connect(Server().NewStore().value());
  std::vector<std::string> read;
  const auto ask = [&read](const std::string& name, size_t times) {
    return sql::RepeatedQuery{
        absl::StrCat("SELECT '", name, "' || n FROM generate_series(1, ?) n"), times,
        [](size_t i, sql::Query& query) { query.Int(static_cast<int64_t>(i) + 1); },
        [&read](size_t, sql::Query& query) {
          while (query.Next()) read.push_back(query.GetText(0));
          return query.status();
        }};
  };
  ASSERT_TRUE(connection->SendAhead({"BEGIN"}).ok());
  ASSERT_TRUE(connection->ForEachOf({ask("a", 1), ask("b", 0), ask("c", 2), ask("d", 1)}).ok());
  EXPECT_EQ(read, (std::vector<std::string>{"a1", "c1", "c1", "c2", "d1"}));
  EXPECT_TRUE(absl::IsFailedPrecondition(
      connection->ForEachOf({ask("a", 1),
                             {"SELECT 1 FROM nowhere", 1, [](size_t, sql::Query&) {},
                              [](size_t, sql::Query& query) { return query.status(); }}})));
}

TEST(PostgresqlFactStoreTest, SchemasThatNeedANewerReleaseAreRefused) {
  server::FakeClock clock;
  const std::string url = Server().NewStore().value();
  Open(url, &clock);
  const auto connection = Connect(url);
  // A newer release expanded the tables: this one can still work with them.
  ASSERT_TRUE(connection->Execute("INSERT INTO schema_migration VALUES (98, 1, '')").ok());
  EXPECT_NE(Open(url, &clock), nullptr);
  // A still newer one contracted them.
  ASSERT_TRUE(connection->Execute("INSERT INTO schema_migration VALUES (99, 98, '')").ok());
  PostgresqlFactStore::Options options;
  options.url = url;
  const auto refused = PostgresqlFactStore::Open(options, &clock);
  EXPECT_TRUE(absl::IsFailedPrecondition(refused.status())) << refused.status();
  EXPECT_TRUE(absl::StrContains(refused.status().message(), "schema 99"));
}

std::vector<std::string> Indexes(Connection& connection) {
  std::vector<std::string> indexes;
  sql::Query query = connection.Prepare(
      "SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema() ORDER BY indexdef");
  while (query.Next()) indexes.push_back(query.GetText(0));
  EXPECT_TRUE(query.status().ok()) << query.status();
  return indexes;
}

TEST(PostgresqlFactStoreTest, TheSchemaBeforeBecomesTheNewest) {
  server::FakeClock clock;
  const std::string url = Server().NewStore().value();
  ASSERT_NE(Open(url, &clock), nullptr);
  const auto connection = Connect(url);
  const std::vector<std::string> newest = Indexes(*connection);
  const absl::Status before = connection->Execute(
      "DROP INDEX listing_now_by_support, listing_now_by_type_support, listing_past_by_support, "
      "listing_past_by_type_support, listing_past_by_valid, listing_past_by_type, "
      "listing_past_of_denials; "
      "CREATE INDEX listing_now_by_support ON listing_now(support, confidence, fact); "
      "CREATE INDEX listing_now_by_type_support ON listing_now(type, support, confidence, fact); "
      "CREATE INDEX listing_past_by_support ON listing_past(support, confidence, fact); "
      "CREATE INDEX listing_past_by_type_support ON listing_past(type, support, confidence, fact); "
      "CREATE INDEX listing_past_by_valid ON listing_past(valid_order, fact); "
      "DELETE FROM schema_migration WHERE number > 7");
  ASSERT_TRUE(before.ok()) << before;
  ASSERT_NE(Open(url, &clock), nullptr);
  EXPECT_EQ(Indexes(*connection), newest);
}

TEST(PostgresqlFactStoreTest, StoresThatStartTogetherMigrateOnce) {
  server::FakeClock clock;
  const std::string url = Server().NewStore().value();
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back([&] { EXPECT_NE(Open(url, &clock), nullptr); });
  for (std::thread& thread : threads) thread.join();
}

TEST(PostgresqlFactStoreTest, PasswordsAreNeverShown) {
  server::FakeClock clock;
  for (const char* url :
       {"postgresql://someone:hunter2@/tmp/nowhere", "postgresql://someone:hunter2@127.0.0.1:1/db",
        "postgresql://127.0.0.1:1/db?password=hunter2&user=x", "postgresql://a:hunter2@h:port/d",
        "postgresql://a:hunter2@[::1/d", "postgresql://a:p/hunter2?x@h/d?nonsense"}) {
    PostgresqlFactStore::Options options;
    options.url = url;
    const auto store = PostgresqlFactStore::Open(options, &clock);
    ASSERT_FALSE(store.ok());
    EXPECT_FALSE(absl::StrContains(store.status().message(), "hunter2")) << store.status();
  }
}

TEST(PostgresqlFactStoreTest, TextThatPostgresqlCannotKeepIsTheCallersMistake) {
  server::FakeClock clock;
  const auto store = Open(Server().NewStore().value(), &clock);
  const absl::Status status = PutDocument(*store, std::string("a\0b", 3));
  EXPECT_TRUE(absl::IsInvalidArgument(status)) << status;
}

}  // namespace
}  // namespace isnad::facts
