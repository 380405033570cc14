// Long random histories of documents, corrections, retractions, purges, merges, replays, failures
// and clocks that go backwards, over every engine, against a model of a few sets.
//
// ISNAD_TEST_SEED repeats a history, ISNAD_TEST_STEPS makes it longer.

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "services/facts/domain/apply_extraction.h"
#include "services/facts/domain/merge_entities.h"
#include "services/facts/domain/withdraw_document.h"
#include "services/facts/engines/sql/store_check.h"
#include "services/facts/engines/testing/test_engines.h"
#include "services/server/clock/fake_clock.h"
#include "services/server/digest/sha256.h"

namespace isnad::facts {
namespace {

// A server is asked over a socket, so the same history takes it longer; the soak test takes the
// whole of it there, too.
constexpr int kSteps = 10'000;
constexpr int kStepsOfServer = 2'000;
constexpr int kStepsBetweenChecks = 500;
constexpr int kStepsBetweenMoments = 250;
constexpr int kEntities = 60;
constexpr int kFactsOfEntity = 4;
// Entities are merged within families, so that conflicts stay small.
constexpr int kFamily = 3;
constexpr int kStories = 12;

int Setting(const char* name, int otherwise) {
  const char* text = std::getenv(name);
  int value = 0;
  return text != nullptr && absl::SimpleAtoi(text, &value) ? value : otherwise;
}

std::string EntityOf(int number) { return absl::StrCat("lab-", number); }

// A fact by its ends.
std::string FactName(const std::string& entity, const std::string& words) {
  return absl::StrCat(entity, " ", words);
}

// What is to be believed, by hand.
struct Model {
  struct Document {
    DocumentState state = DocumentState::kActive;
    int story = 0;                // Documents of one story are copies of one text.
    std::set<std::string> facts;  // Of the extraction that counts.
    ExtractionInput input;
  };
  // What stood at a time.
  struct Moment {
    Micros time = 0;
    std::set<std::string> standing;
    int documents = 0;
  };

  std::map<std::string, Document> documents;
  // Documents, by fact, that ever had evidence for it and were not purged.
  std::map<std::string, std::set<std::string>> witnesses;
  std::map<std::string, std::string> parent_of;
  std::set<std::string> entities;
  std::vector<Moment> moments;

  // Stories behind each fact that stands.
  std::map<std::string, std::set<int>> Standing() const {
    std::map<std::string, std::set<int>> standing;
    for (const auto& entry : documents) {
      if (entry.second.state != DocumentState::kActive) continue;
      for (const std::string& fact : entry.second.facts) standing[fact].insert(entry.second.story);
    }
    return standing;
  }

  int ActiveDocuments() const {
    int active = 0;
    for (const auto& entry : documents) active += entry.second.state == DocumentState::kActive;
    return active;
  }

  std::string Root(std::string entity) const {
    for (auto link = parent_of.find(entity); link != parent_of.end();
         link = parent_of.find(entity)) {
      entity = link->second;
    }
    return entity;
  }

  // Facts that no other document vouches for are gone from the past, too.
  void Forget(const std::string& document) {
    for (auto& entry : witnesses) {
      if (entry.second.erase(document) == 0 || !entry.second.empty()) continue;
      for (Moment& moment : moments) moment.standing.erase(entry.first);
    }
  }
};

class FactStoreHistory : public testing::TestWithParam<TestEngine> {
 protected:
  void SetUp() override {
    seed_ = Setting("ISNAD_TEST_SEED", 20261122);
    random_.seed(static_cast<unsigned>(seed_));
    name_ = OnServer() ? GetParam().new_store() : NewStoreInMemory();
    Reopen();
  }

  void TearDown() override {
    store_.reset();
    if (!folder_.empty()) std::filesystem::remove_all(folder_);
  }

  static bool OnServer() { return GetParam().name != "Sqlite"; }

  // Syncs cost time and show nothing here: nobody pulls the plug.
  std::string NewStoreInMemory() {
    folder_ = absl::StrCat(std::filesystem::exists("/dev/shm") ? "/dev/shm" : testing::TempDir(),
                           "/isnad-history-", ::getpid());
    std::filesystem::create_directory(folder_);
    return absl::StrCat("sqlite:", folder_, "/facts.db");
  }

  void Reopen() {
    store_.reset();
    store_ = OpenTestStore(name_, &clock_);
    ASSERT_NE(store_, nullptr);
  }

