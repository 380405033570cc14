// Conflicts are brought up to date from the facts that changed alone. Over random histories that
// must come to the same as comparing every fact with every other one.

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gtest/gtest.h"
#include "services/facts/domain/apply_extraction.h"
#include "services/facts/domain/conflict_rules.h"
#include "services/facts/domain/fact_key.h"
#include "services/facts/domain/merge_entities.h"
#include "services/facts/domain/withdraw_document.h"
#include "services/facts/engines/testing/test_engines.h"
#include "services/server/clock/fake_clock.h"

namespace isnad::facts {
namespace {

constexpr int kSteps = 400;
constexpr int kStepsOfServer = 60;
constexpr int kEntities = 6;
// Fewer facts of a kind than a fact is compared with at most.
constexpr size_t kDocuments = 25;

std::vector<FactTypeRecord> Types() {
  std::vector<FactTypeRecord> types(5);
  types[0].name = "COSTS";
  types[0].comparable_role = "amount";
  types[1].name = "INVESTED_IN";
  types[1].comparable_role = "amount";
  types[2].name = "PART_OF";
  types[2].single_object = true;
  types[3].name = "FOUNDED";
  types[3].single_subject = true;
  types[4].name = "PARTNERED_WITH";
  types[4].symmetric = true;
  for (FactTypeRecord& type : types) type.schema_bytes = type.name;
  return types;
}

// The facts of a conflict, and what they differ in.
using Dispute = std::pair<ConflictKind, std::set<std::string>>;

class ConflictUpkeep : public testing::TestWithParam<TestEngine> {
 protected:
  void SetUp() override {
    store_ = OpenTestStore(GetParam().new_store(), &clock_);
    ASSERT_NE(store_, nullptr);
  }

  int Below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }

  static std::string EntityOf(int number) { return absl::StrCat("lab-", number); }

  std::string Declare(int number, ExtractionInput* input) {
    InputEntity entity;
    entity.local_id = EntityOf(number);
    entity.entity.type = 2;
    entity.entity.label_en = entity.entity.lexicon_key = entity.local_id;
    input->entities.push_back(entity);
    return entity.local_id;
  }

  void AddFact(ExtractionInput* input) {
    const FactTypeRecord type = types_[static_cast<size_t>(Below(5))];
    InputFact fact;
    fact.type = type.name;
    fact.polarity = Below(5) == 0 ? Polarity::kDenied : Polarity::kAsserted;
    fact.modality = Below(6) == 0 ? Modality::kPlanned : Modality::kActual;
    if (Below(12) == 0) {
      fact.subject_ref = TextRef("somebody");
      fact.claim.subject.display_text = "somebody";
    } else {
      fact.claim.subject.entity = Declare(Below(kEntities), input);
    }
    if (type.name != "COSTS") {
      fact.claim.object.emplace();
      if (Below(8) == 0) {
        fact.object_ref = Below(2) == 0 ? TextRef("something") : FigureRef(AnyFigure());
      } else {
        fact.claim.object->entity = Declare(Below(kEntities), input);
      }
    }
    if (!type.comparable_role.empty() && Below(4) != 0) {
      fact.figures.emplace_back("amount", AnyFigure());
    }
    if (Below(3) != 0) {
      DayInterval valid;
      valid.start = 19'000 + 31 * Below(4);
      valid.end = valid.start + 31 * (1 + Below(2));
      valid.precision = DatePrecision::kMonth;
      valid.basis = Below(4) == 0 ? DateBasis::kAssumed : DateBasis::kStated;
      fact.claim.valid = valid;
    }
    fact.evidence.confidence = 0.5 + 0.01 * Below(40);
    input->facts.push_back(fact);
  }

  Figure AnyFigure() {
    Figure figure;
    figure.amount = 10 * (1 + Below(5));
    figure.bound = Below(4) == 0 ? FigureBound::kAtLeast : FigureBound::kExact;
    figure.unit = "USD";
    return figure;
  }

  void Store(const std::string& id) {
    ExtractionInput input;
    input.document.id = id;
    input.document.text = input.document.content_hash = id;
    input.extractor_version = absl::StrCat("v", ++versions_);
    input.fact_types = types_;
    for (int facts = 1 + Below(4); facts > 0; --facts) AddFact(&input);
    const absl::Status status = store_->Write(
        [&](WriteTransaction& store) { return ApplyExtraction(input, store).status(); });
    ASSERT_TRUE(status.ok()) << status;
  }

  std::string AnyDocument() {
    auto document = documents_.begin();
    std::advance(document, Below(static_cast<int>(documents_.size())));
    return *document;
  }

