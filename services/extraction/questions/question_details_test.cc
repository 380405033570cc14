// Limits, alternatives, attributes, parts, modality and terms of questions.

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "gtest/gtest.h"
#include "services/extraction/questions/arabic_question_names.h"
#include "services/extraction/questions/question_fixture.h"
#include "services/extraction/questions/word_keys.h"

namespace isnad::extraction {
namespace {

QuestionReading Read(absl::string_view question) { return QuestionFixture::Get().Read(question); }

std::string Quote(absl::string_view question, ByteRange range) {
  return std::string(question.substr(range.begin, range.end - range.begin));
}

const QueryTerm* FindTerm(const QuestionReading& reading, const std::string& term,
                          QueryTerm::Field field) {
  for (const QueryTerm& candidate : reading.terms) {
    if (candidate.term == term && candidate.field == field) return &candidate;
  }
  return nullptr;
}

const QueryTerm* FindStemOf(const QuestionReading& reading, const std::string& word) {
  return FindTerm(reading, QuestionFixture::Get().morphology().Stem(word), QueryTerm::Field::kStem);
}

TEST(QuestionLimitsTest, SourceIsReadAsWorded) {
  struct Row {
    const char* question;
    const char* source;
  };
  for (const Row& row : std::vector<Row>{
           {"كم موظفا سرحت إنتل بحسب رويترز؟", "رويترز"},
           {"بحسب بلومبرغ، كم دفعت أبل؟", "بلومبرغ"},
           {"وفقا لصحيفة فايننشال تايمز كم استثمرت أمازون؟", "لصحيفة فايننشال تايمز"},
           {"According to Reuters, how many employees did Intel lay off?", "Reuters"},
           {"How much did Apple pay, according to the Financial Times?", "the Financial Times"},
           {"ما أسباب الاستقالة حسب مقال الرواتب؟", "مقال الرواتب"},
           {"Who left Apple, according to sources?", ""},
           {"What does Apple pay per share?", ""},
           {"Per Reuters, who left Apple?", "Reuters"},
           {"كم دفعت أبل وفق المصادر المختلفة؟", ""},
           {"Who left Apple?", ""}}) {
    SCOPED_TRACE(row.question);
    EXPECT_EQ(Quote(row.question, Read(row.question).source_limit), row.source);
  }
}

TEST(QuestionLimitsTest, DatesLimitTheTime) {
  const QuestionReading reading = Read("من غادر أبل في يوليو 2025؟");
  ASSERT_TRUE(reading.time_limit.has_value());
  EXPECT_EQ(reading.time_limit->start->year, 2025);
  EXPECT_EQ(reading.time_limit->start->month, 7);
  EXPECT_EQ(reading.time_limit->end->month, 8);
}

TEST(QuestionLimitsTest, BeforeAndSinceLeaveOneEndOpen) {
  const QuestionReading before = Read("Who left Apple before 2024?");
  ASSERT_TRUE(before.time_limit.has_value());
  EXPECT_FALSE(before.time_limit->start.has_value());
  ASSERT_TRUE(before.time_limit->end.has_value());
  EXPECT_EQ(before.time_limit->end->year, 2024);
  const QuestionReading since = Read("من انضم إلى غوغل منذ 2023؟");
  ASSERT_TRUE(since.time_limit.has_value());
  ASSERT_TRUE(since.time_limit->start.has_value());
  EXPECT_EQ(since.time_limit->start->year, 2023);
  EXPECT_FALSE(since.time_limit->end.has_value());
}

TEST(QuestionLimitsTest, NoDateNoLimit) {
  EXPECT_FALSE(Read("متى أطلقت غوغل جيميناي؟").time_limit.has_value());
  EXPECT_FALSE(Read("When did Cook join Apple?").time_limit.has_value());
}

TEST(QuestionLimitsTest, AlternativesAreQuoted) {
  const char* english = "Does Sara Alami work at Intel or at Siemens?";
  const QuestionReading reading = Read(english);
  ASSERT_EQ(reading.alternatives.size(), 2u);
  EXPECT_EQ(Quote(english, reading.alternatives[0]), "at Intel");
  EXPECT_EQ(Quote(english, reading.alternatives[1]), "at Siemens");
  const char* arabic = "هل استحوذت على ميسترال أبل أم أمازون؟";
  const QuestionReading second = Read(arabic);
  ASSERT_EQ(second.alternatives.size(), 2u);
  EXPECT_EQ(Quote(arabic, second.alternatives[0]), "أبل");
  EXPECT_EQ(Quote(arabic, second.alternatives[1]), "أمازون");
}

// "أم" begins many names, and stands between what one may choose; "&" is part of a name.
TEST(QuestionLimitsTest, WhatJoinsAlternativesIsNoPartOfTheirNames) {
  const char* arabic = "أي الشركتين أكثر موظفين: زرقون أم سنديار؟";
  const QuestionReading reading = Read(arabic);
  ASSERT_EQ(reading.alternatives.size(), 2u);
  EXPECT_EQ(Quote(arabic, reading.alternatives[0]), "زرقون");
  EXPECT_EQ(Quote(arabic, reading.alternatives[1]), "سنديار");
  for (const QuestionEntity& entity : reading.entities) {
    EXPECT_FALSE(absl::StrContains(Quote(arabic, entity.span), "أم")) << entity.label_ar;
  }
  const char* english = "Which has more staff, Intel or e& Egypt?";
  const QuestionReading second = Read(english);
  ASSERT_EQ(second.alternatives.size(), 2u);
  EXPECT_EQ(Quote(english, second.alternatives[1]), "e& Egypt");
}

TEST(QuestionAttributesTest, DetailsOfEntitiesAreNamed) {
  struct Row {
    const char* question;
    const char* attribute;
  };
  for (const Row& row :
       std::vector<Row>{{"ما الاسم الأول لهوانغ؟", "GIVEN_NAME"},
                        {"What is Huang's first name?", "GIVEN_NAME"},
                        {"ما راتب تيم كوك؟", "SALARY"},
                        {"What is the salary of Tim Cook?", "SALARY"},
                        {"كم يتقاضى تيم كوك سنويا؟", "SALARY"},
                        {"How much does Tim Cook earn?", "SALARY"},
                        {"كم يتقاضى المهندس في إنتل؟", ""},
                        {"How old is Elon Musk?", "AGE"},
                        {"كم عمر إيلون ماسك؟", "AGE"},
                        {"من خليفة تيم كوك؟", "SUCCESSOR"},
                        {"Who is Tim Cook's successor?", "SUCCESSOR"},
                        {"What did Siemens pay per share?", "UNIT_PRICE"},
                        {"كم دفعت سيمنز للسهم الواحد؟", "UNIT_PRICE"},
                        {"How much does Siemens pay per month?", ""},
                        {"Whom did Tim Cook replace?", "PREDECESSOR"},
                        {"Who was replaced by Tim Cook?", "PREDECESSOR"},
                        {"Who will replace Tim Cook?", ""},
                        {"من حل محله تيم كوك في أبل؟", "PREDECESSOR"},
                        {"من الذي خلفه تيم كوك؟", "PREDECESSOR"},
                        {"من حل محل تيم كوك؟", ""},
                        {"ما جنسية هاسابيس؟", "NATIONALITY"},
                        {"What is the nationality of Hassabis?", "NATIONALITY"},
                        {"What was the net profit of Intel?", "PROFIT"},
                        {"كم بلغت إيرادات إنتل؟", "REVENUE"},
                        {"What is the valuation of Mistral?", "VALUATION"},
                        {"How much is Siemens valued at?", "VALUATION"},
                        {"How much is the pact between Siemens and Intel worth?", ""},
                        {"بكم قدرت قيمة سيمنز في الجولة؟", "VALUATION"},
                        {"بكم قدرت قيمة الصفقة بين سيمنز وإنتل؟", ""},
                        {"ما قيمة صفقة إنتل؟", ""},
                        {"ما رواتب المهندسين في إنتل؟", ""},
                        {"What was the dispute at Intel about?", "TOPIC"},
                        {"Where was Tim Cook born?", "BIRTHPLACE"},
                        {"متى ولد تيم كوك؟", "BIRTH_DATE"},
                        {"What is Intel?", ""},
                        {"Who is the CEO of Intel?", ""}}) {
    SCOPED_TRACE(row.question);
    EXPECT_EQ(Read(row.question).asked_attribute, row.attribute);
  }
}

TEST(QuestionNamesTest, ALanguageIsNoName) {
  const QuestionReading reading = Read("When will the Arabic version of Gemini come out?");
  ASSERT_EQ(reading.entities.size(), 1u);
  EXPECT_EQ(reading.entities[0].lexicon_key, "gemini");
}

TEST(QuestionNamesTest, WhereSomebodyIsFromIsNoName) {
  for (const char* question :
       {"Which Frenchman runs Intel?", "Which North African firms rival Intel?",
        "Which Middle Eastern banks lent to Intel?"}) {
    EXPECT_EQ(Read(question).entities.size(), 1u) << question;
  }
}

TEST(QuestionNamesTest, AnAdjectiveOfACountryIsNoSurname) {
  const char* question = "Who advises the Kuwaiti group on its bid for Intel?";
  for (const QuestionEntity& entity : Read(question).entities) {
    EXPECT_NE(Quote(question, entity.span), "Kuwaiti");
  }
}

TEST(QuestionAttributesTest, AGroupThatOwnsIsNoPartOfAHouse) {
  EXPECT_EQ(Read("Which group does the ferry operator belong to?").answer_class, "");
  EXPECT_EQ(Read("Which group at Intel designs chips?").answer_class, "DIVISION");
}

TEST(QuestionNamesTest, TwoCountriesJoinedAreNoName) {
  const char* question = "What will the Turkish-Egyptian cement plant cost?";
  for (const QuestionEntity& entity : Read(question).entities) {
    EXPECT_NE(Quote(question, entity.span), "Turkish-Egyptian");
  }
}

TEST(QuestionNamesTest, ParticiplesOfRareVerbsDescribe) {
  EXPECT_TRUE(Read("متى تباع الأراضي المستقطعة من المزرعة؟").entities.empty());
  EXPECT_TRUE(Read("ما الرقمان المتعارضان عن الحريق؟").entities.empty());
}

TEST(QuestionPartsTest, ForHowManyCountsPeopleAndMeasuresTime) {
  EXPECT_EQ(static_cast<int>(Read("لكم موظفا يتسع مقر إنتل؟").kind),
            static_cast<int>(QuestionKind::kHowMany));
  EXPECT_EQ(static_cast<int>(Read("لكم سنة يمتد عقد إنتل؟").kind),
            static_cast<int>(QuestionKind::kHowLong));
}

TEST(QuestionPartsTest, TwoQuestionsInOneAreReadApart) {
  const QuestionReading reading = Read("من أسس ميسترال، وفي أي عام؟");
  ASSERT_EQ(reading.parts.size(), 2u);
  EXPECT_EQ(static_cast<int>(reading.parts[0].kind), static_cast<int>(QuestionKind::kWho));
  EXPECT_EQ(static_cast<int>(reading.parts[1].kind), static_cast<int>(QuestionKind::kWhen));
  ASSERT_FALSE(reading.parts[1].relations.empty());
  EXPECT_EQ(reading.parts[1].relations[0].fact_type, "FOUNDED");
  EXPECT_EQ(reading.parts[1].relations[0].asked_role, "date");
  EXPECT_EQ(reading.parts[1].entities.size(), 1u);
  EXPECT_NE(FindTerm(reading.parts[1], "mistral", QueryTerm::Field::kSurface), nullptr);
}

TEST(QuestionPartsTest, EnglishSecondQuestionBorrowsTheFirst) {
  const QuestionReading reading = Read("Who acquired DeepMind, and when?");
  ASSERT_EQ(reading.parts.size(), 2u);
  EXPECT_EQ(static_cast<int>(reading.parts[1].kind), static_cast<int>(QuestionKind::kWhen));
  ASSERT_FALSE(reading.parts[1].relations.empty());
  EXPECT_EQ(reading.parts[1].relations[0].fact_type, "ACQUIRED");
}

TEST(QuestionPartsTest, SelfContainedPartsKeepTheirOwnRelations) {
  const QuestionReading reading = Read("كم استثمرت أمازون في أنثروبيك، ولماذا غادر ماسك تسلا؟");
  ASSERT_EQ(reading.parts.size(), 2u);
  ASSERT_FALSE(reading.parts[1].relations.empty());
  EXPECT_EQ(reading.parts[1].relations[0].fact_type, "LEFT");
  EXPECT_EQ(reading.parts[1].relations[0].asked_role, "cause");
}

TEST(QuestionPartsTest, OneQuestionHasNoParts) {
  EXPECT_TRUE(Read("من غادر أبل؟").parts.empty());
  EXPECT_TRUE(Read("What did Musk and Cook say about Intel?").parts.empty());
  EXPECT_TRUE(Read("ماذا قال ماسك وكوك عن إنتل؟").parts.empty());
}

TEST(QuestionModalityTest, PlansAreToldFromWhatHappened) {
  const auto modality = [](absl::string_view question) {
    const QuestionReading reading = Read(question);
    return reading.relations.empty() ? QuestionModality::kUnspecified
                                     : reading.relations[0].modality;
  };
  EXPECT_EQ(modality("كم موظفا ستسرح إنتل؟"), QuestionModality::kPlanned);
  EXPECT_EQ(modality("How many employees does Intel plan to lay off?"), QuestionModality::kPlanned);
  EXPECT_EQ(modality("Will Apple acquire Mistral?"), QuestionModality::kPlanned);
  EXPECT_EQ(modality("كم موظفا سرحت إنتل؟"), QuestionModality::kActual);
  EXPECT_EQ(modality("How many employees did Intel lay off?"), QuestionModality::kActual);
}

TEST(QuestionNegationTest, NegatedQuestionsAreMarked) {
  EXPECT_TRUE(Read("ألم يستقل تيم كوك؟").negated);
  EXPECT_TRUE(Read("Didn't Tim Cook resign?").negated);
  EXPECT_TRUE(Read("هل لم تستحوذ أبل على ميسترال؟").negated);
  EXPECT_FALSE(Read("Did Tim Cook resign?").negated);
  EXPECT_FALSE(Read("هل ما زال تيم كوك في أبل؟").negated);
}

TEST(QuestionRelationTest, TakingOverAPostBuysNothing) {
  const QuestionReading post = Read("Who took over as finance chief of Intel?");
  ASSERT_FALSE(post.relations.empty());
  EXPECT_NE(post.relations[0].fact_type, "ACQUIRED");
  const QuestionReading purchase = Read("Who took over Mistral?");
  ASSERT_FALSE(purchase.relations.empty());
  EXPECT_EQ(purchase.relations[0].fact_type, "ACQUIRED");
}

TEST(QuestionRelationTest, WhatIsReportedIsNotSupplied) {
  const char* question = "أي شركة ورد أنها ستبني مصنعا في مصر؟";
  for (const RelationReading& relation : Read(question).relations) {
    EXPECT_NE(Quote(question, relation.trigger), "ورد");
  }
}

TEST(QuestionFocusTest, FocusCoversAskingWordsAndNoun) {
  const char* english = "Which newspaper reported the talks?";
  EXPECT_EQ(Quote(english, Read(english).focus), "Which newspaper");
  const char* arabic = "في أي شهر أطلقت غوغل جيميناي؟";
  EXPECT_EQ(Quote(arabic, Read(arabic).focus), "في أي شهر");
}

TEST(QuestionTermsTest, EnglishWordsReachArabicText) {
  struct Row {
    const char* question;
    std::vector<const char*> arabic;
  };
  for (const Row& row :
       std::vector<Row>{{"Why is Toyota's data of low quality?", {"منخفضة", "الجودة", "رديئة"}},
                        {"Where does Tesla build its data center?", {"مركز", "بيانات"}},
                        {"Which startup did Amazon invest in?", {"ناشئة", "استثمر"}},
                        {"Who quit Apple?", {"غادر", "استقال", "رحيل"}},
                        {"How many employees did Intel lay off?", {"موظف", "تسريح"}},
                        {"What did doctors say about the vaccine?", {"أطباء", "لقاح"}},
                        {"Did Aramco sign an agreement with lawyers?", {"محامين", "اتفاقية"}},
                        {"Who leads the antitrust lawsuit?", {"احتكار", "دعوى"}}}) {
    SCOPED_TRACE(row.question);
    const QuestionReading reading = Read(row.question);
    for (const char* word : row.arabic) {
      std::string bare = word;
      if (bare.rfind("ال", 0) == 0) bare = bare.substr(4);
      EXPECT_NE(FindStemOf(reading, bare), nullptr) << word;
    }
  }
}

TEST(QuestionTermsTest, CompoundsThatNoLexiconHasAreReadByTheirWords) {
  const QuestionReading reading = Read("Who leads the hospital-worker union?");
  for (const char* word : {"مستشفى", "عامل"}) EXPECT_NE(FindStemOf(reading, word), nullptr) << word;
}

TEST(QuestionTermsTest, TranslationsWeighLessThanWordsOfTheQuestion) {
  const QuestionReading reading = Read("Did Apple delay the launch?");
  const QueryTerm* literal = FindTerm(reading, "delay", QueryTerm::Field::kSurface);
  ASSERT_NE(literal, nullptr);
  EXPECT_EQ(literal->weight, 1.0);
  const QueryTerm* translation = FindStemOf(reading, "تأجيل");
  ASSERT_NE(translation, nullptr);
  EXPECT_LT(translation->weight, literal->weight);
  EXPECT_EQ(static_cast<int>(translation->origin),
            static_cast<int>(QueryTerm::Origin::kTranslation));
  EXPECT_EQ(translation->word, literal->word);
}

TEST(QuestionTermsTest, SpellingsOfANameAreAlternativesOfOneWord) {
  const QuestionReading reading = Read("Who works with Jensen Huang?");
  const QueryTerm* latin = FindTerm(reading, "huang", QueryTerm::Field::kSurface);
  const QueryTerm* arabic = FindTerm(reading, "هوانغ", QueryTerm::Field::kSurface);
  ASSERT_NE(latin, nullptr);
  ASSERT_NE(arabic, nullptr);
  EXPECT_EQ(latin->word, arabic->word);
  EXPECT_EQ(arabic->weight, 1.0);
  EXPECT_EQ(static_cast<int>(arabic->origin), static_cast<int>(QueryTerm::Origin::kAlias));
}

TEST(QuestionTermsTest, AskingWordsAndSourcesGiveNoTerms) {
  const QuestionReading reading = Read("كم موظفا سرحت إنتل بحسب رويترز؟");
  EXPECT_EQ(FindTerm(reading, "كم", QueryTerm::Field::kSurface), nullptr);
  EXPECT_EQ(FindTerm(reading, "رويترز", QueryTerm::Field::kSurface), nullptr);
  EXPECT_EQ(FindTerm(reading, "بحسب", QueryTerm::Field::kSurface), nullptr);
  ASSERT_NE(FindTerm(reading, "سرحت", QueryTerm::Field::kSurface), nullptr);
}

TEST(QuestionTermsTest, AskedNounIsLight) {
  const QuestionReading reading = Read("أي صحيفة نشرت تفاصيل الصفقة؟");
  const QueryTerm* asked = FindTerm(reading, "صحيفه", QueryTerm::Field::kSurface);
  const QueryTerm* content = FindTerm(reading, "الصفقه", QueryTerm::Field::kSurface);
  ASSERT_NE(asked, nullptr);
  ASSERT_NE(content, nullptr);
  EXPECT_LT(asked->weight, content->weight / 2);
}

TEST(QuestionTermsTest, ArabicWordsBringSynonyms) {
  const QuestionReading reading = Read("لماذا رحل كوك؟");
  const QueryTerm* synonym = FindStemOf(reading, "استقال");
  ASSERT_NE(synonym, nullptr);
  EXPECT_EQ(static_cast<int>(synonym->origin), static_cast<int>(QueryTerm::Origin::kSynonym));
}

TEST(WordKeysTest, EnglishInflectionMeetsItsLemma) {
  for (const auto& pair :
       std::vector<std::pair<const char*, const char*>>{{"bought", "buy"},
                                                        {"planned", "plan"},
                                                        {"companies", "company"},
                                                        {"hired", "hire"},
                                                        {"criticised", "criticize"},
                                                        {"centres", "center"},
                                                        {"laid", "lay"},
                                                        {"hiring", "hire"},
                                                        {"invested", "invest"},
                                                        {"founded", "found"},
                                                        {"agencies", "agency"}}) {
    const auto keys = EnglishKeys(pair.first);
    EXPECT_NE(std::find(keys.begin(), keys.end(), pair.second), keys.end()) << pair.first;
  }
}

TEST(WordKeysTest, ArabicVerbFormsMeet) {
  for (const auto& pair : std::vector<std::pair<const char*, const char*>>{{"ستسرح", "سرح"},
                                                                           {"تغادر", "غادر"},
                                                                           {"استثمرت", "استثمر"},
                                                                           {"ينضم", "انضم"},
                                                                           {"يستقيل", "استقال"},
                                                                           {"غادروا", "غادر"}}) {
    EXPECT_TRUE(ShareKey(ArabicKeys(pair.first), LexiconWordKeys(pair.second))) << pair.first;
  }
}

TEST(QuestionAccountsTest, WhatAsksForAllAccountsKeepsTheFigureAskedFor) {
  for (const char* question :
       {"How many employees did Intel lay off in May? Do reports agree?",
        "What does the Siemens plant cost according to each article?",
        "كم موظفا سرحت إنتل؟ قارن بين المصادر.", "كم موظفا سرحت إنتل بحسب الجهتين؟",
        "What do the articles say about the size of the Mistral round?"}) {
    SCOPED_TRACE(question);
    const QuestionReading reading = Read(question);
    EXPECT_EQ(reading.kind, QuestionKind::kConflict);
    EXPECT_TRUE(reading.answer_type == AnswerType::kMoney ||
                reading.answer_type == AnswerType::kCount);
    EXPECT_TRUE(reading.parts.empty());
  }
}

TEST(QuestionAccountsTest, BothFiguresOfAYesOrNoAreThoseOfItsRelation) {
  const QuestionReading reading = Read("هل ما زال عدد موظفي إنتل واحدا في المقالات؟ اذكر الرقمين.");
  EXPECT_EQ(reading.kind, QuestionKind::kConflict);
  EXPECT_EQ(reading.answer_type, AnswerType::kCount);
}

TEST(QuestionValuesTest, AVerbOfExceedingMakesABound) {
  for (const char* question : {"هل تزيد كلفة مصنع سيمنز على خمسة ملايين دولار؟",
                               "Does the Siemens plant cost over 5 million dollars?"}) {
    SCOPED_TRACE(question);
    const QuestionReading reading = Read(question);
    ASSERT_EQ(reading.values.size(), 1u);
    EXPECT_EQ(reading.values[0].money.bound, Bound::kAtLeast);
  }
}

TEST(QuestionNamesTest, AVerbIsNoFirstWordOfAName) {
  const QuestionReading reading = Read("من أي شركة استقدمت رمال باي مديرها المالي؟");
  for (const QuestionEntity& entity : reading.entities) {
    for (const std::string& key : entity.folded_keys) {
      EXPECT_EQ(key.find("استقدمت"), std::string::npos) << key;
    }
  }
}

TEST(QuestionNamesTest, WhatNoLexiconHasIsANameInSmallLetters) {
  const QuestionReading reading = Read("how much did nadia barmoun pay for zulfa");
  ASSERT_EQ(reading.entities.size(), 2u);
  EXPECT_EQ(reading.entities[0].folded_keys[0], "nadia barmoun");
  EXPECT_EQ(reading.entities[1].folded_keys[0], "zulfa");
  // Who writes names with capital letters names nobody in small ones.
  EXPECT_TRUE(Read("How much did Nadia Barmoun pay for zulfa").entities.empty());
  EXPECT_TRUE(Read("when will the new offices finally open").entities.empty());
}

TEST(QuestionNamesTest, NamesInSmallLettersAreWhole) {
  for (const auto& [question, name] : {
           std::pair<const char*, const char*>{"who runs zulfa bank now", "zulfa bank"},
           {"when did barmoun ben zulfi resign", "barmoun ben zulfi"},
           {"where did shirin hassabis work before", "shirin hassabis"},
           {"what did barmoun al-zulfi say", "barmoun al-zulfi"},
       }) {
    const QuestionReading reading = Read(question);
    ASSERT_EQ(reading.entities.size(), 1u) << question;
    EXPECT_EQ(reading.entities[0].folded_keys[0], name);
  }
  EXPECT_TRUE(Read("how many workers left since september").entities.empty());
}

TEST(QuestionNamesTest, AVerbWithItsPrepositionIsNoName) {
  EXPECT_EQ(Read("Which airline did Sara Alami go to?").entities.size(), 1u);
}

// The words of the question that describe somebody instead of naming him, joined by "|".
std::string Described(absl::string_view question) {
  std::string described;
  for (const QuestionEntity& entity : Read(question).entities) {
    if (!entity.folded_keys.empty()) continue;
    if (!described.empty()) described += "|";
    described += Quote(question, entity.span);
  }
  return described;
}

TEST(QuestionDescriptionsTest, DefiniteDescriptionsStandForNames) {
  EXPECT_EQ(Described("When will the Finnish studio release its next racer?"), "Finnish studio");
  EXPECT_EQ(Described("How much did the Omani water-tech start-up raise?"),
            "Omani water-tech start-up");
  EXPECT_EQ(Described("Who will lead the Casablanca lender?"), "Casablanca lender");
  EXPECT_EQ(Described("كم عاملا استغنى عنهم الاستوديو النرويجي؟"), "الاستوديو النرويجي");
  EXPECT_EQ(Described("من يقود شركة الشحن العمانية الناشئة؟"), "شركة الشحن العمانية الناشئة");
  EXPECT_EQ(Described("كم جمعت شركة صناعة الأدوية؟"), "شركة صناعة الأدوية");
  EXPECT_EQ(Described("من يقود شركة معدات الأشعة؟"), "شركة معدات الأشعة");
}

TEST(QuestionDescriptionsTest, WhoWorksForManyHousesAndRulesInForceAreNone) {
  EXPECT_EQ(Described("ماذا طلب مصممي الألعاب النرويجيين من الوزير؟"), "");
  EXPECT_EQ(Described("متى يبدأ تطبيق الضريبة الجديدة على الواردات؟"), "");
}

TEST(QuestionDescriptionsTest, DescriptionsBesideNamesAndWhatIsAskedAreNone) {
  EXPECT_EQ(Described("Did the Finnish studio Remedy delay its game?"), "");
  EXPECT_EQ(Described("Who is the new company led by?"), "");
  EXPECT_EQ(Described("Which Finnish studio delayed its game?"), "");
  EXPECT_EQ(Described("من يقود شركة الشحن العمانية «سفانة»؟"), "");
  EXPECT_EQ(Described("كم شركة سعودية ناشئة أغلقت؟"), "");
}

TEST(QuestionDescriptionsTest, TheDescribedIsAnEndOfTheRelation) {
  const QuestionReading reading = Read("Who bought the Finnish studio?");
  ASSERT_FALSE(reading.relations.empty());
  EXPECT_EQ(reading.relations[0].fact_type, "ACQUIRED");
  ASSERT_FALSE(reading.relations[0].fillers.empty());
  EXPECT_EQ(reading.relations[0].fillers[0].role, "object");
}

// The words of the only name, which is first found in `tokens`.
std::string Refined(absl::string_view question, TokenRange tokens, EntityType type) {
  Analysis analysis = QuestionFixture::Get().Analyze(question);
  analysis.mentions.clear();
  EntityRecord entity;
  entity.type = type;
  entity.aliases.push_back({});
  analysis.entities.assign(1, entity);
  Mention mention;
  mention.tokens = tokens;
  mention.range = analysis.BytesOf(tokens);
  mention.entity = 0;
  mention.rule = "learned";
  analysis.mentions.push_back(mention);
  const Analysis refined = ArabicQuestionNames().Refine(analysis);
  return std::string(refined.Quote(refined.mentions.front().range));
}

TEST(QuestionNamesTest, AForeignWordBehindAPlaceMakesItAHouse) {
  EXPECT_EQ(Refined("كم عاملا سرحت النيل ماركتس؟", {3, 4}, EntityType::kLocation), "النيل ماركتس");
  EXPECT_EQ(Refined("متى تفتح الشركة مكتبها في دبي رسميا؟", {5, 6}, EntityType::kLocation), "دبي");
}

}  // namespace
}  // namespace isnad::extraction
