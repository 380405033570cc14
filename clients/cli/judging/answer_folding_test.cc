#include "clients/cli/judging/answer_folding.h"

#include "gtest/gtest.h"

namespace isnad::cli {
namespace {

TEST(FoldAnswer, MergesLettersThatArabicWritersVary) {
  EXPECT_EQ(FoldAnswer("أحمد إلى آخر ٱلشركة"), "احمد الي اخر الشركه");
  EXPECT_EQ(FoldAnswer("مسؤول"), FoldAnswer("مسئول"));
  EXPECT_EQ(FoldAnswer("شرکت ایران"), "شركت ايران");
}

TEST(FoldAnswer, DropsVowelMarksAndInvisibleCharacters) {
  EXPECT_EQ(FoldAnswer("مُحَمَّدٌ"), "محمد");
  EXPECT_EQ(FoldAnswer("شـــركة"), "شركه");
  EXPECT_EQ(FoldAnswer("\u200Fبنك\u200C \u2067قطر\u2069"), "بنك قطر");
}

TEST(FoldAnswer, WritesDigitsAndSeparatorsInAscii) {
  EXPECT_EQ(FoldAnswer("١٤٫٣ مليار"), "14.3 مليار");
  EXPECT_EQ(FoldAnswer("۴۵٪"), "45%");
  EXPECT_EQ(FoldAnswer("١٬٢٣٤٬٥٦٧"), "1234567");
}

TEST(FoldAnswer, DropsCommasOnlyWhereTheySetThousandsApart) {
  EXPECT_EQ(FoldAnswer("14,300,000 jobs"), "14300000 jobs");
  EXPECT_EQ(FoldAnswer("1,5 in 2024, 2025"), "1,5 in 2024, 2025");
  EXPECT_EQ(FoldAnswer("2024,2025"), "2024,2025");
  EXPECT_EQ(FoldAnswer(",500"), ",500");
}

TEST(FoldAnswer, WritesLatinLettersSmallWithoutAccents) {
  EXPECT_EQ(FoldAnswer("Timothée ÅSTRÖM Çelik Łódź Œuvre"), "timothee astrom celik lodz oeuvre");
  EXPECT_EQ(FoldAnswer("Timothe\u0301e"), "timothee");
}

TEST(FoldAnswer, TakesQuotesBracketsAndMarksForSpace) {
  EXPECT_EQ(FoldAnswer("«سدى»؛ (بنك): “x” [1] | *y*؟"), "سدي بنك x 1 y");
  EXPECT_EQ(FoldAnswer("  a\n\tb\u00A0c  "), "a b c");
  EXPECT_EQ(FoldAnswer("twenty–four"), "twenty-four");
  EXPECT_EQ(FoldAnswer("«»"), "");
}

TEST(FoldAnswer, LeavesWhatIsFoldedAsItIs) {
  for (const char* text : {"١٬٢٣٤ موظفًا", "«الى أين»؟ 1,234,5", "Ünal\xFF"}) {
    EXPECT_EQ(FoldAnswer(FoldAnswer(text)), FoldAnswer(text));
  }
}

}  // namespace
}  // namespace isnad::cli
