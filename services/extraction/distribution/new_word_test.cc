#include "services/extraction/distribution/new_word.h"

#include "gtest/gtest.h"
#include "services/extraction/model/model_set.h"

namespace isnad::extraction {
namespace {

const WordDistribution& Words() {
  static const auto* words =
      new WordDistribution(*WordDistribution::Of(*ModelSet::Embedded()->Find("words")));
  return *words;
}

TEST(NewWordTest, MadeUpNamesAreNew) {
  for (const char* word : {"بلابيلو", "سديماط", "تشاندكار", "كزنبرة", "هلوجنيكس", "قطرموشا"}) {
    EXPECT_TRUE(IsNewWord(word, Words())) << word;
  }
}

TEST(NewWordTest, WordsOfTheTextAreNot) {
  for (const char* word : {"شركة", "والموظفون", "بالاستقالة", "متصفح", "راتب", "الرقمين"}) {
    EXPECT_FALSE(IsNewWord(word, Words())) << word;
  }
}

TEST(NewWordTest, SlipsOfThePenAreNot) {
  for (const char* word : {"موضفا", "النموزج", "استقلة", "الشركه", "مؤسسس", "المديير", "شركت"}) {
    EXPECT_FALSE(IsNewWord(word, Words())) << word;
  }
}

TEST(NewWordTest, InflectedWordsAreNot) {
  for (const char* word : {"الموقفان", "المصرفان", "المنصتين"}) {
    EXPECT_FALSE(IsNewWord(word, Words())) << word;
  }
}

TEST(NewWordTest, ShortAndOtherWordsAreNot) {
  for (const char* word : {"قثم", "Zarmina", "G42", "", "ج-4"}) {
    EXPECT_FALSE(IsNewWord(word, Words())) << word;
  }
}

}  // namespace
}  // namespace isnad::extraction