  int Below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }

  // Any document there is, or one there never was.
  std::string AnyDocument() {
    if (model_.documents.empty()) return "nothing";
    auto document = model_.documents.begin();
    std::advance(document, Below(static_cast<int>(model_.documents.size())));
    return document->first;
  }

  ExtractionInput NewInput(const std::string& id, int story, const std::string& version) {
    ExtractionInput input;
    input.document.id = id;
    input.document.text = absl::StrCat("text of ", id);
    input.document.title = id;
    input.document.content_hash = id;
    input.document.source = "paper";
    // Keys of other stories differ in about half of their 64 bits.
    input.document.near_duplicate_key =
        server::Sha256Hex(absl::StrCat("story ", story)).substr(0, 16);
    input.document.publish_time = 1'700'000'000'000'000 + Below(1000);
    input.extractor_version = version;
    FactTypeRecord type;
    type.name = "COSTS";
    type.single_object = true;
    type.schema_bytes = "schema";
    input.fact_types = {type};
    for (int facts = 1 + Below(2); facts > 0; --facts) AddFact(&input);
    PassageRecord passage;
    passage.kind = static_cast<int>(PassageKind::kBody);
    passage.surface_terms = {absl::StrCat("word", id), "all"};
    passage.stem_terms = {absl::StrCat("stem", id), "all"};
    passage.mentions = {input.entities[0].local_id};
    passage.passage_bytes = "bytes";
    input.passages = {passage};
    return input;
  }

  void AddFact(ExtractionInput* input) {
    const std::string key = EntityOf(Below(kEntities));
    InputEntity entity;
    entity.local_id = key;
    entity.entity.type = 2;
    entity.entity.label_en = key;
    entity.entity.lexicon_key = key;
    AliasRecord alias;
    alias.surface = alias.folded_key = key;
    alias.kind = AliasKind::kCanonical;
    alias.mention_count = 1;
    entity.entity.aliases = {alias};
    input->entities.push_back(entity);
    InputFact fact;
    fact.type = "COSTS";
    fact.claim.subject.entity = key;
    fact.claim.object.emplace();
    fact.object_ref = absl::StrCat("t:value ", Below(kFactsOfEntity));
    fact.claim.object->display_text = fact.object_ref;
    fact.evidence.confidence = 0.5 + 0.01 * Below(40);
    fact.evidence.attribution = AttributionKind::kArticle;
    input->facts.push_back(fact);
  }

  static std::set<std::string> FactsOf(const ExtractionInput& input) {
    std::set<std::string> facts;
    for (const InputFact& fact : input.facts) {
      facts.insert(FactName(fact.claim.subject.entity, fact.object_ref));
    }
    return facts;
  }

  // Writes, remembering when.
  absl::Status Write(const std::function<absl::Status(WriteTransaction&)>& write) {
    return store_->Write([&](WriteTransaction& transaction) {
      EXPECT_GT(transaction.Time(), last_time_);
      const Micros time = transaction.Time();
      absl::Status status = write(transaction);
      if (status.ok()) last_time_ = time;
      return status;
    });
  }

  absl::Status Apply(const ExtractionInput& input, bool* replayed) {
    return Write([&](WriteTransaction& transaction) -> absl::Status {
      auto applied = ApplyExtraction(input, transaction);
      if (applied.ok()) *replayed = applied->replayed;
      return applied.status();
    });
  }

  void Believe(const ExtractionInput& input, int story) {
    Model::Document& document = model_.documents[input.document.id];
    document.state = DocumentState::kActive;
    document.story = story;
    document.facts = FactsOf(input);
    document.input = input;
    for (const std::string& fact : document.facts) {
      model_.witnesses[fact].insert(input.document.id);
    }
    for (const InputEntity& entity : input.entities) model_.entities.insert(entity.local_id);
  }

  void PutNewDocument() {
    const int story = Below(kStories);
    ExtractionInput input = NewInput(absl::StrCat("d", ++last_document_), story, "1");
    const std::string older = Below(8) == 0 ? AnyDocument() : "";
    input.document.supersedes = older;
    bool replayed = true;
    ASSERT_TRUE(Apply(input, &replayed).ok());
    EXPECT_FALSE(replayed);
    Believe(input, story);
    const auto corrected = model_.documents.find(older);
    if (corrected == model_.documents.end()) return;
    if (corrected->second.state == DocumentState::kActive) {
      corrected->second.state = DocumentState::kSuperseded;
    }
  }

