#include <random>
#include <string>

#include "gtest/gtest.h"
#include "services/extraction/text/char_class.h"
#include "services/extraction/text/clean.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/language.h"
#include "services/extraction/text/name_key.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

TEST(FoldTest, MergesHamzaSeatsAlefMaqsuraAndTaMarbuta) {
  EXPECT_EQ(Fold("أُعْلِنَت مسؤوليّةٌ إلى الهيئة"), "اعلنت مسووليه الي الهييه");
  EXPECT_EQ(Fold("جزء"), "جزء");
}

TEST(FoldTest, DropsTatweelAndInvisibleCharacters) {
  EXPECT_EQ(Fold("إنـــه\u200F \u202Bهنا\u202C"), "انه هنا");
  EXPECT_EQ(Fold("\uFEFFمي\u200Cتا"), "ميتا");
}

TEST(FoldTest, MapsForeignLettersOfTheArabicScript) {
  EXPECT_EQ(Fold("ڤودافون پاريس چنيف گوگل ایران"), "فودافون باريس جنيف كوكل ايران");
}

TEST(FoldTest, MakesDigitsAndSeparatorsAscii) {
  EXPECT_EQ(Fold("١٬٢٣٤٫٥٦ و ۷۸٪"), "1,234.56 و 78%");
}

TEST(FoldTest, LowersLatinAndDropsDiacritics) {
  EXPECT_EQ(Fold("Café MÜNCHEN Straße Łódź"), "cafe munchen strasse lodz");
}

TEST(FoldTest, UnifiesQuotesAndDashes) {
  EXPECT_EQ(Fold("«أ» “ب” 2024–2025 l’an"), "\"ا\" \"ب\" 2024-2025 l'an");
}

TEST(FoldTest, OpensPresentationFormsWithoutSpacesOrTatweel) {
  EXPECT_EQ(Fold("\uFEFB\uFEFC"), "لالا");  // LAM WITH ALEF, isolated and final
  EXPECT_EQ(Fold("\uFDF2"), "الله");        // ALLAH LIGATURE
  EXPECT_EQ(Fold("a\uFE7D"), "a");          // SHADDA, medial form
  EXPECT_EQ(Fold("\uFEE3\uFEF4\uFE98\uFE8E"), "ميتا");
}

TEST(FoldTest, CollapsesWhitespace) {
  EXPECT_EQ(Fold("  بنك\u00A0\n\tقطر  "), "بنك قطر");
  EXPECT_EQ(Fold(" \u200F "), "");
}

TEST(FoldTest, IsIdempotentOnAnything) {
  std::mt19937 random(20261122);
  std::uniform_int_distribution<int> any(0, 0x2FFF);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) AppendUtf8(static_cast<char32_t>(any(random)), &text);
    const std::string once = Fold(text);
    EXPECT_EQ(Fold(once), once);
    EXPECT_EQ(FirstInvalidByte(once), -1);
  }
}

TEST(NameKeyTest, IsBlindToSpacingHyphensAndArticles) {
  EXPECT_EQ(NameKey("عبد الله"), NameKey("عبدالله"));
  EXPECT_EQ(NameKey("عبد الرحمن"), NameKey("عبدالرحمن"));
  EXPECT_EQ(NameKey("أبو ظبي"), NameKey("أبوظبي"));
  EXPECT_EQ(NameKey("بان كي-مون"), NameKey("بان كي مون"));
  EXPECT_EQ(NameKey("الإمارات"), NameKey("إمارات"));
  EXPECT_EQ(NameKey("Open AI"), NameKey("OpenAI"));
  EXPECT_NE(NameKey("قطر"), NameKey("مصر"));
}

TEST(CleanTest, RemovesMarksAndMapsBackToTheRawBytes) {
  const std::string raw = "أعلَنَ \u200Fبنـــكُ";
  const auto clean = Clean(raw);
  ASSERT_TRUE(clean.ok());
  EXPECT_EQ(clean->text, "أعلن بنك");
  const int bank = static_cast<int>(clean->text.find("بنك"));
  EXPECT_EQ(clean->ToRaw(bank), static_cast<int>(raw.find("بنـ")));
  EXPECT_EQ(clean->ToRaw(static_cast<int>(clean->text.size())), static_cast<int>(raw.size()));
}

