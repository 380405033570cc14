#include "services/extraction/tokenize/tokenizer.h"

#include <random>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

using ::testing::ElementsAre;

Analysis Tokenized(const std::string& text) {
  Analysis analysis;
  analysis.text = text;
  Passage passage;
  passage.range = {0, static_cast<int>(text.size())};
  analysis.passages.push_back(passage);
  Tokenizer().Tokenize(&analysis);
  return analysis;
}

std::vector<std::string> Words(const std::string& text) {
  const Analysis analysis = Tokenized(text);
  std::vector<std::string> words;
  for (const Token& token : analysis.tokens) words.emplace_back(analysis.Quote(token.range));
  return words;
}

TEST(TokenizerTest, NumbersKeepTheirSeparators) {
  EXPECT_THAT(Words("1٬234٫56 و 25799,52 و 10,000 و14.3"),
              ElementsAre("1٬234٫56", "و", "25799,52", "و", "10,000", "و", "14.3"));
  EXPECT_THAT(Words("١/١/٢٠١٨ في 14:30 أو 2025-10-22، 50% ٧٥٪."),
              ElementsAre("١/١/٢٠١٨", "في", "14:30", "أو", "2025-10-22", "،", "50%", "٧٥٪", "."));
  EXPECT_THAT(Words("628،1 بليون"), ElementsAre("628،1", "بليون"));
  EXPECT_THAT(Words("2010-2015"), ElementsAre("2010", "-", "2015"));
}

TEST(TokenizerTest, ProductNamesStayWhole) {
  EXPECT_THAT(
      Words("GPT-4o وLlama-3.1 وH100 وo3 وAT&T وx.ai"),
      ElementsAre("GPT-4o", "و", "Llama-3.1", "و", "H100", "و", "o3", "و", "AT&T", "و", "x.ai"));
}

TEST(TokenizerTest, SplitsWhereScriptsMeet) {
  EXPECT_THAT(Words("600موظف لـOpenAI بـ14 لشركةNvidia"),
              ElementsAre("600", "موظف", "لـ", "OpenAI", "بـ", "14", "لشركة", "Nvidia"));
  const Analysis analysis = Tokenized("لـOpenAI");
  EXPECT_EQ(analysis.tokens[0].form, "ل");
  EXPECT_EQ(analysis.tokens[0].shape, TokenShape::kArabic);
  EXPECT_EQ(analysis.tokens[1].surface, "openai");
}

TEST(TokenizerTest, EnglishPossessivesAndContractions) {
  EXPECT_THAT(Words("Nvidia's board didn't agree, Inc."),
              ElementsAre("Nvidia", "'s", "board", "didn't", "agree", ",", "Inc", "."));
}

TEST(TokenizerTest, LinksAddressesHashtagsAndEmoji) {
  EXPECT_THAT(Words("#بنك_قطر https://example.org/a?b=1. info@example.org 👍🏽!!"),
              ElementsAre("#", "بنك", "_", "قطر", "https://example.org/a?b=1", ".",
                          "info@example.org", "👍🏽", "!!"));
}

TEST(TokenizerTest, HashtagsAndHandlesKeepTheirWordsWithinReach) {
  EXPECT_THAT(Words("#الذكاء_الاصطناعي @layla_h"),
              ElementsAre("#", "الذكاء", "_", "الاصطناعي", "@", "layla", "_", "h"));
}

TEST(TokenizerTest, EachEmojiIsOneToken) {
  // A family tied by joiners, a flag beside a flag, a keycap with and without its style selector.
  EXPECT_THAT(
      Words(
          "نجاح👨\u200D👩\u200D👧\u200D👦👏🏽🇶🇦🇸🇩1\uFE0F\u20E3#\u20E3"),
      ElementsAre("نجاح", "👨\u200D👩\u200D👧\u200D👦", "👏🏽", "🇶🇦", "🇸🇩", "1\uFE0F\u20E3",
                  "#\u20E3"));
  const Analysis analysis = Tokenized("1\uFE0F\u20E3");
  EXPECT_EQ(analysis.tokens[0].shape, TokenShape::kSymbol);
}

TEST(TokenizerTest, ArabicAcronymsAreOneWord) {
  EXPECT_THAT(Words("نقلت (أ.ف.ب) عن د.ب.أ. وقال د.أحمد"),
              ElementsAre("نقلت", "(", "أ.ف.ب", ")", "عن", "د.ب.أ", ".", "وقال", "د", "أحمد"));
  EXPECT_EQ(Tokenized("أ.ف.ب").tokens[0].surface, "ا.ف.ب");
}

