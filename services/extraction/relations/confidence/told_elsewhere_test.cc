#include "services/extraction/relations/confidence/told_elsewhere.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace isnad::extraction {
namespace {

using testing::Contains;
using testing::Not;

ArgumentRecord Entity(int entity) {
  ArgumentRecord end;
  end.kind = ArgumentRecord::Kind::kEntity;
  end.entity = entity;
  return end;
}

ArgumentRecord InWords(const char* text) {
  ArgumentRecord end;
  end.kind = ArgumentRecord::Kind::kText;
  end.text = text;
  return end;
}

FactRecord Fact(const char* type, ArgumentRecord subject, ArgumentRecord object, int at) {
  FactRecord fact;
  fact.type = type;
  fact.subject = std::move(subject);
  fact.object = std::move(object);
  fact.trigger = {at, at + 1};
  fact.passage = at / 100;
  return fact;
}

TEST(ToldElsewhere, SaysWhenTheTextTellsItTwice) {
  const std::vector<FactRecord> facts = {Fact("LEFT", Entity(1), Entity(2), 5),
                                         Fact("LEFT", Entity(1), Entity(2), 105),
                                         Fact("LEFT", Entity(3), Entity(2), 110)};
  const ToldElsewhere elsewhere(&facts);
  EXPECT_THAT(elsewhere.FeaturesOf(0), Contains("LEFT told again"));
  EXPECT_THAT(elsewhere.FeaturesOf(1), Contains("told again"));
  EXPECT_THAT(elsewhere.FeaturesOf(2), Not(Contains("told again")));
  EXPECT_THAT(elsewhere.FeaturesOf(2), Contains("told with another subject"));
}

TEST(ToldElsewhere, SaysWhenAnotherSentenceNamesWhatThisOneOnlyDescribes) {
  const std::vector<FactRecord> facts = {Fact("DELAYED", Entity(1), InWords("a game"), 5),
                                         Fact("DELAYED", Entity(1), Entity(2), 105)};
  const ToldElsewhere elsewhere(&facts);
  EXPECT_THAT(elsewhere.FeaturesOf(0), Contains("told with a named object"));
  EXPECT_THAT(elsewhere.FeaturesOf(1), Not(Contains("told with a named object")));
}

TEST(ToldElsewhere, SaysWhatElseIsToldOfTheSubject) {
  const std::vector<FactRecord> facts = {Fact("LEFT", Entity(1), Entity(2), 5),
                                         Fact("HOLDS_ROLE", Entity(1), Entity(2), 25),
                                         Fact("JOINED", Entity(1), Entity(4), 45)};
  const ToldElsewhere elsewhere(&facts);
  EXPECT_THAT(elsewhere.FeaturesOf(0), Contains("LEFT beside HOLDS_ROLE of the same object"));
  EXPECT_THAT(elsewhere.FeaturesOf(0), Contains("LEFT beside JOINED of another object"));
}

TEST(ToldElsewhere, SaysWhenAnotherSentenceHasTheFigure) {
  FactRecord counted = Fact("LAID_OFF", Entity(1), ArgumentRecord(), 105);
  counted.roles.emplace_back();
  counted.roles.back().role = "count";
  const std::vector<FactRecord> facts = {Fact("LAID_OFF", Entity(1), ArgumentRecord(), 5), counted};
  const ToldElsewhere elsewhere(&facts);
  EXPECT_THAT(elsewhere.FeaturesOf(0), Contains("told with a figure"));
  EXPECT_THAT(elsewhere.FeaturesOf(1), Not(Contains("told with a figure")));
}

TEST(ToldElsewhere, SaysWhenAFrameGivesAPairAnotherEnd) {
  std::vector<FactRecord> facts = {
      Fact("FOUNDED", Entity(1), Entity(2), 5), Fact("FOUNDED", Entity(3), Entity(2), 15),
      Fact("FOUNDED", Entity(1), Entity(4), 25), Fact("FOUNDED", Entity(3), Entity(2), 115)};
  facts[0].rule = "FOUNDED/founder";
  for (size_t i = 1; i < facts.size(); ++i) facts[i].rule = "FOUNDED/pair";
  const ToldElsewhere elsewhere(&facts);
  EXPECT_THAT(elsewhere.FeaturesOf(1), Contains("FOUNDED frame has another subject here"));
  EXPECT_THAT(elsewhere.FeaturesOf(2), Contains("frame has another object here"));
  // Nothing speaks against the frame, nor against another sentence.
  EXPECT_THAT(elsewhere.FeaturesOf(0), Not(Contains("frame has another subject here")));
  EXPECT_THAT(elsewhere.FeaturesOf(3), Not(Contains("frame has another subject here")));
}

}  // namespace
}  // namespace isnad::extraction