TEST(CleanTest, ComposesHamzaWrittenAsAMark) {
  const auto clean = Clean("ا\u0654حمد");  // ARABIC HAMZA ABOVE
  ASSERT_TRUE(clean.ok());
  EXPECT_EQ(clean->text, "أحمد");
  EXPECT_EQ(clean->ToRaw(0), 0);
  EXPECT_EQ(clean->ToRaw(2), 4);
}

TEST(CleanTest, NamesTheFirstBadByte) {
  const auto clean = Clean("خبر\xFF");
  EXPECT_EQ(clean.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_NE(clean.status().message().find("offset 6"), absl::string_view::npos);
  EXPECT_FALSE(Clean("\xED\xA0\x80").ok());  // a surrogate
  EXPECT_FALSE(Clean("\xC0\xAF").ok());      // an overlong slash
}

TEST(CleanTest, EveryCleanCharacterComesFromItsRawPlace) {
  std::mt19937 random(7);
  const char32_t pool[] = {U'ا', U'ب',   0x064E, 0x0651, 0x0640,  0x0654, 0x200F,
                           U'e', 0x0301, U' ',   U'1',   0x1F600, U'ي',   0x0655};
  std::uniform_int_distribution<size_t> pick(0, std::size(pool) - 1);
  for (int round = 0; round < 500; ++round) {
    std::string raw;
    for (int i = 0; i < 20; ++i) AppendUtf8(pool[pick(random)], &raw);
    const auto clean = Clean(raw);
    ASSERT_TRUE(clean.ok());
    int last = 0;
    for (int i = 0; i < static_cast<int>(clean->text.size());) {
      const DecodedChar c = DecodeUtf8(clean->text, i);
      const int at = clean->ToRaw(i);
      ASSERT_GE(at, last);
      ASSERT_LT(at, static_cast<int>(raw.size()));
      const DecodedChar source = DecodeUtf8(raw, at);
      ASSERT_TRUE(source.valid) << "not on a character boundary";
      // Composed letters and combining marks stand where their base letter stood.
      if (c.code_point < 0x80 || c.code_point == U'ب' || c.code_point == 0x1F600) {
        EXPECT_EQ(c.code_point, source.code_point);
      }
      last = at;
      i += c.length;
    }
  }
}

TEST(DecodeUtf8Test, SurvivesAnyBytes) {
  std::mt19937 random(3);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (int i = 0; i < 40; ++i) bytes.push_back(static_cast<char>(byte(random)));
    int end = 0;
    while (end < 40) end += DecodeUtf8(bytes, end).length;
    EXPECT_EQ(end, 40);
    EXPECT_EQ(FirstInvalidByte(Fold(bytes)), -1);
  }
}

TEST(CharClassTest, KnowsSymbolsAndOtherScripts) {
  EXPECT_EQ(ClassOf(U'€'), CharClass::kSymbol);
  EXPECT_EQ(ClassOf(U'“'), CharClass::kPunctuation);
  EXPECT_EQ(ClassOf(U'Ж'), CharClass::kLetter);
  EXPECT_EQ(ClassOf(0x0967), CharClass::kDigit);  // DEVANAGARI DIGIT ONE
}

TEST(DetectLanguageTest, NamesInTheOtherScriptDoNotCount) {
  EXPECT_EQ(DetectLanguage("هل استثمرت Contoso Cloud Services في Northwind Traders؟"), "ar");
  EXPECT_EQ(DetectLanguage("Who is سلمى الهاشمي?"), "en");
  EXPECT_EQ(DetectLanguage("How much did بنك قطر الوطني pay?"), "en");
}

TEST(DetectLanguageTest, TellsArticlesApart) {
  EXPECT_EQ(DetectLanguage("ارتفعت أسعار النفط اليوم بعد قرار المنظمة خفض الإنتاج."), "ar");
  EXPECT_EQ(DetectLanguage("Oil prices rose today after the group cut its output."), "en");
  EXPECT_EQ(DetectLanguage("قیمت نفت پس از تصمیم گروه افزایش یافت که گزارش شده است"), "und");
  EXPECT_EQ(DetectLanguage("Die Preise stiegen gestern nach Angaben der Bank deutlich weiter"),
            "und");
  EXPECT_EQ(DetectLanguage("Цены на нефть выросли"), "und");
  EXPECT_EQ(DetectLanguage("12345 ..."), "und");
  EXPECT_EQ(DetectLanguage(""), "und");
}

}  // namespace
}  // namespace isnad::extraction
