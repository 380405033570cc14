#include <string>

#include "gtest/gtest.h"
#include "services/ingestion/language/language_identifier.h"
#include "services/ingestion/language/script_profile.h"

namespace isnad::ingestion {
namespace {

TEST(ScriptProfileTest, CountsLettersAlone) {
  const ScriptProfile profile = ProfileScripts("قال: OpenAI 2025، ٣ كُتُب!");
  EXPECT_EQ(profile.arabic_letters, 6u);
  EXPECT_EQ(profile.other_letters, 6u);
}

TEST(ScriptProfileTest, PresentationFormsAreArabic) {
  EXPECT_EQ(ProfileScripts("\uFEE3\uFEF4\uFE98\uFE8E").arabic_letters, 4u);
}

TEST(ScriptProfileTest, AFifthOfTheLettersIsEnough) {
  EXPECT_TRUE(HoldsArabic({1, 4}));
  EXPECT_FALSE(HoldsArabic({1, 5}));
  EXPECT_FALSE(HoldsArabic({0, 0}));
}

TEST(ScriptProfileTest, FortyLettersAreEnoughWhateverTheShare) {
  EXPECT_TRUE(HoldsArabic({40, 100000}));
  EXPECT_FALSE(HoldsArabic({39, 100000}));
}

TEST(LanguageIdentifierTest, NamesWhatItSees) {
  EXPECT_EQ(IdentifyLanguage("The harbour authority said on Tuesday that the new pier would open "
                             "to fishing boats before the end of the month.")
                .name,
            "English");
  const LanguageGuess persian = IdentifyLanguage(
      "رئیس سازمان هواشناسی گفت که هفته آینده در بیشتر استان\u200Cهای کشور باران خواهد "
      "بارید "
      "و "
      "مردم "
      "باید از سفرهای غیرضروری پرهیز کنند.");
  EXPECT_EQ(persian.code, "fa");
  EXPECT_TRUE(IsOtherArabicScriptLanguage(persian));
}

TEST(LanguageIdentifierTest, ArabicIsNotAnotherLanguage) {
  const LanguageGuess guess = IdentifyLanguage(
      "قال مدير الأرصاد الجوية إن الأمطار ستهطل الأسبوع المقبل على معظم المدن الساحلية، ودعا "
      "السكان إلى تجنب السفر غير الضروري.");
  EXPECT_EQ(guess.code, "ar");
  EXPECT_FALSE(IsOtherArabicScriptLanguage(guess));
}

TEST(LanguageIdentifierTest, LongTextIsCutBetweenCharacters) {
  std::string text = "a";
  while (text.size() < 200 * 1024) text += "نص ";
  EXPECT_NO_FATAL_FAILURE(IdentifyLanguage(text));
}

}  // namespace
}  // namespace isnad::ingestion
