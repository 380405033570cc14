// What agrees with a side of a conflict, over every engine: sources that describe what they speak
// of without naming it count for the side that their figure is nearest to, as long as they stand.

#include "services/facts/domain/conflict_sides.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "services/facts/domain/apply_extraction.h"
#include "services/facts/domain/conflict_explanation.h"
#include "services/facts/domain/fact_key.h"
#include "services/facts/domain/merge_entities.h"
#include "services/facts/domain/withdraw_document.h"
#include "services/facts/engines/testing/test_engines.h"
#include "services/server/clock/fake_clock.h"

namespace isnad::facts {
namespace {

constexpr int32_t kJune = 20'240;
constexpr int32_t kMonth = 30;
constexpr Micros kDay = Micros{86'400} * 1'000'000;

Figure Billions(double amount, FigureBound bound = FigureBound::kExact) {
  Figure figure;
  figure.amount = amount * 1e9;
  figure.bound = bound;
  figure.unit = "USD";
  return figure;
}

// Something that an article tells: by default, what a holding paid for a dairy in June.
struct Telling {
  Figure figure;
  std::string subject = "holding";
  std::string object = "dairy";  // An entity, or words where there is a space.
  absl::optional<int32_t> start = kJune;
  Micros published = kJune * kDay;
  Modality modality = Modality::kActual;
  Polarity polarity = Polarity::kAsserted;
  std::string type = "INVESTED_IN";
};

Telling Unnamed(Figure figure) {
  Telling telling;
  telling.figure = std::move(figure);
  telling.object = "a farm project";
  return telling;
}

Telling Named(double amount) {
  Telling telling;
  telling.figure = Billions(amount);
  return telling;
}

class ConflictSides : public testing::TestWithParam<TestEngine> {
 protected:
  void SetUp() override {
    clock_.SetTime(absl::FromUnixSeconds(1'760'000'000));
    store_ = OpenTestStore(GetParam().new_store(), &clock_);
    ASSERT_NE(store_, nullptr);
    Tell("one", {Named(14.3)});
    Tell("two", {Named(15)});
  }

  static std::string Declare(const std::string& name, ExtractionInput* input) {
    InputEntity entity;
    entity.local_id = name;
    entity.entity.type = 2;
    entity.entity.label_en = entity.entity.lexicon_key = name;
    input->entities.push_back(entity);
    return name;
  }

  void Write(const std::function<absl::Status(WriteTransaction&)>& write) {
    clock_.Advance(absl::Seconds(1));
    const absl::Status status = store_->Write(write);
    ASSERT_TRUE(status.ok()) << status;
  }

  void Tell(const std::string& document, const std::vector<Telling>& tellings) {
    ExtractionInput input;
    input.document.id = document;
    input.document.publisher = absl::StrCat("The ", document);
    input.document.text = input.document.content_hash = document;
    input.document.publish_time = tellings[0].published;
    input.extractor_version = "1";
    FactTypeRecord type;
    type.comparable_role = "amount";
    type.schema_bytes = "schema";
    for (const char* name : {"INVESTED_IN", "OFFERED_PAY"}) {
      type.name = name;
      input.fact_types.push_back(type);
    }
    for (const Telling& telling : tellings) {
      InputFact fact;
      fact.type = telling.type;
      fact.polarity = telling.polarity;
      fact.modality = telling.modality;
      fact.claim.subject.entity = Declare(telling.subject, &input);
      fact.claim.object.emplace();
      if (absl::StrContains(telling.object, " ")) {
        fact.object_ref = TextRef(telling.object);
        fact.claim.object->display_text = telling.object;
      } else {
        fact.claim.object->entity = Declare(telling.object, &input);
      }
      fact.figures.emplace_back("amount", telling.figure);
      if (telling.start.has_value()) {
        DayInterval valid;
        valid.start = *telling.start;
        valid.end = valid.start + kMonth;
        valid.precision = DatePrecision::kMonth;
        fact.claim.valid = valid;
      }
      fact.evidence.confidence = 0.9;
      input.facts.push_back(fact);
    }
    Write([&](WriteTransaction& store) { return ApplyExtraction(input, store).status(); });
  }

  std::vector<std::vector<ConflictSide>> SidesAt(Micros time) {
    const auto snapshot = store_->Read(time);
    EXPECT_TRUE(snapshot.ok()) << snapshot.status();
    const auto conflicts = (*snapshot)->ListConflicts(PageQuery());
    EXPECT_TRUE(conflicts.ok()) << conflicts.status();
    auto sides = FindSides(conflicts->rows, **snapshot);
    EXPECT_TRUE(sides.ok()) << sides.status();
    return sides.ok() ? *std::move(sides) : std::vector<std::vector<ConflictSide>>();
  }

  // The sides of the only conflict, as "14.3+14>?: 1+1": figures of facts, those that agree behind
  // "+", with "?" where they are unnamed, and sources.
  std::string Sides(Micros time = kLatest) {
    const auto all = SidesAt(time);
    if (all.size() != 1) return absl::StrCat(all.size(), " conflicts");
    std::string words;
    const auto add = [&words](const std::vector<FactRecord>& facts, const char* before,
                              const char* after) {
      for (const FactRecord& fact : facts) {
        const Figure& figure = *fact.identity.figure;
        absl::StrAppend(&words, before, figure.amount / 1e9,
                        figure.bound == FigureBound::kAtLeast ? ">" : "", after);
        before = *before == '\0' ? "," : before;
      }
    };
    for (const ConflictSide& side : all[0]) {
      words += words.empty() ? "" : " | ";
      add(side.facts, "", "");
      add(side.agreeing, "+", "");
      add(side.unnamed, "+", "?");
      absl::StrAppend(&words, ": ", side.support);
      if (side.unnamed_support > 0) absl::StrAppend(&words, "+", side.unnamed_support);
    }
    return words;
  }

  server::FakeClock clock_;
  std::unique_ptr<FactStore> store_;
};

TEST_P(ConflictSides, AnUnnamedMentionCountsForTheSideItIsNearestTo) {
  Tell("three", {Unnamed(Billions(14, FigureBound::kAtLeast))});
  EXPECT_EQ(Sides(), "14.3+14>?: 1+1 | 15: 1");
}

TEST_P(ConflictSides, BothLanguagesSayThatTheObjectIsUnnamed) {
  Tell("three", {Unnamed(Billions(14, FigureBound::kAtLeast))});
  const auto sides = SidesAt(kLatest);
  ASSERT_EQ(sides.size(), 1u);
  const auto snapshot = store_->Read(kLatest);
  const auto words = ExplainAgreement(sides[0], **snapshot);
  ASSERT_TRUE(words.ok()) << words.status();
  EXPECT_EQ(
      words->english,
      " Without naming what it speaks of, this agrees with 14.3 billion USD: holding – a farm "
      "project: over 14 billion USD (The three).");
  EXPECT_TRUE(absl::StartsWith(words->arabic, " ومن دون تسمية المقصود يتفق مع ")) << words->arabic;
}

TEST_P(ConflictSides, OneThatComesFirstIsFound) {
  Write([](WriteTransaction& store) { return RetractDocument("two", "mistaken", store).status(); });
  Tell("three", {Unnamed(Billions(14, FigureBound::kAtLeast))});
  EXPECT_EQ(Sides(), "0 conflicts");  // It makes none itself.
  Tell("four", {Named(15)});
  EXPECT_EQ(Sides(), "14.3+14>?: 1+1 | 15: 1");
}

TEST_P(ConflictSides, RoundedFiguresAreOneSide) {
  Tell("three", {Named(14)});
  EXPECT_EQ(Sides(), "14,14.3: 2 | 15: 1");
}

TEST_P(ConflictSides, WhoNamesTheObjectAgreesWithoutBeingMarked) {
  Telling named = Named(14);
  named.figure.bound = FigureBound::kAtLeast;
  Tell("three", {named});
  EXPECT_EQ(Sides(), "14.3+14>: 2 | 15: 1");
}

TEST_P(ConflictSides, FiguresThatDoNotAgreeAreLeftOut) {
  Telling far = Unnamed(Billions(3, FigureBound::kAtLeast));  // Allows both, near to none.
  far.object = "a small project";
  Tell("three", {far});
  Telling other = Unnamed(Billions(20));
  other.object = "a large project";
  Tell("four", {other});
  Telling euros = Unnamed(Billions(14.3));
  euros.figure.unit = "EUR";
  Tell("five", {euros});
  EXPECT_EQ(Sides(), "14.3: 1 | 15: 1");
}

TEST_P(ConflictSides, AsNearToBothIsNearToNone) {
  Telling range = Unnamed(Billions(14, FigureBound::kRange));
  range.figure.upper = 16e9;
  Tell("three", {range});
  EXPECT_EQ(Sides(), "14.3: 1 | 15: 1");
  Tell("four", {Unnamed(Billions(14.9, FigureBound::kAbout))});
  EXPECT_EQ(Sides(), "15+14.9?: 1+1 | 14.3: 1");
}

TEST_P(ConflictSides, OtherTimesAreLeftOut) {
  Telling later = Unnamed(Billions(14, FigureBound::kAtLeast));
  later.start = kJune + 6 * kMonth;
  Tell("three", {later});
  Telling undated = Unnamed(Billions(14.1, FigureBound::kAtLeast));
  undated.start = absl::nullopt;
  undated.published = (kJune + 30 * kMonth) * kDay;
  Tell("four", {undated});
  EXPECT_EQ(Sides(), "14.3: 1 | 15: 1");
  undated.published = (kJune + kMonth) * kDay;
  undated.figure = Billions(14.2, FigureBound::kAtLeast);
  Tell("five", {undated});
  EXPECT_EQ(Sides(), "14.3+14.2>?: 1+1 | 15: 1");
}

TEST_P(ConflictSides, OtherSubjectsTypesAndMoodsAreLeftOut) {
  Telling other = Unnamed(Billions(14, FigureBound::kAtLeast));
  other.subject = "rival";
  Tell("three", {other});
  Telling type = Unnamed(Billions(14, FigureBound::kAtLeast));
  type.type = "OFFERED_PAY";
  Tell("four", {type});
  Telling plan = Unnamed(Billions(14, FigureBound::kAtLeast));
  plan.modality = Modality::kPlanned;
  Tell("five", {plan});
  Telling denial = Unnamed(Billions(14, FigureBound::kAtLeast));
  denial.polarity = Polarity::kDenied;
  Tell("six", {denial});
  EXPECT_EQ(Sides(), "14.3: 1 | 15: 1");
}

TEST_P(ConflictSides, SomethingElseThatIsNamedIsLeftOut) {
  Telling other = Named(14.2);
  other.object = "bakery";
  Tell("three", {other});
  EXPECT_EQ(Sides(), "14.3: 1 | 15: 1");
  // And nobody knows which of the two an unnamed one is about.
  Tell("four", {Unnamed(Billions(14, FigureBound::kAtLeast))});
  EXPECT_EQ(Sides(), "14.3: 1 | 15: 1");
}

TEST_P(ConflictSides, TheSameArticleIsNoFurtherSource) {
  Tell("three", {Named(14.31), Unnamed(Billions(14, FigureBound::kAtLeast))});
  EXPECT_EQ(Sides(), "14.3,14.31+14>?: 2 | 15: 1");
}

TEST_P(ConflictSides, WhatIsRetractedOrPurgedIsGone) {
  Tell("three", {Unnamed(Billions(14, FigureBound::kAtLeast))});
  Tell("four", {Unnamed(Billions(14.1, FigureBound::kAtLeast))});
  Write(
      [](WriteTransaction& store) { return RetractDocument("three", "mistaken", store).status(); });
  EXPECT_EQ(Sides(), "14.3+14.1>?: 1+1 | 15: 1");
  Write([](WriteTransaction& store) { return PurgeDocument("four", "asked to", store); });
  EXPECT_EQ(Sides(), "14.3: 1 | 15: 1");
}

TEST_P(ConflictSides, EarlierTimesAreAsTheyWere) {
  const Micros before = absl::ToUnixMicros(clock_.Now());
  Tell("three", {Unnamed(Billions(14, FigureBound::kAtLeast))});
  EXPECT_EQ(Sides(before), "14.3: 1 | 15: 1");
}

TEST_P(ConflictSides, MergedSubjectsAreOne) {
  Telling other = Unnamed(Billions(14, FigureBound::kAtLeast));
  other.subject = "the-holding";
  Tell("three", {other});
  EXPECT_EQ(Sides(), "14.3: 1 | 15: 1");
  Write([](WriteTransaction& store) {
    return MergeEntities("holding", {"the-holding"}, "the same", store);
  });
  EXPECT_EQ(Sides(), "14.3+14>?: 1+1 | 15: 1");
}

TEST_P(ConflictSides, DenialsAndValuesHaveSidesToo) {
  Telling denial = Named(14.3);
  denial.polarity = Polarity::kDenied;
  Tell("three", {denial});
  const auto all = SidesAt(kLatest);
  ASSERT_EQ(all.size(), 2u);
  for (const std::vector<ConflictSide>& sides : all) EXPECT_EQ(sides.size(), 2u);
}

INSTANTIATE_TEST_SUITE_P(Engines, ConflictSides, testing::ValuesIn(AllTestEngines()), NameOfEngine);

}  // namespace
}  // namespace isnad::facts
