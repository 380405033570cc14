#include "services/facts/engines/sqlite/sqlite_fact_store.h"

#include <unistd.h>

#include <atomic>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "services/facts/engines/sqlite/connection.h"
#include "services/server/clock/fake_clock.h"

namespace isnad::facts {
namespace {

using sqlite::Connection;
using sqlite::SqliteFactStore;

std::string NewPath() {
  static std::atomic<int> next{0};
  return absl::StrCat(testing::TempDir(), "/facts-", ::getpid(), "-", ++next, ".db");
}

TEST(SqliteFactStoreTest, WhatWasWrittenSurvivesReopening) {
  server::FakeClock clock;
  const std::string path = NewPath();
  Micros written = 0;
  {
    auto store = SqliteFactStore::Open({path, 1, nullptr}, &clock);
    ASSERT_TRUE(store.ok()) << store.status();
    ASSERT_TRUE((*store)
                    ->Write([&](WriteTransaction& transaction) {
                      written = transaction.Time();
                      DocumentRecord document;
                      document.id = "kept";
                      return transaction.InsertDocument(document);
                    })
                    .ok());
  }
  auto store = SqliteFactStore::Open({path, 1, nullptr}, &clock);
  ASSERT_TRUE(store.ok()) << store.status();
  EXPECT_TRUE((*(*store)->Read(kLatest))->GetDocument("kept", Detail::kBasic).ok());
  ASSERT_TRUE((*store)
                  ->Write([&](WriteTransaction& transaction) {
                    EXPECT_GT(transaction.Time(), written);
                    return absl::OkStatus();
                  })
                  .ok());
}

TEST(SqliteFactStoreTest, AnsweredTimesAreKeptByTheNextProcess) {
  server::FakeClock clock;
  const std::string path = NewPath();
  const Micros answered = absl::ToUnixMicros(clock.Now()) + 1'000'000;
  {
    auto store = SqliteFactStore::Open({path, 1, nullptr}, &clock);
    ASSERT_TRUE(store.ok()) << store.status();
    ASSERT_TRUE((*store)->Read(answered).ok());
  }
  clock.Advance(-absl::Hours(1));
  auto store = SqliteFactStore::Open({path, 1, nullptr}, &clock);
  ASSERT_TRUE(store.ok()) << store.status();
  ASSERT_TRUE((*store)
                  ->Write([&](WriteTransaction& transaction) {
                    EXPECT_GT(transaction.Time(), answered);
                    return absl::OkStatus();
                  })
                  .ok());
}

TEST(SqliteFactStoreTest, DamagedFileIsNamedAsSuch) {
  server::FakeClock clock;
  const std::string path = NewPath();
  std::ofstream(path) << std::string(8192, 'x');
  const auto store = SqliteFactStore::Open({path, 1, nullptr}, &clock);
  EXPECT_TRUE(absl::IsDataLoss(store.status())) << store.status();
}

TEST(SqliteFactStoreTest, SpellingsOfAnOlderReleaseGetTheirMatchKeys) {
  server::FakeClock clock;
  const std::string path = NewPath();
  {
    auto store = SqliteFactStore::Open({path, 1, nullptr}, &clock);
    ASSERT_TRUE(store.ok()) << store.status();
    ASSERT_TRUE((*store)
                    ->Write([](WriteTransaction& transaction) {
                      EntityRecord entity;
                      entity.id = "someone";
                      entity.type = 1;
                      EXPECT_TRUE(transaction.InsertEntity(entity).ok());
                      AliasRecord alias;
                      alias.surface = "Some One";
                      alias.folded_key = "some one";
                      alias.mention_count = 3;
                      return transaction.AddAliases("someone", 1, {alias});
                    })
                    .ok());
    auto connection = Connection::Open(path, Connection::Mode::kWriter);
    ASSERT_TRUE(connection.ok());
    ASSERT_TRUE(
        (*connection)
            ->Execute("DROP TABLE alias_match; DROP TABLE alias_tally; DROP TABLE fact_tally; "
                      "DROP TABLE listing_now; DROP TABLE listing_past; "
                      "DROP INDEX evidence_by_speaker; DROP INDEX document_by_source; "
                      "DROP INDEX conflict_by_age; DROP INDEX extraction_by_end; "
                      "DROP INDEX fact_by_ends; DROP INDEX fact_by_figure; DROP INDEX fact_by_age; "
                      "DROP INDEX fact_past_of_fact; "
                      "PRAGMA user_version = 1")
            .ok());
  }
  const auto store =
      SqliteFactStore::Open({path, 1,
                             [](const std::string& surface, int type) {
                               return std::vector<std::string>{absl::StrCat(surface, "/", type)};
                             }},
                            &clock);
  ASSERT_TRUE(store.ok()) << store.status();
  const auto found = (*(*store)->Read(kLatest))->FindAliases({"Some One/1"}, 1, 10);
  ASSERT_TRUE(found.ok()) << found.status();
  ASSERT_EQ(found->size(), 1u);
  EXPECT_EQ(found->front().entity, "someone");
  EXPECT_EQ((*(*store)->Read(kLatest))->GetEntity("someone", Detail::kBasic)->mention_count, 3);
}

// The tables and indexes of the file.
std::vector<std::string> Structure(Connection& connection) {
  std::vector<std::string> structure;
  sql::Query query = connection.Prepare(
      "SELECT name || ' ' || COALESCE(sql, '') FROM sqlite_master ORDER BY name");
  while (query.Next()) structure.push_back(query.GetText(0));
  EXPECT_TRUE(query.status().ok()) << query.status();
  return structure;
}

TEST(SqliteFactStoreTest, TheSchemaBeforeBecomesTheNewest) {
  server::FakeClock clock;
  const std::string path = NewPath();
  ASSERT_TRUE(SqliteFactStore::Open({path, 1, nullptr}, &clock).ok());
  auto connection = Connection::Open(path, Connection::Mode::kWriter);
  ASSERT_TRUE(connection.ok());
  const std::vector<std::string> newest = Structure(**connection);
  const absl::Status before =
      (*connection)
          ->Execute(
              "DROP INDEX listing_past_by_valid; DROP INDEX listing_past_of_denials; "
              "CREATE INDEX listing_past_by_valid ON listing_past(valid_order); "
              "PRAGMA user_version = 7");
  ASSERT_TRUE(before.ok()) << before;
  ASSERT_TRUE(SqliteFactStore::Open({path, 1, nullptr}, &clock).ok());
  EXPECT_EQ(Structure(**connection), newest);
}

TEST(SqliteFactStoreTest, NewerSchemaIsRefused) {
  server::FakeClock clock;
  const std::string path = NewPath();
  {
    auto connection = Connection::Open(path, Connection::Mode::kWriter);
    ASSERT_TRUE(connection.ok());
    ASSERT_TRUE((*connection)->Execute("PRAGMA user_version = 9999").ok());
  }
  const auto store = SqliteFactStore::Open({path, 1, nullptr}, &clock);
  EXPECT_TRUE(absl::IsFailedPrecondition(store.status()));
  EXPECT_TRUE(absl::StrContains(store.status().message(), "schema 9999"));
}

TEST(SqliteFactStoreTest, MissingFolderIsUnavailable) {
  server::FakeClock clock;
  const auto store = SqliteFactStore::Open({"/nowhere/at/all/facts.db", 1, nullptr}, &clock);
  EXPECT_TRUE(absl::IsUnavailable(store.status()));
}

}  // namespace
}  // namespace isnad::facts
