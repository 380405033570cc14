#include "services/facts/maintenance/store_maintenance.h"

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "services/facts/converters/extraction_converter.h"
#include "services/facts/domain/apply_extraction.h"
#include "services/facts/domain/merge_entities.h"
#include "services/facts/domain/withdraw_document.h"
#include "services/facts/engines/sql/tables.h"
#include "services/facts/engines/testing/test_engines.h"
#include "services/facts/handlers/sample_extraction.h"
#include "services/server/clock/fake_clock.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

std::string NewPath() {
  static std::atomic<int> next{0};
  return absl::StrCat(testing::TempDir(), "/backup-", ::getpid(), "-", ++next, ".db");
}

absl::Status Apply(const v1::ApplyExtractionRequest& request, WriteTransaction& store) {
  ISNAD_ASSIGN_OR_RETURN(const ExtractionInput input, ToExtractionInput(request));
  return ApplyExtraction(input, store).status();
}

// What a store answers, in words, as of a time.
std::string Describe(FactStore& store, Micros time) {
  auto snapshot = store.Read(time);
  EXPECT_TRUE(snapshot.ok()) << snapshot.status();
  std::string words;
  const auto documents = (*snapshot)->ListDocuments({});
  for (const DocumentRecord& document : documents->rows) {
    const auto whole = (*snapshot)->GetDocument(document.id, Detail::kFull);
    absl::StrAppend(&words, document.id, " ", static_cast<int>(document.state), " ",
                    document.record_time, " ", whole->text, "\n");
  }
  const auto facts = (*snapshot)->ListFacts({});
  for (const FactRecord& fact : facts->rows) {
    absl::StrAppend(&words, fact.identity.key, " ", fact.state.support, " ", fact.record_time, " ",
                    fact.conflicts.size(), "\n");
    const auto all = (*snapshot)->GetEvidence(fact.identity.key, Detail::kFull);
    for (const EvidenceRecord& evidence : *all) {
      absl::StrAppend(&words, "  ", evidence.document, " ", evidence.evidence_bytes.size(), "\n");
    }
  }
  const auto entities = (*snapshot)->ListEntities({}, Detail::kFull);
  for (const EntityRecord& entity : entities->rows) {
    absl::StrAppend(&words, entity.id, " ", entity.mention_count, " ", entity.fact_count, "\n");
  }
  PassageSearch search;
  search.terms = {{"استثمر", TermField::kSurface, 1, 0}, {"باحث", TermField::kStem, 1, 1}};
  const auto found = (*snapshot)->FindPassages(search);
  EXPECT_TRUE(found.ok()) << found.status();
  absl::StrAppend(&words, found->passages.size(), " passages\n");
  return words;
}

class StoreMaintenanceTest : public testing::TestWithParam<TestEngine> {
 protected:
  // A store with history: documents that contradict, were retracted, purged and merged.
  void SetUp() override {
    name_ = GetParam().new_store();
    store_ = OpenTestStore(name_, &clock_);
    ASSERT_NE(store_, nullptr);
    Write([](WriteTransaction& store) { return Apply(SampleExtraction("one"), store); });
    Write([](WriteTransaction& store) {
      return Apply(SampleExtraction("two", "nour-lab", 5'000'000), store);
    });
    Write([](WriteTransaction& store) { return Apply(SampleExtraction("three", "delta"), store); });
    Write([](WriteTransaction& store) {
      return MergeEntities("nour-lab", {"delta"}, "same", store);
    });
    before_ = last_time_;
    Write([](WriteTransaction& store) { return RetractDocument("two", "x", store).status(); });
    Write([](WriteTransaction& store) { return Apply(SampleExtraction("four"), store); });
    Write([](WriteTransaction& store) { return PurgeDocument("four", "x", store); });
  }

  void Write(const std::function<absl::Status(WriteTransaction&)>& write) {
    const absl::Status status = store_->Write([&](WriteTransaction& store) {
      last_time_ = store.Time();
      return write(store);
    });
    ASSERT_TRUE(status.ok()) << status;
  }

  server::FakeClock clock_;
  std::string name_;
  std::unique_ptr<FactStore> store_;
  Micros last_time_ = 0;
  Micros before_ = 0;
};

TEST_P(StoreMaintenanceTest, AStoreInUseIsSound) {
  const auto checked = CheckStore(name_);
  ASSERT_TRUE(checked.ok()) << checked.status();
  for (const sql::CheckedRule& rule : checked->rules) {
    EXPECT_EQ(rule.violations, 0) << rule.rule << ": " << rule.example;
  }
  EXPECT_TRUE(checked->sound());
  EXPECT_GT(checked->schema, 0);
}

