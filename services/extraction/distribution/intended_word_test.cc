#include "services/extraction/distribution/intended_word.h"

#include <algorithm>
#include <string>
#include <utility>

#include "gtest/gtest.h"
#include "services/extraction/model/model_set.h"

namespace isnad::extraction {
namespace {

const WordDistribution& Words() {
  static const auto* words =
      new WordDistribution(*WordDistribution::Of(*ModelSet::Embedded()->Find("words")));
  return *words;
}

bool ComesFrom(absl::string_view slip, absl::string_view word) {
  const std::vector<std::string> before = WordsBeforeSlip(slip);
  return std::find(before.begin(), before.end(), word) != before.end();
}

TEST(WordsBeforeSlipTest, UndoesSlips) {
  EXPECT_TRUE(ComesFrom("facotry", "factory"));
  EXPECT_TRUE(ComesFrom("facttory", "factory"));
  EXPECT_TRUE(ComesFrom("factoty", "factory"));
  EXPECT_TRUE(ComesFrom("facory", "factory"));
  EXPECT_FALSE(ComesFrom("fractory", "factory"));
}

TEST(IntendedWordTest, FindsCommonWords) {
  for (const auto& [slip, word] : {std::pair<const char*, const char*>{"المستشقى", "المستشفى"},
                                   {"الجاممعة", "الجامعة"},
                                   {"اللمدرسة", "المدرسة"},
                                   {"الحكمة", ""},
                                   {"المستفى", "المستشفى"},
                                   {"الحوكمة", ""},
                                   {"سسيارة", "سيارة"},
                                   {"المدنية", ""}}) {
    EXPECT_EQ(IntendedWord(slip, Words()), word) << slip;
  }
}

TEST(IntendedWordTest, LeavesMadeUpNamesAlone) {
  for (const char* name : {"بلابيلو", "سديماط", "تشاندكار", "كزنبرة", "هلوجنيكس", "قطرموشا"}) {
    EXPECT_EQ(IntendedWord(name, Words()), "") << name;
  }
}

}  // namespace
}  // namespace isnad::extraction
