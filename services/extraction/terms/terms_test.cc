#include <random>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/segment/segmenter.h"
#include "services/extraction/terms/index_stemmer.h"
#include "services/extraction/terms/index_terms.h"
#include "services/extraction/terms/light_stemmer.h"
#include "services/extraction/terms/term_reader.h"
#include "services/extraction/text/script.h"
#include "services/extraction/tokenize/tokenizer.h"

namespace isnad::extraction {
namespace {

using ::testing::ElementsAre;

const IndexStemmer& Stemmer() {
  static const auto* stemmer = new IndexStemmer(*IndexStemmer::Create(LexiconFiles::Embedded()));
  return *stemmer;
}

std::string Stem(const std::string& word) { return Stemmer().StemOfWord(word); }

std::string RuleStem(const std::string& word) {
  StemWord letters;
  EXPECT_TRUE(letters.Assign(word)) << word;
  letters.DropFirst(ProcliticLetters(letters));
  StemInPlace(&letters);
  std::string stem(2 * letters.size(), '\0');
  letters.Write(&stem[0]);
  return stem;
}

TEST(LightStemmerTest, CliticsAndEndingsGo) {
  for (const char* word :
       {"والمهندسون", "للمهندسين", "المهندسه", "مهندساتهم", "بالمهندس", "مهندسا"}) {
    EXPECT_EQ(RuleStem(word), "مهندس") << word;
  }
}

TEST(LightStemmerTest, DerivedVerbsMeetTheirMasdars) {
  EXPECT_EQ(RuleStem("مستحدثون"), RuleStem("استحداث"));
  EXPECT_EQ(RuleStem("يستحدث"), RuleStem("استحدثت"));
  EXPECT_EQ(RuleStem("يقترح"), RuleStem("اقتراحات"));
  EXPECT_EQ(RuleStem("استقاله"), RuleStem("يستقيل"));
  EXPECT_EQ(RuleStem("مكتوب"), "مكتوب");
}

TEST(LightStemmerTest, ShortWordsStay) {
  for (const char* word : {"من", "بيت", "وقت", "اب"}) EXPECT_EQ(RuleStem(word), word);
}

TEST(StemWordTest, TakesOnlyLettersOfTheArabicBlock) {
  StemWord word;
  EXPECT_FALSE(word.Assign(""));
  EXPECT_FALSE(word.Assign("ab"));
  EXPECT_FALSE(word.Assign("ا.ب"));
  EXPECT_FALSE(word.Assign("é"));
  EXPECT_TRUE(word.Assign(std::string("سلام")));
  EXPECT_EQ(word.size(), 4);
}

TEST(IndexStemmerTest, FormsOfOneWordShareAStem) {
  EXPECT_EQ(Stem("مراكز"), Stem("والمركز"));
  EXPECT_EQ(Stem("استثماراتها"), Stem("يستثمرون"));
  EXPECT_EQ(Stem("موظفين"), Stem("التوظيف"));
  EXPECT_EQ(Stem("لموظفيها"), Stem("موظف"));
  EXPECT_EQ(Stem("الاقتصاديه"), Stem("اقتصاد"));
  EXPECT_EQ(Stem("تعتبر"), Stem("اعتبرت"));
  EXPECT_EQ(Stem("يرون"), Stem("راي"));
}

TEST(IndexStemmerTest, FirstLettersOfKnownWordsStay) {
  EXPECT_EQ(Stem("وزاره"), Stem("الوزاره"));
  EXPECT_EQ(Stem("برنامج"), Stem("البرنامج"));
  EXPECT_EQ(Stem("برامج"), Stem("لبرنامج"));
}

TEST(IndexStemmerTest, FunctionWordsAndMarksHaveNone) {
  for (const char* word : {"في", "ومن", "التي", "the", "علي"}) EXPECT_EQ(Stem(word), "") << word;
  EXPECT_EQ(Stemmer().Stem("،", TokenShape::kPunctuation), "");
  EXPECT_EQ(Stemmer().Stem("https://a.example", TokenShape::kUrl), "");
}

TEST(IndexStemmerTest, OtherWordsKeepWhatTheyAre) {
  EXPECT_EQ(Stem("layoffs"), "layoff");
  EXPECT_EQ(Stem("gpt-4o"), "gpt-4o");
  EXPECT_EQ(Stem("14.3"), "14.3");
  EXPECT_EQ(Stem("ا.ف.ب"), "ا.ف.ب");
  EXPECT_EQ(Stem(""), "");
}

struct Word {
  int begin;
  std::string surface;
  std::string stem;
};
bool operator==(const Word& a, const Word& b) {
  return a.begin == b.begin && a.surface == b.surface && a.stem == b.stem;
}
void PrintTo(const Word& word, std::ostream* out) {
  *out << word.begin << ":" << word.surface << "/" << word.stem;
}

std::vector<Word> Read(absl::string_view text, int offset) {
  IndexTerms terms;
  TermReader(&Stemmer()).Read(text, &terms);
  std::vector<Word> words;
  for (int i = 0; i < terms.size(); ++i) {
    words.push_back(
        {terms.range(i).begin + offset, std::string(terms.surface(i)), std::string(terms.stem(i))});
  }
  return words;
}

// Both ways to the terms of every passage.
void ExpectTheTokenizersTerms(const std::string& text) {
  Analysis analysis;
  analysis.text = text;
  Segmenter().Segment("", &analysis);
  Tokenizer().Tokenize(&analysis);
  for (const Passage& passage : analysis.passages) {
    std::vector<Word> expected;
    for (int t = passage.tokens.begin; t < passage.tokens.end; ++t) {
      const Token& token = analysis.tokens[t];
      if (token.shape == TokenShape::kPunctuation || token.shape == TokenShape::kSymbol) continue;
      if (token.surface.empty()) continue;
      expected.push_back(
          {token.range.begin, token.surface, Stemmer().Stem(token.surface, token.shape)});
    }
    ASSERT_EQ(Read(analysis.Quote(passage.range), passage.range.begin), expected) << text;
  }
}

TEST(TermReaderTest, GivesSurfaceAndStemOfEachWord) {
  EXPECT_THAT(Read("والمهندسون، 3.5% GPT-4o!", 0),
              ElementsAre(Word{0, "والمهندسون", "مهندس"}, Word{23, "3.5%", "3.5%"},
                          Word{28, "gpt-4o", "gpt-4o"}));
  EXPECT_THAT(Read("", 0), ElementsAre());
}

TEST(TermReaderTest, AgreesWithTheTokenizerOnNews) {
  ExpectTheTokenizersTerms(
      "أَعْلَنَتِ الهيئةُ (أ.ف.ب) أنّ «ميناء العقبة» ســيـسـتـقـبل و3.5 مليون حاوية في 2026-01-15.\n"
      "وقال د.سامي: لـMeta الـAI وAT&T C++ x.ai 600موظف ١٬٢٣٤٫٥٦ 50% 1\uFE0F\u20E3 "
      "🇶🇦 "
      "#وسم_جديد "
      "@handle\n"
      "https://example.org/a_b?c=د؟ info@example.org Nvidia's didn't Łódź Éclair \uFEFB\uFEFCم\n"
      "ا\u0654حمد \u200Fمن\u200Eهنا عام\u00A02024، 2011، abc،١٢ x١ 7\u064B أ. ب.ج د.ه.و.");
}

TEST(TermReaderTest, AgreesWithTheTokenizerOnAnything) {
  const std::vector<std::string> pool = {
      "ا", "ب",      "ال",     "وا",     "لل",     "ه",      "ي",      "٣",      "،",      "؟",
      "٪", "\u064E", "\u0670", "\u0640", "\u0654", "\u061C", "\u200F", "\u200D", "\uFE0F", "\u00A0",
      " ", "\n",     ".",      ",",      ":",      "/",      "-",      "'",      "\u2019", "s",
      "S", "x",      "Http",   "://",    "www.",   "@",      "_",      "#",      "*",      "+",
      "&", "%",      "1",      "20",     "\u20E3", "é",      "e",      "\u0301", "\u0915", "\u0958",
      "ж", "한",     "ﷲ",      "ﻻ",      "👍",      "🇶",      "…",      "“",      "»",      "—",
      "|", "\u06DD", "گ",      "ݐ",      "\u08F0", "\u0378", "\u2011"};
  std::mt19937 random(20261122);
  std::uniform_int_distribution<size_t> pick(0, pool.size() - 1);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int round = 0; round < 6000; ++round) {
    std::string text;
    for (int i = 0; i < 24; ++i) {
      text += round % 5 == 0 && i % 7 == 0 ? std::string(1, static_cast<char>(byte(random)))
                                           : pool[pick(random)];
    }
    ExpectTheTokenizersTerms(text);
  }
}

TEST(TermReaderTest, LongWordsAndReusedMemory) {
  std::string word;
  for (int i = 0; i < 5000; ++i) word += "ب";
  const TermReader reader(&Stemmer());
  IndexTerms terms;
  reader.Read(word + " بيت", &terms);
  ASSERT_EQ(terms.size(), 2);
  EXPECT_EQ(terms.surface(0), word);
  EXPECT_EQ(terms.stem(0), word);
  reader.Read("بيت", &terms);
  ASSERT_EQ(terms.size(), 1);
  EXPECT_EQ(terms.stem(0), "بيت");
}

}  // namespace
}  // namespace isnad::extraction
