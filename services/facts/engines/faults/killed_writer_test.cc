// Writers that are killed at random points, and servers that crash below them, lose nothing that
// was acknowledged and leave nothing half written.
//
// ISNAD_TEST_KILLS says how often, ISNAD_TEST_SEED repeats the same waits.

#include <cstdlib>
#include <memory>
#include <random>
#include <set>
#include <string>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "gtest/gtest.h"
#include "services/facts/engines/faults/apply_process.h"
#include "services/facts/engines/postgresql/testing/postgres_server.h"
#include "services/facts/engines/sql/store_check.h"
#include "services/facts/engines/testing/test_engines.h"
#include "services/server/clock/clock.h"

namespace isnad::facts {
namespace {

constexpr int kKills = 15;
constexpr int kServerCrashes = 4;
constexpr int kKillsBetweenChecks = 5;
constexpr int kPassagesOfSample = 2;

int Setting(const char* name, int otherwise) {
  const char* text = std::getenv(name);
  int value = 0;
  return text != nullptr && absl::SimpleAtoi(text, &value) ? value : otherwise;
}

class Waits {
 public:
  Waits() : random_(static_cast<unsigned>(Setting("ISNAD_TEST_SEED", 1))) {}
  // Some part of the time that a few writes take.
  void Next() { absl::SleepFor(absl::Microseconds(random_() % 30'000)); }

 private:
  std::mt19937 random_;
};

// Every acknowledged document is there, every document that is there is whole, and so are the rows
// between them.
void CheckWhole(const std::string& name, const std::set<std::string>& acknowledged) {
  const auto store = OpenTestStore(name, server::SystemClock());
  ASSERT_NE(store, nullptr);
  {
    auto snapshot = store->Read(kLatest);
    ASSERT_TRUE(snapshot.ok()) << snapshot.status();
    for (const std::string& id : acknowledged) {
      EXPECT_TRUE((*snapshot)->GetDocument(id, Detail::kBasic).ok()) << id << " is lost";
    }
    PageQuery query;
    do {
      auto page = (*snapshot)->ListDocuments(query);
      ASSERT_TRUE(page.ok()) << page.status();
      for (const DocumentRecord& document : page->rows) {
        const auto passages = (*snapshot)->GetPassages(document.id);
        ASSERT_TRUE(passages.ok()) << passages.status();
        EXPECT_EQ(passages->size(), kPassagesOfSample) << document.id << " is not whole";
      }
      query.after = page->next;
    } while (!query.after.empty());
  }
  const absl::Status checked = store->ReadRows([](sql::View& view) -> absl::Status {
    const auto rules = sql::CheckRules(view);
    if (!rules.ok()) return rules.status();
    for (const sql::CheckedRule& rule : *rules) {
      EXPECT_EQ(rule.violations, 0) << rule.rule << ": " << rule.example;
    }
    return absl::OkStatus();
  });
  EXPECT_TRUE(checked.ok()) << checked;
}

class KilledWriterTest : public testing::TestWithParam<TestEngine> {};

TEST_P(KilledWriterTest, LosesNothingAcknowledged) {
  const std::string name = GetParam().new_store();
  const int kills = Setting("ISNAD_TEST_KILLS", kKills);
  Waits waits;
  std::set<std::string> acknowledged;
  for (int kill = 1; kill <= kills; ++kill) {
    ApplyProcess writer(name, absl::StrCat("doc-", kill));
    ASSERT_TRUE(writer.AwaitDocument());
    waits.Next();
    for (const std::string& id : writer.Kill()) acknowledged.insert(id);
    if (kill % kKillsBetweenChecks == 0 || kill == kills) CheckWhole(name, acknowledged);
    ASSERT_FALSE(HasFailure()) << "after kill " << kill;
  }
  EXPECT_GE(acknowledged.size(), static_cast<size_t>(kills));
}

INSTANTIATE_TEST_SUITE_P(Engines, KilledWriterTest, testing::ValuesIn(AllTestEngines()),
                         NameOfEngine);

TEST(CrashedServerTest, LosesNothingAcknowledgedAndIsFoundAgain) {
  auto server = postgresql::PostgresServer::Start(postgresql::PostgresServer::Durability::kFull);
  ASSERT_TRUE(server.ok()) << server.status();
  const std::string name = (*server)->NewStore().value();
  ApplyProcess writer(name, "doc");
  Waits waits;
  for (int crash = 0; crash < kServerCrashes; ++crash) {
    ASSERT_TRUE(writer.AwaitDocument());
    waits.Next();
    (*server)->Crash();
    const absl::Status restarted = (*server)->Restart();
    ASSERT_TRUE(restarted.ok()) << restarted;
  }
  // The writer goes on by itself.
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(writer.AwaitDocument());
  const std::vector<std::string> acknowledged = writer.Kill();
  CheckWhole(name, {acknowledged.begin(), acknowledged.end()});
}

}  // namespace
}  // namespace isnad::facts
