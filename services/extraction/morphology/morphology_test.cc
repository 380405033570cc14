#include "services/extraction/morphology/morphology.h"

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/morphology/name_strings.h"
#include "services/extraction/morphology/verb_features.h"
#include "services/extraction/segment/segmenter.h"
#include "services/extraction/tokenize/tokenizer.h"

namespace isnad::extraction {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Morphology& TestMorphology() {
  static const Morphology* morphology = [] {
    auto created = Morphology::Create(LexiconFiles::Embedded());
    return created.ok() ? created->release() : nullptr;
  }();
  return *morphology;
}

Analysis Analyzed(const std::string& text) {
  Analysis analysis;
  analysis.text = text;
  Segmenter().Segment("", &analysis);
  Tokenizer().Tokenize(&analysis);
  TestMorphology().Analyze(&analysis);
  return analysis;
}

Token Word(const std::string& word) { return Analyzed(word).tokens.at(0); }

TEST(MorphologyTest, CutsEveryKindOfClitic) {
  const Token future = Word("وستسرح");
  EXPECT_THAT(future.proclitics, ElementsAre("و", "س"));
  EXPECT_EQ(future.base, "تسرح");
  EXPECT_EQ(future.part_of_speech, PartOfSpeech::kVerb);

  const Token possessed = Word("بموظفيها");
  EXPECT_THAT(possessed.proclitics, ElementsAre("ب"));
  EXPECT_EQ(possessed.base, "موظفي");
  EXPECT_EQ(possessed.enclitic, "ها");
  EXPECT_EQ(possessed.lemma, "موظف");

  const Token definite = Word("للشركة");
  EXPECT_THAT(definite.proclitics, ElementsAre("ل", "ال"));
  EXPECT_EQ(definite.base, "شركه");
  EXPECT_TRUE(definite.definite);

  EXPECT_THAT(Word("وسيكون").proclitics, ElementsAre("و", "س"));
  EXPECT_EQ(Word("وسيكون").lemma, "كان");
  EXPECT_THAT(Word("والتقاطع").proclitics, ElementsAre("و", "ال"));
  EXPECT_THAT(Word("وبالتعاون").proclitics, ElementsAre("و", "ب", "ال"));
  EXPECT_THAT(Word("فالمصنع").proclitics, ElementsAre("ف", "ال"));
}

TEST(MorphologyTest, PronounsAfterTaMarbutaAlefMaqsuraAndHamza) {
  EXPECT_EQ(Word("شركته").lemma, "شركه");
  EXPECT_EQ(Word("شركته").enclitic, "ه");
  EXPECT_EQ(Word("شركائهم").lemma, "شريك");
  EXPECT_EQ(Word("استثماراتهم").enclitic, "هم");
  EXPECT_EQ(Word("يستضيفهم").lemma, "استضاف");
}

TEST(MorphologyTest, LettersThatOnlyLookLikeCliticsStay) {
  for (const char* word :
       {"وكالة", "وحدة",  "والد",  "وزارة",  "وقت",  "وضع",   "وظيفة", "وسط",    "واحد",
        "فريق",  "فيديو", "فرنسا", "بيانات", "باحث", "بحث",   "بنك",   "برنامج", "بعد",
        "بين",   "لكن",   "لقاء",  "كبير",   "كان",  "كشف",   "سوق",   "سعر",    "سنة",
        "سلسلة", "وفاة",  "فرصة",  "لجنة",   "لغة",  "كتاب",  "بداية", "سياسة",  "سيارة",
        "وثيقة", "بورصة", "كمية",  "لاعب",   "فتحت", "فعلية", "بلدية"}) {
    const Token token = Word(word);
    EXPECT_THAT(token.proclitics, IsEmpty()) << word;
    EXPECT_EQ(token.enclitic, "") << word;
  }
}

TEST(MorphologyTest, ConjunctionsComeOffFunctionWords) {
  for (const char* word : {"وفي", "ومن", "وكل", "فهو", "وهذه", "وبعد", "ومنذ"}) {
    EXPECT_EQ(Word(word).proclitics.size(), 1u) << word;
    EXPECT_TRUE(Word(word).stop_word) << word;
  }
}

TEST(MorphologyTest, NamesKeepTheirFirstLetter) {
  for (const char* name : {"ألمانيا", "ألتمان", "وانغ", "واشنطن", "بلومبرغ", "لندن", "سيمنز",
                           "كاليفورنيا", "فودافون", "ليبرون", "سامسونغ", "كوليسنيكوف", "بيزوس"}) {
    EXPECT_THAT(Word(name).proclitics, IsEmpty()) << name;
  }
}

TEST(MorphologyTest, OneLemmaForAllInflectionsOfAVerb) {
  for (const char* word : {"غادر", "غادرت", "غادروا", "يغادر", "تغادر", "سيغادر", "يغادرون",
                           "مغادرة", "المغادرين", "ليغادر", "غادرها"}) {
    EXPECT_EQ(Word(word).lemma, "غادر") << word;
  }
  for (const char* word : {"استقال", "استقالت", "يستقيل", "استقالة", "استقالتها", "المستقيلون"}) {
    EXPECT_EQ(Word(word).lemma, "استقال") << word;
  }
  for (const char* word : {"اشترى", "اشترت", "يشتري", "ستشتري", "اشتروا", "يشتر"}) {
    EXPECT_EQ(Word(word).lemma, "اشتري") << word;
  }
  EXPECT_EQ(TestMorphology().Lemma("غادر"), TestMorphology().Lemma("مغادرة"));
  EXPECT_EQ(TestMorphology().Lemma("يُعيَّن"), TestMorphology().Lemma("تعيين"));
}

TEST(MorphologyTest, VerbNounAndParticipleShareTheStem) {
  const std::string stem = Word("استثمر").stem;
  for (const char* word : {"استثمارات", "يستثمر", "المستثمرون", "استثماراتها", "وستستثمر"}) {
    EXPECT_EQ(Word(word).stem, stem) << word;
  }
  EXPECT_EQ(Word("موظفين").stem, Word("توظيف").stem);
  EXPECT_EQ(Word("الاقتصادية").stem, Word("اقتصاد").stem);
}

TEST(MorphologyTest, BrokenPluralsComeFromTheLexicon) {
  EXPECT_EQ(Word("الأسعار").lemma, "سعر");
  EXPECT_EQ(Word("خبراء").lemma, "خبير");
  EXPECT_EQ(Word("وعقولهم").lemma, "عقل");
}

TEST(MorphologyTest, ContextTellsNounsFromVerbs) {
  const Analysis noun = Analyzed("أدت الأزمة إلى رفع الأسعار");
  EXPECT_EQ(noun.tokens[3].part_of_speech, PartOfSpeech::kNoun);
  const Analysis verb = Analyzed("قالت الصحيفة إن المصرف رفع الأسعار أمس");
  EXPECT_EQ(verb.tokens[4].part_of_speech, PartOfSpeech::kVerb);
}

TEST(MorphologyTest, FunctionWordsAreStopWords) {
  for (const char* word : {"في", "على", "التي", "أن", "وقد", "هذه", "لكن", "منذ", "the", "of"}) {
    EXPECT_TRUE(Word(word).stop_word) << word;
    EXPECT_EQ(Word(word).stem, "") << word;
  }
  EXPECT_FALSE(Word("شركة").stop_word);
}

TEST(MorphologyTest, EnglishWordsAreStemmedAndLemmatised) {
  EXPECT_EQ(Word("layoffs").stem, "layoff");
  EXPECT_EQ(Word("acquired").lemma, "acquire");
  EXPECT_EQ(Word("Left").lemma, "leave");
  EXPECT_EQ(Word("companies").lemma, "company");
  EXPECT_EQ(Word("GPT-4o").stem, "gpt-4o");
}

TEST(MorphologyTest, PerfectsOfWeAreVerbs) {
  const auto lemma_of_verb = [](const std::string& sentence, size_t token) {
    const Token word = Analyzed(sentence).tokens.at(token);
    return word.part_of_speech == PartOfSpeech::kVerb ? word.lemma : "";
  };
  EXPECT_EQ(lemma_of_verb("عيّنّا في آذار مديرة مالية.", 0), "عين");
  EXPECT_EQ(lemma_of_verb("استغنينا عن عشرين زميلا.", 0), "استغني");
  EXPECT_EQ(lemma_of_verb("لقد فصلنا أربعين شخصا.", 1), "فصل");
  EXPECT_EQ(lemma_of_verb("وظّفنا عشرين مهندسا.", 0), "وظف");
  // Accusatives and names.
  EXPECT_EQ(lemma_of_verb("فقد عينا في الحادث.", 1), "");
  EXPECT_EQ(lemma_of_verb("قالت كريستينا في بيان.", 1), "");
}

TEST(MorphologyTest, ABrokenWordListIsNamed) {
  const auto created = Morphology::Create(
      LexiconFiles::Of({{"words_verbs.textproto", "list { name: \"كتب\" word: \"كتب\" }"}}));
  EXPECT_EQ(created.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_NE(created.status().message().find("كتب"), absl::string_view::npos);
}

TEST(NameStringsTest, GivesStringsWithTheirFields) {
  NameStrings strings("# \"no\"\nentry { key: 'a' alias: [\"b \\\"c\\\"\", \"d\"] rank: 3 ar: \"e");
  std::string seen;
  while (strings.Next()) seen += std::string(strings.field()) + "=" + strings.value() + ";";
  EXPECT_EQ(seen, "key=a;alias=b \"c\";alias=d;ar=e;");
}

TEST(VerbFeaturesTest, ReadsTensePersonGenderNumberAndFuture) {
  const VerbFeatures perfect = FeaturesOf(Word("غادرت"));
  EXPECT_EQ(perfect.tense, VerbTense::kPerfect);
  EXPECT_EQ(perfect.gender, VerbGender::kFeminine);
  const VerbFeatures future = FeaturesOf(Word("سيعلنون"));
  EXPECT_EQ(future.tense, VerbTense::kImperfect);
  EXPECT_EQ(future.number, VerbNumber::kPlural);
  EXPECT_TRUE(future.future);
  EXPECT_EQ(FeaturesOf(Word("الشركة")).tense, VerbTense::kUnknown);
}

TEST(VerbFeaturesTest, SeesPassivesThatConsonantsOrMarksBetray) {
  EXPECT_EQ(FeaturesOf(Word("أقيل")).voice, VerbVoice::kPassive);
  EXPECT_EQ(FeaturesOf(Word("اختيرت")).voice, VerbVoice::kPassive);
  EXPECT_EQ(FeaturesOf(Word("نقل"), "نُقِل").voice, VerbVoice::kPassive);
  EXPECT_EQ(FeaturesOf(Word("نقل")).voice, VerbVoice::kUnknown);
}

TEST(MorphologyTest, SurvivesRandomWords) {
  std::mt19937 random(5);
  const char* letters[] = {"و", "ف", "ب", "ك", "ل", "ا",      "ل", "س", "ي",
                           "ت", "ه", "م", "ن", "أ", "ة",      "ى", "ء", "ؤ",
                           "ئ", "َ",  "ـ", "ر", "د", "\uFEFB", "1", "a", " "};
  std::uniform_int_distribution<size_t> pick(0, std::size(letters) - 1);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 24; ++i) text += letters[pick(random)];
    const Analysis analysis = Analyzed(text);
    for (const Token& token : analysis.tokens) {
      ASSERT_FALSE(token.base.empty()) << text;
      ASSERT_FALSE(token.lemma.empty()) << text;
      FeaturesOf(token, analysis.Quote(token.range));
    }
  }
}

}  // namespace
}  // namespace isnad::extraction