TEST_P(StoreMaintenanceTest, CopiesAnswerAlikeOnEveryEngine) {
  for (const TestEngine& other : AllTestEngines()) {
    const std::string target = other.new_store();
    const auto copied = CopyStore(name_, target);
    ASSERT_TRUE(copied.ok()) << copied.status();
    EXPECT_TRUE(copied->sound());
    const auto copy = OpenTestStore(target, &clock_);
    EXPECT_EQ(Describe(*copy, kLatest), Describe(*store_, kLatest));
    EXPECT_EQ(Describe(*copy, before_), Describe(*store_, before_));
    EXPECT_EQ((*copy->Read(kLatest))->LastChange().value(),
              (*store_->Read(kLatest))->LastChange().value());
    // The copy goes on where the original was.
    ASSERT_TRUE(copy->Write([&](WriteTransaction& store) {
                      EXPECT_GT(store.Time(), last_time_);
                      return Apply(SampleExtraction("five"), store);
                    })
                    .ok());
  }
}

TEST_P(StoreMaintenanceTest, BackupsBringBackWhatWasLost) {
  const std::string file = NewPath();
  const auto backed_up = BackUpStore(name_, file);
  ASSERT_TRUE(backed_up.ok()) << backed_up.status();
  EXPECT_FALSE(std::filesystem::exists(file + ".partial"));
  EXPECT_TRUE(absl::IsAlreadyExists(BackUpStore(name_, file).status()));
  const std::string restored = GetParam().new_store();
  ASSERT_TRUE(CopyStore("sqlite:" + file, restored).ok());
  EXPECT_EQ(Describe(*OpenTestStore(restored, &clock_), kLatest), Describe(*store_, kLatest));
}

TEST_P(StoreMaintenanceTest, StoresThatHoldSomethingAreNotOverwritten) {
  const std::string target = AllTestEngines()[0].new_store();
  ASSERT_TRUE(CopyStore(name_, target).ok());
  const auto again = CopyStore(name_, target);
  EXPECT_TRUE(absl::IsFailedPrecondition(again.status())) << again.status();
  EXPECT_TRUE(absl::StrContains(again.status().message(), "not empty")) << again.status();
}

TEST_P(StoreMaintenanceTest, WhatIsNoStoreIsLeftAlone) {
  const std::string empty = GetParam().new_store();
  const absl::Status status = CheckStore(empty).status();
  EXPECT_TRUE(absl::IsFailedPrecondition(status) || absl::IsUnavailable(status)) << status;
  ASSERT_TRUE(MigrateStore(empty).ok());
  EXPECT_TRUE(CheckStore(empty)->sound());
}

TEST_P(StoreMaintenanceTest, BrokenRulesAreNamedWithAnExample) {
  auto* store = static_cast<sql::SqlFactStore*>(store_.get());
  ASSERT_TRUE(store
                  ->WriteRows([](sql::View& view) {
                    return view.connection.Execute(
                        "UPDATE evidence SET superseded = recorded + 1 WHERE document = "
                        "(SELECT row FROM document WHERE id = 'one'); "
                        "UPDATE document_text SET text = 'other words'");
                  })
                  .ok());
  const auto checked = CheckStore(name_);
  ASSERT_TRUE(checked.ok()) << checked.status();
  EXPECT_FALSE(checked->sound());
  int broken = 0;
  for (const sql::CheckedRule& rule : checked->rules) {
    if (rule.violations == 0) continue;
    ++broken;
    EXPECT_FALSE(rule.example.empty()) << rule.rule;
  }
  EXPECT_GE(broken, 2);
}

TEST_P(StoreMaintenanceTest, CopiesKnowEveryColumn) {
  const bool sqlite = GetParam().name == "Sqlite";
  const std::string sql =
      sqlite ? "SELECT COUNT(*) FROM pragma_table_info(?)"
             : "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = "
               "current_schema() AND table_name = ?";
  auto* store = static_cast<sql::SqlFactStore*>(store_.get());
  const absl::Status read = store->ReadRows([&](sql::View& view) {
    for (const sql::Table& table : sql::StoreTables()) {
      sql::Query query = view.connection.Prepare(sql);
      query.Text(table.name);
      EXPECT_TRUE(query.Next()) << query.status();
      EXPECT_EQ(query.GetInt(0), static_cast<int64_t>(table.columns.size())) << table.name;
    }
    return absl::OkStatus();
  });
  EXPECT_TRUE(read.ok()) << read;
}

INSTANTIATE_TEST_SUITE_P(Engines, StoreMaintenanceTest, testing::ValuesIn(AllTestEngines()),
                         NameOfEngine);

}  // namespace
}  // namespace isnad::facts