TEST(TokenizerTest, MarksThatShortenTitlesAreNoTokens) {
  EXPECT_THAT(Words("استقال د. ماهر وم/ ليلى"),
              ElementsAre("استقال", "د", "ماهر", "وم", "/", "ليلى"));
  EXPECT_THAT(Words("لقاء م/ ليلى"), ElementsAre("لقاء", "م", "ليلى"));
  EXPECT_THAT(Words("أ.د. هالة"), ElementsAre("أ.د", "هالة"));
  EXPECT_THAT(Words("عام 500 م. وبعده"), ElementsAre("عام", "500", "م", ".", "وبعده"));
  EXPECT_THAT(Words("البند د."), ElementsAre("البند", "د", "."));
}

TEST(TokenizerTest, SignsOfProgrammingLanguagesStay) {
  EXPECT_THAT(Words("C++ وC# أو F#. قناة#خبر Disney+"),
              ElementsAre("C++", "و", "C#", "أو", "F#", ".", "قناة", "#", "خبر", "Disney+"));
  EXPECT_THAT(Words("x#وسم"), ElementsAre("x", "#", "وسم"));
}

TEST(TokenizerTest, CliticsLeaveNumbersAndLatinNamesAlone) {
  EXPECT_THAT(Words("و3.5 و١٢٣٤ الـAI لـMeta بـ OpenAI و/أو"),
              ElementsAre("و", "3.5", "و", "١٢٣٤", "الـ", "AI", "لـ", "Meta", "بـ", "OpenAI", "و",
                          "/", "أو"));
}

TEST(TokenizerTest, ALoneMarkSpellsNothing) {
  EXPECT_THAT(Words("\u0670"), ElementsAre());  // a superscript alef without its letter
  EXPECT_THAT(Words("قبل \u0670 بعد \u064B"), ElementsAre("قبل", "بعد"));
}

TEST(TokenizerTest, MarksAndTatweelBelongToTheWord) {
  const Analysis analysis = Tokenized("«مُحَمَّـــد»..");
  ASSERT_EQ(analysis.tokens.size(), 4u);
  EXPECT_EQ(analysis.tokens[1].form, "محمد");
  EXPECT_EQ(analysis.tokens[0].shape, TokenShape::kPunctuation);
  EXPECT_EQ(analysis.Quote(analysis.tokens[3].range), "..");
}

TEST(TokenizerTest, ASentenceStopIsNoPartOfALatinName) {
  EXPECT_THAT(Words("بدأت Contoso.وقالت"), ElementsAre("بدأت", "Contoso", ".", "وقالت"));
  EXPECT_THAT(Words("It ended.They left"), ElementsAre("It", "ended", ".", "They", "left"));
}

void ExpectSoundTokens(const std::string& text) {
  const Analysis analysis = Tokenized(text);
  std::vector<char> covered(text.size(), 0);
  int last_end = 0;
  for (const Token& token : analysis.tokens) {
    ASSERT_LE(last_end, token.range.begin);
    ASSERT_LT(token.range.begin, token.range.end);
    ASSERT_LE(token.range.end, static_cast<int>(text.size()));
    ASSERT_EQ(token.passage, 0);
    ASSERT_FALSE(token.form.empty());
    last_end = token.range.end;
    for (int i = token.range.begin; i < token.range.end; ++i) covered[i] = 1;
  }
  for (int i = 0; i < static_cast<int>(text.size());) {
    const DecodedChar c = DecodeUtf8(text, i);
    // Marks, tatweel and invisible characters spell nothing.
    const bool blank =
        c.valid && (IsWhitespace(c.code_point) || StripMarks(text.substr(i, c.length)).empty());
    if (!blank) {
      ASSERT_TRUE(covered[i]) << "byte " << i << " of " << text;
    }
    i += c.length;
  }
}

TEST(TokenizerTest, SurvivesRandomUnicodeAndRandomBytes) {
  std::mt19937 random(42);
  std::uniform_int_distribution<int> byte(0, 255);
  std::uniform_int_distribution<int> low(0x20, 0x6FF);
  std::uniform_int_distribution<int> high(0x2000, 0x1FFFF);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    std::string bytes;
    for (int i = 0; i < 60; ++i) {
      const int c = i % 4 == 0 ? high(random) : low(random);
      if (c < 0xD800 || c > 0xDFFF) AppendUtf8(static_cast<char32_t>(c), &text);
      bytes.push_back(static_cast<char>(byte(random)));
    }
    ExpectSoundTokens(text);
    const Analysis analysis = Tokenized(bytes);
    int last_end = 0;
    for (const Token& token : analysis.tokens) {
      ASSERT_LE(last_end, token.range.begin);
      last_end = token.range.end;
    }
  }
}

}  // namespace
}  // namespace isnad::extraction
