#include <fstream>

#include "gtest/gtest.h"
#include "services/extraction/tools/train_confidence/confidence_trainer.h"
#include "services/extraction/tools/train_confidence/gold_facts.h"
#include "services/extraction/tools/train_confidence/judged_facts.h"

namespace isnad::extraction {
namespace {

std::vector<CheckedFact> Facts() {
  std::vector<CheckedFact> facts;
  for (int i = 0; i < 400; ++i) {
    CheckedFact fact;
    fact.features = {"bias", i % 2 == 0 ? "told by name" : "told by pronoun"};
    // Nine of ten named ones are right and three of ten others.
    fact.right = i % 2 == 0 ? i % 20 != 0 : i % 10 < 3;
    if (i < 2) fact.features.push_back("rare");
    facts.push_back(fact);
  }
  return facts;
}

TEST(ConfidenceTrainer, ConfidenceIsTheShareOfRightFacts) {
  ConfidenceOptions options;
  options.prior = 0;
  const ConfidenceModel model(LearnConfidence(Facts(), options));
  FactRecord named, told;
  model.Judge({"bias", "told by name"}, &named);
  model.Judge({"bias", "told by pronoun"}, &told);
  EXPECT_NEAR(named.confidence, 0.9, 0.05);
  EXPECT_NEAR(told.confidence, 0.2, 0.15);
  EXPECT_GT(PairsInOrder(Facts(), model), 0.8);
}

TEST(ConfidenceTrainer, LeavesRareFeaturesOutAndRepeatsItself) {
  const FeatureWeights weights = LearnConfidence(Facts(), ConfidenceOptions());
  for (const auto& [feature, weight] : weights) EXPECT_NE(feature, "rare");
  EXPECT_EQ(weights, LearnConfidence(Facts(), ConfidenceOptions()));
}

TEST(ConfidenceTrainer, PriorPullsToZero) {
  ConfidenceOptions strong;
  strong.prior = 1e5;
  double weak_sum = 0, strong_sum = 0;
  for (const auto& [f, w] : LearnConfidence(Facts(), ConfidenceOptions())) weak_sum += std::abs(w);
  for (const auto& [f, w] : LearnConfidence(Facts(), strong)) strong_sum += std::abs(w);
  EXPECT_LT(strong_sum, weak_sum);
}

class GoldFactsTest : public testing::Test {
 protected:
  GoldFactsTest() : folder_(testing::TempDir()) {
    Write("entities.jsonl",
          R"({"en": "Nimbus", "type": "ORG", "ar": ["نيمبوس"], "latin": []})"
          "\n"
          R"({"en": "Salma Odeh", "type": "PER", "ar": ["سلمى عودة", "عودة"], "latin": []})"
          "\n");
    Write("facts.jsonl",
          R"({"doc": "a", "type": "LEFT", "subject": "Salma Odeh", "object": "Nimbus"})"
          "\n"
          R"({"doc": "a", "type": "COSTS", "subject": "Nimbus", "object": null,)"
          R"( "amount": {"value": 2.5, "unit": "million"}})"
          "\n");
  }

  void Write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ + "/" + name) << text;
  }

  static ArgumentRecord Words(const std::string& text) {
    ArgumentRecord out;
    out.kind = ArgumentRecord::Kind::kText;
    out.text = text;
    return out;
  }

  static FactRecord Fact(const std::string& type, const std::string& subject,
                         const std::string& object) {
    FactRecord fact;
    fact.type = type;
    fact.subject = Words(subject);
    if (!object.empty()) fact.object = Words(object);
    return fact;
  }

  const std::string folder_;
};

TEST_F(GoldFactsTest, FindsParticipantsByAnySpelling) {
  const auto gold = GoldFacts::Read(folder_);
  ASSERT_TRUE(gold.ok()) << gold.status();
  const Analysis analysis;
  EXPECT_TRUE(gold->Has("a", analysis, Fact("LEFT", "عودة", "نيمبوس")));
  EXPECT_FALSE(gold->Has("b", analysis, Fact("LEFT", "عودة", "نيمبوس")));
  EXPECT_FALSE(gold->Has("a", analysis, Fact("JOINED", "عودة", "نيمبوس")));
  EXPECT_FALSE(gold->Has("a", analysis, Fact("LEFT", "نيمبوس", "عودة")));
  EXPECT_FALSE(gold->Has("a", analysis, Fact("LEFT", "عودة", "شركة أخرى")));
}