  void Replay() {
    const auto document = model_.documents.find(AnyDocument());
    if (document == model_.documents.end()) return;
    const int64_t before = LastChange();
    bool replayed = false;
    const absl::Status status = Apply(document->second.input, &replayed);
    ASSERT_TRUE(status.ok()) << status;
    EXPECT_TRUE(replayed);
    EXPECT_EQ(LastChange(), before);
  }

  void ReadAgainByANewerExtractor() {
    const auto document = model_.documents.find(AnyDocument());
    if (document == model_.documents.end()) return;
    ExtractionInput input =
        NewInput(document->first, document->second.story, absl::StrCat("v", ++last_version_));
    input.document = document->second.input.document;
    // Otherwise the correction would be carried out again.
    bool replayed = false;
    const absl::Status status = Apply(input, &replayed);
    const bool active = document->second.state == DocumentState::kActive;
    EXPECT_EQ(status.ok(), active) << status;
    if (active) Believe(input, document->second.story);
  }

  void Retract() {
    const std::string id = AnyDocument();
    const absl::Status status = Write([&](WriteTransaction& transaction) {
      return RetractDocument(id, "mistaken", transaction).status();
    });
    const auto document = model_.documents.find(id);
    const bool possible =
        document != model_.documents.end() && document->second.state != DocumentState::kPurged;
    EXPECT_EQ(status.ok(), possible) << status;
    if (possible) document->second.state = DocumentState::kRetracted;
  }

  void Purge() {
    const std::string id = AnyDocument();
    const absl::Status status = Write(
        [&](WriteTransaction& transaction) { return PurgeDocument(id, "order", transaction); });
    const auto document = model_.documents.find(id);
    EXPECT_EQ(status.ok(), document != model_.documents.end()) << status;
    if (document == model_.documents.end()) return;
    document->second.state = DocumentState::kPurged;
    model_.Forget(id);
  }

  void Merge() {
    const int family = Below(kEntities / kFamily) * kFamily;
    const std::string target = EntityOf(family + Below(kFamily));
    const std::string merged = EntityOf(family + Below(kFamily));
    if (model_.entities.count(target) == 0 || model_.entities.count(merged) == 0) return;
    ASSERT_TRUE(Write([&](WriteTransaction& transaction) {
                  return MergeEntities(target, {merged}, "same", transaction);
                }).ok());
    const std::string root = model_.Root(target);
    const std::string other = model_.Root(merged);
    if (root != other) model_.parent_of[other] = root;
  }

  void Unmerge() {
    const std::string id = EntityOf(Below(kEntities));
    const absl::Status status = Write([&](WriteTransaction& transaction) {
      return UnmergeEntity(id, Remerge::kAllowed, "other", transaction);
    });
    EXPECT_EQ(status.ok(), model_.parent_of.count(id) != 0) << status;
    if (status.ok()) model_.parent_of.erase(id);
  }

  void FailHalfway() {
    const ExtractionInput input = NewInput("never", 0, "1");
    const std::string purged = AnyDocument();
    EXPECT_TRUE(absl::IsAborted(Write([&](WriteTransaction& transaction) -> absl::Status {
      EXPECT_TRUE(ApplyExtraction(input, transaction).ok());
      if (Below(2) == 0) PurgeDocument(purged, "no", transaction).IgnoreError();
      return absl::AbortedError("changed my mind");
    })));
  }

  int64_t LastChange() { return (*store_->Read(kLatest))->LastChange().value(); }

  // Standing facts by name, with support, read page by page.
  static std::map<std::string, int> ListStanding(Snapshot& snapshot) {
    std::map<std::string, int> standing;
    PageQuery query;
    query.limit = 37;
    query.order = {{OrderField::kConfidence, Direction::kDescending}};
    do {
      auto page = snapshot.ListFacts(query);
      EXPECT_TRUE(page.ok()) << page.status();
      if (!page.ok()) break;
      for (const FactRecord& fact : page->rows) {
        const std::string name = FactName(fact.identity.subject_entity, fact.identity.object_ref);
        EXPECT_TRUE(standing.emplace(name, fact.state.support).second) << name << " is there twice";
      }
      query.after = page->next;
    } while (!query.after.empty());
    return standing;
  }

