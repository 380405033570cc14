#include "services/extraction/relations/opposite_moves.h"

#include <string>

#include "gtest/gtest.h"
#include "services/extraction/relations/pairs/pair_facts.h"

namespace isnad::extraction {
namespace {

FactRecord Fact(const std::string& type, int subject, int object, double confidence) {
  FactRecord fact;
  fact.type = type;
  fact.subject.kind = fact.object.kind = ArgumentRecord::Kind::kEntity;
  fact.subject.entity = subject;
  fact.object.entity = object;
  fact.confidence = confidence;
  return fact;
}

TEST(OppositeMoves, KeepsTheOneThatIsBelievedMore) {
  std::vector<FactRecord> facts = {Fact("HIRED_FROM", 1, 2, 0.5), Fact("JOINED", 1, 2, 0.9),
                                   Fact("HIRED_FROM", 1, 3, 0.8), Fact("APPOINTED", 1, 3, 0.4)};
  DropOppositeMoves(&facts);
  ASSERT_EQ(facts.size(), 2u);
  EXPECT_EQ(facts[0].type, "JOINED");
  EXPECT_EQ(facts[1].type, "HIRED_FROM");
}

TEST(OppositeMoves, BelievesFramesMoreThanPairs) {
  std::vector<FactRecord> facts = {Fact("HIRED_FROM", 1, 2, 0.5), Fact("JOINED", 1, 2, 0.9)};
  facts[1].rule = "JOINED/pair";
  ASSERT_TRUE(IsOfPair(facts[1]));
  DropOppositeMoves(&facts);
  ASSERT_EQ(facts.size(), 1u);
  EXPECT_EQ(facts[0].type, "HIRED_FROM");
}

TEST(OppositeMoves, LeavesOtherEndsAndTypes) {
  std::vector<FactRecord> facts = {Fact("HIRED_FROM", 1, 2, 0.5), Fact("JOINED", 1, 3, 0.9),
                                   Fact("JOINED", 4, 2, 0.9), Fact("LEFT", 1, 2, 0.9),
                                   Fact("HOLDS_ROLE", 1, 2, 0.9)};
  DropOppositeMoves(&facts);
  EXPECT_EQ(facts.size(), 5u);
}

TEST(OppositeMoves, LeavesFactsOfGroupsThatBearNoName) {
  std::vector<FactRecord> facts = {Fact("HIRED_FROM", 1, 2, 0.5), Fact("JOINED", 1, 2, 0.9)};
  facts[0].subject.kind = ArgumentRecord::Kind::kText;
  DropOppositeMoves(&facts);
  EXPECT_EQ(facts.size(), 2u);
}

}  // namespace
}  // namespace isnad::extraction
