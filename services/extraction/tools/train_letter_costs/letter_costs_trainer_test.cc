#include "services/extraction/tools/train_letter_costs/letter_costs_trainer.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "services/extraction/tools/train_letter_costs/letter_aligner.h"
#include "services/matching/letter_costs.h"

namespace isnad::extraction {
namespace {

NamePair Pair(const std::string& latin, const std::string& arabic) {
  NamePair pair;
  pair.latin = latin;
  pair.arabic = arabic;
  pair.latin_spelling = matching::Spell(latin);
  pair.arabic_spelling = matching::Spell(arabic);
  pair.held_out = IsHeldOut(pair.latin_spelling);
  return pair;
}

std::vector<NamePair> Pairs() {
  std::vector<NamePair> pairs;
  const std::vector<std::pair<const char*, const char*>> names = {
      {"shan", "شان"},  {"nash", "ناش"},  {"sham", "شام"},  {"mash", "ماش"},   {"sam", "سام"},
      {"mas", "ماس"},   {"max", "ماكس"},  {"fox", "فوكس"},  {"nox", "نوكس"},   {"tom", "توم"},
      {"mot", "موت"},   {"ash", "اش"},    {"shot", "شوت"},  {"tosh", "توش"},   {"son", "سون"},
      {"nos", "نوس"},   {"fosh", "فوش"},  {"shof", "شوف"},  {"tax", "تاكس"},   {"sax", "ساكس"},
      {"haz", "هاز"},   {"shan", "شن"},   {"hat", "هات"},   {"shah", "شاه"},   {"hash", "هاش"},
      {"chat", "تشات"}, {"chas", "تشاس"}, {"choz", "تشوز"}, {"maxi", "ماكسي"}, {"taxi", "تاكسي"}};
  for (const auto& name : names) pairs.push_back(Pair(name.first, name.second));
  return pairs;
}

TEST(LetterCostsTrainerTest, FindsGroupsOfLettersThatAreOneSound) {
  const std::string file = TrainLetterCosts(Pairs(), HeldOutPairs::kLearn);
  const auto costs = matching::LetterCosts::Parse(file);
  ASSERT_TRUE(costs.ok()) << costs.status();
  EXPECT_NE(file.find("latin-arabic\tsh\tش\t"), std::string::npos) << file;
  EXPECT_EQ(file.find("shan"), std::string::npos) << "names must not be in the file";
}

TEST(LetterCostsTrainerTest, TheSamePairsGiveTheSameBytes) {
  EXPECT_EQ(TrainLetterCosts(Pairs(), HeldOutPairs::kLearn),
            TrainLetterCosts(Pairs(), HeldOutPairs::kLearn));
}

TEST(LetterCostsTrainerTest, HeldOutPairsAreNotLearned) {
  std::vector<NamePair> pairs = Pairs();
  const std::string before = TrainLetterCosts(pairs, HeldOutPairs::kLeaveOut);
  NamePair extra = Pair("qibbuq", "قيبوق");
  extra.held_out = true;
  pairs.push_back(extra);
  EXPECT_EQ(TrainLetterCosts(pairs, HeldOutPairs::kLeaveOut), before);
  EXPECT_NE(TrainLetterCosts(pairs, HeldOutPairs::kLearn), before);
}

TEST(LetterAlignerTest, SharesAreOfThePlacesWithTheLetters) {
  const matching::Spelling latin = matching::Spell("ab");
  const matching::Spelling arabic = matching::Spell("اب");
  const std::vector<LearnedStep> steps =
      LearnSteps({{latin.letters, arabic.letters, 10}}, AlignerOptions());
  ASSERT_FALSE(steps.empty());
  for (const LearnedStep& step : steps) {
    EXPECT_GT(step.share_of_left, 0);
    EXPECT_LE(step.share_of_left, 1);
    EXPECT_LE(step.share_of_right, 1);
  }
}

}  // namespace
}  // namespace isnad::extraction
