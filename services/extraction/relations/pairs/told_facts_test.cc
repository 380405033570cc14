#include "services/extraction/relations/pairs/told_facts.h"

#include "gtest/gtest.h"

namespace isnad::extraction {
namespace {

constexpr int kIntel = 0, kNokia = 1, kCisco = 2;

// A text of three organisations, each mentioned once, and a figure.
Analysis Text() {
  Analysis analysis;
  for (int entity = kIntel; entity <= kCisco; ++entity) {
    Mention mention;
    mention.entity = entity;
    analysis.mentions.push_back(mention);
  }
  return analysis;
}

FactRecord Fact(const char* type, int subject, int object, int passage) {
  FactRecord fact;
  fact.type = type;
  fact.passage = passage;
  fact.subject.kind = ArgumentRecord::Kind::kEntity;
  fact.subject.entity = subject;
  if (object < 0) return fact;
  fact.object.kind = ArgumentRecord::Kind::kEntity;
  fact.object.entity = object;
  return fact;
}

EndPair Names(int passage, int subject, int object) { return {passage, subject, object, -1}; }
EndPair WithFigure(int passage, int subject) { return {passage, subject, -1, 0}; }

TEST(ToldFacts, HaveTypeAndEndsWhereverTheTextTellsThem) {
  const Analysis text = Text();
  const ToldFacts told({Fact("ACQUIRED", kIntel, kNokia, 1), Fact("COMPETES_WITH", 1, 2, 1)});
  EXPECT_TRUE(told.Has(text, Names(4, kIntel, kNokia), "ACQUIRED"));
  EXPECT_FALSE(told.Has(text, Names(4, kNokia, kIntel), "ACQUIRED"));
  EXPECT_FALSE(told.Has(text, Names(4, kIntel, kNokia), "SUPPLIES"));
  EXPECT_TRUE(told.Has(text, Names(4, kCisco, kNokia), "COMPETES_WITH"));
}

TEST(ToldFacts, HaveFiguresOfASubjectInItsPassageAlone) {
  const Analysis text = Text();
  const ToldFacts told({Fact("HEADCOUNT", kIntel, -1, 1)});
  EXPECT_TRUE(told.Has(text, WithFigure(1, kIntel), "HEADCOUNT"));
  EXPECT_FALSE(told.Has(text, WithFigure(2, kIntel), "HEADCOUNT"));
  EXPECT_FALSE(told.Has(text, WithFigure(1, kNokia), "HEADCOUNT"));
}

TEST(ToldFacts, TellWhatElseTwoHousesAreToEachOther) {
  const Analysis text = Text();
  const ToldFacts told({Fact("ACQUIRED", kIntel, kNokia, 1), Fact("CRITICIZED", 1, 2, 1)});
  EXPECT_TRUE(told.HasOtherwise(text, Names(1, kNokia, kIntel), "SUPPLIES"));
  EXPECT_FALSE(told.HasOtherwise(text, Names(1, kNokia, kIntel), "ACQUIRED"));
  EXPECT_FALSE(told.HasOtherwise(text, Names(2, kNokia, kIntel), "SUPPLIES"));
  EXPECT_FALSE(told.HasOtherwise(text, Names(1, kIntel, kNokia), "CRITICIZED"));
  EXPECT_FALSE(told.HasOtherwise(text, Names(1, kNokia, kCisco), "SUPPLIES"));
}

}  // namespace
}  // namespace isnad::extraction