TEST_F(GoldFactsTest, AFigureStandsForAnObject) {
  const auto gold = GoldFacts::Read(folder_);
  ASSERT_TRUE(gold.ok()) << gold.status();
  Analysis analysis;
  analysis.values.emplace_back();
  analysis.values[0].kind = ValueKind::kMoney;
  analysis.values[0].money.amount = 2.5e6;
  FactRecord fact = Fact("COSTS", "نيمبوس", "المشروع");
  EXPECT_FALSE(gold->Has("a", analysis, fact));
  ArgumentRecord amount;
  amount.kind = ArgumentRecord::Kind::kValue;
  amount.role = "amount";
  amount.value = 0;
  fact.roles.push_back(amount);
  EXPECT_TRUE(gold->Has("a", analysis, fact));
}

TEST_F(GoldFactsTest, KnowsWhereAFactIsTold) {
  Write("facts.jsonl",
        R"({"doc": "a", "type": "LEFT", "subject": "Salma Odeh", "object": "Nimbus",)"
        R"( "evidence": "غادرت عودة نيمبوس"})"
        "\n");
  const auto gold = GoldFacts::Read(folder_);
  ASSERT_TRUE(gold.ok()) << gold.status();
  Analysis analysis;
  analysis.text = "عن نيمبوس. غادرت عودة نيمبوس.";
  const int begin = static_cast<int>(analysis.text.find("غادرت"));
  const int end = static_cast<int>(analysis.text.size());
  const FactRecord fact = Fact("LEFT", "عودة", "نيمبوس");
  EXPECT_EQ(gold->PlaceOf("a", analysis, fact, {begin, end}), GoldFacts::Place::kThere);
  EXPECT_EQ(gold->PlaceOf("a", analysis, fact, {0, begin}), GoldFacts::Place::kElsewhere);
  EXPECT_EQ(gold->PlaceOf("a", analysis, Fact("JOINED", "عودة", "نيمبوس"), {begin, end}),
            GoldFacts::Place::kNowhere);
}

TEST_F(GoldFactsTest, SaysWhichLineIsWrong) {
  Write("facts.jsonl", "{}\nnot json\n");
  const auto gold = GoldFacts::Read(folder_);
  EXPECT_EQ(gold.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_NE(std::string(gold.status().message()).find("facts.jsonl:2"), std::string::npos);
}

class JudgedFactsTest : public testing::Test {
 protected:
  void Write(const std::string& lines) {
    std::ofstream(testing::TempDir() + "/judgements.jsonl") << lines;
  }

  // Salma Odeh, who has an English name, joined the ministry, which has none.
  JudgedFactsTest() {
    analysis_.entities.resize(2);
    analysis_.entities[0].label_ar = "سلمى عودة";
    analysis_.entities[0].label_en = "Salma Odeh";
    analysis_.entities[1].label_ar = "وزارة المياه";
    fact_.type = "JOINED";
    fact_.subject.kind = ArgumentRecord::Kind::kEntity;
    fact_.subject.entity = 0;
    fact_.object.kind = ArgumentRecord::Kind::kEntity;
    fact_.object.entity = 1;
  }

  Analysis analysis_;
  FactRecord fact_;
};

TEST_F(JudgedFactsTest, TellsRightFromWrongAndFromWhatNobodyJudged) {
  Write(R"({"article": "a", "type": "JOINED", "subject": "Salma Odeh", "object": "وزارة المياه",)"
        R"( "right": 1})"
        "\n"
        R"({"article": "b", "type": "JOINED", "subject": "Salma Odeh", "object": "", "right": 0})"
        "\n");
  const auto facts = JudgedFacts::Read(testing::TempDir());
  ASSERT_TRUE(facts.ok()) << facts.status();
  EXPECT_EQ(facts->IsRight("a", analysis_, fact_), true);
  EXPECT_EQ(facts->IsRight("b", analysis_, fact_), absl::nullopt);
  fact_.object.kind = ArgumentRecord::Kind::kText;
  fact_.object.text = "إحدى الوزارات";
  EXPECT_EQ(facts->IsRight("b", analysis_, fact_), false);
}

TEST_F(JudgedFactsTest, SaysWhichLineIsWrong) {
  Write("{\"article\": \"a\", \"right\": 1}\n{\"article\": \"a\"}\n");
  const auto facts = JudgedFacts::Read(testing::TempDir());
  EXPECT_EQ(facts.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_NE(std::string(facts.status().message()).find("judgements.jsonl:2"), std::string::npos);
}

}  // namespace
}  // namespace isnad::extraction