  void CheckNow() {
    auto snapshot = store_->Read(kLatest);
    ASSERT_TRUE(snapshot.ok()) << snapshot.status();
    std::map<std::string, int> expected;
    for (const auto& fact : model_.Standing()) {
      expected[fact.first] = static_cast<int>(fact.second.size());
    }
    EXPECT_EQ(ListStanding(**snapshot), expected);
    EXPECT_EQ((*snapshot)->GetStats()->documents, model_.ActiveDocuments());
    for (int i = 0; i < kEntities; ++i) {
      const std::string entity = EntityOf(i);
      EXPECT_EQ((*snapshot)->Canonical(entity).value(), model_.Root(entity));
    }
    for (int i = 0; i < 10; ++i) CheckPassageOf(**snapshot, AnyDocument());
  }

  void CheckPassageOf(Snapshot& snapshot, const std::string& id) {
    PassageSearch search;
    search.terms = {{absl::StrCat("word", id), TermField::kSurface, 1, 0}};
    const auto found = snapshot.FindPassages(search);
    ASSERT_TRUE(found.ok()) << found.status();
    const bool active = model_.documents[id].state == DocumentState::kActive;
    EXPECT_EQ(found->passages.size(), active ? 1u : 0u) << id;
  }

  void CheckMoments() {
    for (const Model::Moment& moment : model_.moments) {
      auto snapshot = store_->Read(moment.time);
      ASSERT_TRUE(snapshot.ok()) << snapshot.status();
      std::set<std::string> standing;
      for (const auto& fact : ListStanding(**snapshot)) standing.insert(fact.first);
      EXPECT_EQ(standing, moment.standing) << "as of " << moment.time;
      EXPECT_EQ((*snapshot)->GetStats()->documents, moment.documents);
    }
  }

  void CheckRows() {
    EXPECT_TRUE(store_
                    ->ReadRows([](sql::View& view) -> absl::Status {
                      const auto rules = sql::CheckRules(view);
                      if (!rules.ok()) return rules.status();
                      for (const sql::CheckedRule& rule : *rules) {
                        EXPECT_EQ(rule.violations, 0) << rule.rule << ": " << rule.example;
                      }
                      return absl::OkStatus();
                    })
                    .ok());
  }

  void RememberMoment() {
    Model::Moment moment;
    moment.time = last_time_;
    for (const auto& fact : model_.Standing()) moment.standing.insert(fact.first);
    moment.documents = model_.ActiveDocuments();
    model_.moments.push_back(std::move(moment));
  }

  void Step() {
    const int choice = Below(100);
    if (choice < 28) return PutNewDocument();
    if (choice < 52) return Replay();
    if (choice < 62) return ReadAgainByANewerExtractor();
    if (choice < 70) return Retract();
    if (choice < 73) return Purge();
    if (choice < 80) return Merge();
    if (choice < 86) return Unmerge();
    if (choice < 90) return FailHalfway();
    if (choice < 99) {
      // The clock is set forth and back.
      clock_.SetTime(clock_.Now() + absl::Microseconds(Below(3000) - 1000));
      return;
    }
    if (Below(10) == 0) Reopen();
  }

  int seed_ = 0;
  std::mt19937 random_;
  server::FakeClock clock_;
  std::string folder_;  // Removed at the end.
  std::string name_;
  std::unique_ptr<sql::SqlFactStore> store_;
  Model model_;
  Micros last_time_ = 0;
  int last_document_ = 0;
  int last_version_ = 0;
};

TEST_P(FactStoreHistory, AnyHistoryLeavesWhatTheModelSays) {
  const int steps = Setting("ISNAD_TEST_STEPS", OnServer() ? kStepsOfServer : kSteps);
  SCOPED_TRACE(absl::StrCat("ISNAD_TEST_SEED=", seed_));
  for (int step = 1; step <= steps; ++step) {
    Step();
    if (step % kStepsBetweenMoments == 0) RememberMoment();
    if (step % kStepsBetweenChecks == 0) {
      CheckNow();
      CheckMoments();
    }
    if (HasFailure()) {
      FAIL() << "at step " << step;
    }
  }
  CheckRows();
}

INSTANTIATE_TEST_SUITE_P(Engines, FactStoreHistory, testing::ValuesIn(AllTestEngines()),
                         NameOfEngine);

}  // namespace
}  // namespace isnad::facts
