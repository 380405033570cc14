#include "services/answering/question/misspelt_names.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "services/answering/question/entity_links.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

template <typename Message>
Message Parse(const std::string& text) {
  Message message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message)) << text;
  return message;
}

v1::QuestionAnalysis AskedAbout(const std::string& key) {
  return Parse<v1::QuestionAnalysis>(
      "entities { certain: true span { begin: 10 end: 20 } entity { id: 'e1' folded_keys: '" + key +
      "' } }");
}

v1::EntityMatch Stored(const std::string& name, const std::string& key) {
  return Parse<v1::EntityMatch>("score: 1 entity { name: 'entities/" + name +
                                "' aliases { folded_key: '" + key + "' } }");
}

TEST(MisspeltNamesTest, ASlipLeadsToTheStoredName) {
  for (const char* typed : {"قطرموشا", "قطمروشا", "قطمورشاا", "قطكورشا", "قطورشا"}) {
    const v1::QuestionAnalysis reading = AskedAbout(typed);
    const std::vector<MisspeltName> names = FindMisspeltNames(reading, {});
    ASSERT_EQ(names.size(), 1u) << typed;
    const bool near = std::string(typed) != "قطرموشا";
    const std::vector<v1::EntityMatch> found =
        MatchMisspelt(names[0], {Stored("qatmorsha", "قطمورشا"), Stored("other", "قطمير")});
    ASSERT_EQ(found.size(), near ? 1u : 0u) << typed;
    if (!near) continue;
    EXPECT_EQ(found[0].entity().name(), "entities/qatmorsha");
    EXPECT_TRUE(EntityLinks(reading, found).Find("e1")->stored());
  }
}

TEST(MisspeltNamesTest, TheKindOfAHouseIsNoPartOfItsName) {
  for (const char* typed : {"velmora group", "velmora inc."}) {
    const std::vector<MisspeltName> names = FindMisspeltNames(AskedAbout(typed), {});
    ASSERT_EQ(names.size(), 1u);
    EXPECT_EQ(MatchMisspelt(names[0], {Stored("velmora", "velmora")}).size(), 1u) << typed;
  }
}

TEST(MisspeltNamesTest, ANameInOtherLettersMaySoundAsMeant) {
  const std::vector<MisspeltName> names = FindMisspeltNames(AskedAbout("velmroa"), {});
  ASSERT_EQ(names.size(), 1u);
  v1::EntityMatch sounding = Stored("velmora", "فيلمورا");
  sounding.set_matched_key("velmora");
  sounding.set_score(0.64);
  EXPECT_EQ(MatchMisspelt(names[0], {sounding}).size(), 1u);
  sounding.set_score(0.52);
  EXPECT_TRUE(MatchMisspelt(names[0], {sounding}).empty());
}

TEST(MisspeltNamesTest, ALetterPutInByChanceNeedsTheOthersToBeSurer) {
  v1::EntityMatch sounding = Stored("velmora", "فيلمورا");
  sounding.set_matched_key("velmora");
  sounding.set_score(0.58);
  EXPECT_EQ(MatchMisspelt(FindMisspeltNames(AskedAbout("velnora"), {})[0], {sounding}).size(), 1u);
  EXPECT_TRUE(MatchMisspelt(FindMisspeltNames(AskedAbout("velora"), {})[0], {sounding}).empty());
  sounding.set_score(0.62);
  EXPECT_EQ(MatchMisspelt(FindMisspeltNames(AskedAbout("velora"), {})[0], {sounding}).size(), 1u);
}

TEST(MisspeltNamesTest, FiveLettersAreEnoughForTheSameScript) {
  v1::EntityMatch stored = Stored("zulfira", "zulfra");
  EXPECT_EQ(MatchMisspelt(FindMisspeltNames(AskedAbout("zulra"), {})[0], {stored}).size(), 1u);
  v1::EntityMatch sounding = Stored("zulfira", "زلفرا");
  sounding.set_matched_key("zulfra");
  sounding.set_score(0.65);
  EXPECT_TRUE(MatchMisspelt(FindMisspeltNames(AskedAbout("zulra"), {})[0], {sounding}).empty());
}

TEST(MisspeltNamesTest, TwoNamesThatAreAsNearAreNone) {
  const std::vector<MisspeltName> names = FindMisspeltNames(AskedAbout("velmoraa"), {});
  ASSERT_EQ(names.size(), 1u);
  EXPECT_EQ(MatchMisspelt(names[0], {Stored("a", "velmora")}).size(), 1u);
  EXPECT_TRUE(MatchMisspelt(names[0], {Stored("a", "velmorta"), Stored("b", "velmorla")}).empty());
}

TEST(MisspeltNamesTest, KnownAndShortNamesAreMeantAsTheyStand) {
  EXPECT_TRUE(FindMisspeltNames(AskedAbout("سدمي"), {}).empty());
  EXPECT_TRUE(FindMisspeltNames(AskedAbout("velmora"), {Stored("a", "velmora")}).empty());
  v1::QuestionAnalysis known = AskedAbout("velmora");
  known.mutable_entities(0)->set_known(true);
  EXPECT_TRUE(FindMisspeltNames(known, {}).empty());
}

}  // namespace
}  // namespace isnad::answering