  void Retract() {
    const std::string id = AnyDocument();
    documents_.erase(id);
    ASSERT_TRUE(store_
                    ->Write([&](WriteTransaction& store) {
                      return RetractDocument(id, "mistaken", store).status();
                    })
                    .ok());
  }

  // Entities that do not exist, or are merged or apart already, are left as they are.
  void MergeOrPart() {
    const std::string one = EntityOf(Below(kEntities));
    const std::string other = EntityOf(Below(kEntities));
    store_
        ->Write([&](WriteTransaction& store) {
          return Below(2) == 0 ? MergeEntities(one, {other}, "same", store)
                               : UnmergeEntity(one, Remerge::kAllowed, "not the same", store);
        })
        .IgnoreError();
  }

  void Step() {
    const int choice = Below(100);
    if (documents_.size() >= kDocuments || (choice < 20 && !documents_.empty())) return Retract();
    if (choice < 30) return MergeOrPart();
    if (choice < 45 && !documents_.empty()) return Store(AnyDocument());
    const std::string id = absl::StrCat("d", ++versions_);
    documents_.insert(id);
    Store(id);
  }

  static std::string Root(Snapshot& snapshot, const std::string& ref) {
    return ref.rfind("e:", 0) == 0 ? EntityRef(snapshot.Canonical(ref.substr(2)).value()) : ref;
  }

  // Every fact against every other one.
  std::set<Dispute> Expected(Snapshot& snapshot) {
    PageQuery query;
    query.limit = 10'000;
    const auto page = snapshot.ListFacts(query);
    EXPECT_TRUE(page.ok()) << page.status();
    std::map<std::string, Dispute> disputes;
    for (const FactTypeRecord& type : types_) {
      std::vector<ComparedFact> facts;
      for (const FactRecord& row : page->rows) {
        if (row.identity.type != type.name) continue;
        const FactIdentity& identity = row.identity;
        facts.push_back({identity.key, Root(snapshot, identity.subject_ref),
                         Root(snapshot, identity.object_ref), identity.polarity, identity.modality,
                         identity.figure, row.state.claim.valid});
      }
      for (const ComparedFact& a : facts) {
        for (const ComparedFact& b : facts) {
          const auto both = Disagree(type, a, b);
          if (!both.has_value()) continue;
          Dispute& dispute =
              disputes[absl::StrCat(type.name, static_cast<int>(both->kind), both->anchor)];
          dispute.first = both->kind;
          dispute.second.insert(a.key);
        }
      }
    }
    std::set<Dispute> expected;
    for (auto& entry : disputes) expected.insert(std::move(entry.second));
    return expected;
  }

  static std::set<Dispute> Stored(Snapshot& snapshot) {
    PageQuery query;
    query.limit = 10'000;
    const auto page = snapshot.ListConflicts(query);
    EXPECT_TRUE(page.ok()) << page.status();
    std::set<Dispute> stored;
    for (const ConflictRecord& conflict : page->rows) {
      EXPECT_FALSE(conflict.explanation_en.empty());
      stored.insert({conflict.kind, {conflict.facts.begin(), conflict.facts.end()}});
    }
    return stored;
  }

  // Those of `disputes` that are not among the others.
  static std::string Show(const std::set<Dispute>& disputes, const std::set<Dispute>& others) {
    std::string shown;
    for (const Dispute& dispute : disputes) {
      if (others.count(dispute) != 0) continue;
      absl::StrAppend(&shown, "kind ", static_cast<int>(dispute.first), ": ",
                      absl::StrJoin(dispute.second, " "), "\n");
    }
    return shown;
  }

  server::FakeClock clock_;
  std::unique_ptr<FactStore> store_;
  const std::vector<FactTypeRecord> types_ = Types();
  std::mt19937 random_{20261122};
  std::set<std::string> documents_;  // That stand.
  int versions_ = 0;
};

TEST_P(ConflictUpkeep, ComesToTheSameAsComparingAllPairs) {
  const int steps = GetParam().name == "Sqlite" ? kSteps : kStepsOfServer;
  size_t most = 0;
  for (int step = 1; step <= steps; ++step) {
    Step();
    const auto snapshot = store_->Read(kLatest);
    ASSERT_TRUE(snapshot.ok()) << snapshot.status();
    const std::set<Dispute> stored = Stored(**snapshot);
    const std::set<Dispute> expected = Expected(**snapshot);
    most = std::max(most, stored.size());
    ASSERT_EQ(Show(stored, expected), Show(expected, stored)) << "at step " << step;
  }
  // Or the histories say nothing.
  EXPECT_GT(most, 5u);
}

INSTANTIATE_TEST_SUITE_P(Engines, ConflictUpkeep, testing::ValuesIn(AllTestEngines()),
                         NameOfEngine);

}  // namespace
}  // namespace isnad::facts
