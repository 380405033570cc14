#include "services/extraction/names/name_tagger.h"

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "services/extraction/names/tagged_text.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

struct Case {
  std::string text;
  // "surface/TYPE/label" entries that must be there, joined by "; ".
  std::string mentions;
};

int PeopleIn(const std::string& text) {
  const Analysis analysis = TagText(text);
  int people = 0;
  for (const EntityRecord& entity : analysis.entities) {
    people += entity.type == EntityType::kPerson ? 1 : 0;
  }
  return people;
}

void ExpectExactly(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(MentionsOf(TagText(c.text)), c.mentions) << c.text;
}

TEST(GazetteerNamesTest, ProcliticsAndQuotationMarksAreLeftOut) {
  ExpectExactly({
      {"وقعت إنتل عقدا مع سامسونج.", "إنتل/ORG/intel; سامسونج/ORG/samsung"},
      {"يعمل لدى \"كوهير\" فريق كبير", "كوهير/ORG/cohere"},
      {"انتقل من «ميسترال» إلى لكوالكوم", "ميسترال/ORG/mistral-ai; كوالكوم/ORG/qualcomm"},
      {"استعانت بأنثروبيك ولأوراكل", "أنثروبيك/ORG/anthropic; أوراكل/ORG/oracle"},
      {"عقد لـOpenAI مع مايكروسوفت", "OpenAI/ORG/openai; مايكروسوفت/ORG/microsoft"},
      {"شراكة بين اوبن اي اي وسوفت بنك", "اوبن اي اي/ORG/openai; سوفت بنك/ORG/softbank"},
  });
}

TEST(GazetteerNamesTest, SpellingsOfOneNameAreOneEntity) {
  const Analysis analysis =
      TagText("قال مارك زوكربيرغ إن الفريق صغير. وأضاف زوكربيرج أن الخطة قائمة، ورد مارك زاكربرغ.");
  ASSERT_EQ(analysis.entities.size(), 1u) << MentionsOf(analysis);
  EXPECT_EQ(analysis.mentions.size(), 3u);
  EXPECT_EQ(analysis.entities[0].lexicon_key, "mark-zuckerberg");
  EXPECT_EQ(analysis.mentions[1].kind, MentionKind::kShortName);
  EXPECT_EQ(analysis.entities[0].external_ids.at("wikidata"), "Q36215");
}

TEST(GazetteerNamesTest, LongestNameWins) {
  ExpectExactly({
      {"يقود مختبرات ميتا للذكاء الفائق باحثون",
       "مختبرات ميتا للذكاء الفائق/ORG/meta-superintelligence-labs"},
      {"رحل عن غوغل ديب مايند", "غوغل ديب مايند/ORG/google-deepmind"},
      {"زار الإمارات العربية المتحدة ثم الهند",
       "الإمارات العربية المتحدة/LOC/united-arab-emirates; الهند/LOC/india"},
  });
}

TEST(GazetteerNamesTest, CommonWordsAreNoNames) {
  ExpectExactly({
      {"بلغ طول الجسر مئة متر", ""},
      {"يبيع الفلاح مانغو طازجة", ""},
      {"هذه نون النسوة", ""},
      {"كتب الطالب بحثا عن الحياة في الصحراء", ""},
      {"دخل الميتافيرس مرحلة جديدة", "الميتافيرس/PRO/metaverse"},
      {"It took some time to target the right block of code", ""},
  });
}

TEST(GazetteerNamesTest, AmbiguousNamesCountBesideACue) {
  ExpectExactly({
      {"أعلنت شركة نون نتائجها", "نون/ORG/noon"},
      {"استحوذت شركة \"بلوك\" على متجر", "بلوك/ORG/block"},
      {"نقلت قناة الجزيرة عن مصدر", "الجزيرة/ORG/al-jazeera"},
      {"The money went to the startup Surge last year", "Surge/ORG/surge-ai"},
  });
}

TEST(UnknownPeopleTest, GivenNamesTitlesAndSpeakersBetrayThem) {
  ExpectExactly({
      {"انضم جيمس هاريسون إلى الفريق", "جيمس هاريسون/PER/جيمس هاريسون"},
      {"قال بيرتراند ديلاكور إن السوق صعبة", "بيرتراند ديلاكور/PER/بيرتراند ديلاكور"},
      {"صرح الباحث تشيغورو واتانابي لوسائل الإعلام", "تشيغورو واتانابي/PER/تشيغورو واتانابي"},
      {"من هو دراغومير ستانكيفيتش؟", "دراغومير ستانكيفيتش/PER/دراغومير ستانكيفيتش"},
      {"خالد بن راشد مدير المركز", "خالد بن راشد/PER/خالد بن راشد"},
  });
}

TEST(LatinNamesTest, WhatStandsTogetherInLatinLettersIsOneName) {
  const std::string mentions = MentionsOf(
      TagText("قاد الجولة صندوق Casablanca Ventures وشاركت فيها Orange Maroc وخدمة Careem Quik"));
  EXPECT_TRUE(absl::StrContains(mentions, "Casablanca Ventures/ORG")) << mentions;
  EXPECT_TRUE(absl::StrContains(mentions, "Orange Maroc/ORG")) << mentions;
  EXPECT_TRUE(absl::StrContains(mentions, "Careem Quik/PRO/")) << mentions;
}

TEST(GazetteerTest, AWordOfItsOwnIsNoNameBehindAPreposition) {
  EXPECT_EQ(MentionsOf(TagText("لم يعلن المجلس عن بديل بعد")), "");
}

TEST(UnknownPeopleTest, TitleWithOrganisationLeadsToTheName) {
  const std::string mentions =
      MentionsOf(TagText("قال الرئيس التنفيذي لشركة إنتل غريغوري ستيفنسون إن العام صعب"));
  EXPECT_TRUE(absl::StrContains(mentions, "غريغوري ستيفنسون/PER")) << mentions;
  EXPECT_TRUE(absl::StrContains(mentions, "إنتل/ORG/intel")) << mentions;
}

TEST(UnknownPeopleTest, LatinSpellingInParenthesesIsTheSamePerson) {
  const Analysis analysis = TagText("تولى دراغان بيتروفيتش (Dragan Petrovic) إدارة المشروع.");
  ASSERT_EQ(analysis.entities.size(), 1u) << MentionsOf(analysis);
  EXPECT_EQ(analysis.entities[0].label_ar, "دراغان بيتروفيتش");
  EXPECT_EQ(analysis.entities[0].label_en, "Dragan Petrovic");
}

TEST(UnknownPeopleTest, SurnameAloneIsTheSamePerson) {
  const Analysis analysis = TagText("وصل توماس لينديمان أمس إلى المقر. ثم غادر لينديمان بعد ساعة.");
  ASSERT_EQ(analysis.entities.size(), 1u) << MentionsOf(analysis);
  ASSERT_EQ(analysis.mentions.size(), 2u);
  EXPECT_EQ(analysis.mentions[1].kind, MentionKind::kShortName);
  EXPECT_EQ(analysis.mentions[1].rule, "surname");
}

TEST(UnknownPeopleTest, SurnameIsNotCutAtALetterThatLooksLikeAConjunction) {
  const Analysis analysis = TagText("عين بيتر وانغ مديرا. وقال وانغ إنه سعيد.");
  ASSERT_EQ(analysis.entities.size(), 1u) << MentionsOf(analysis);
  EXPECT_EQ(analysis.Quote(analysis.mentions[1].range), "وانغ");
}

TEST(UnknownPeopleTest, SpellingsInsideATextAreMerged) {
  const Analysis analysis =
      TagText("قاد المشروع جورج ستروغانوف منذ عام. ويرى جورج ستروجانوف أنه ناجح.");
  EXPECT_EQ(analysis.entities.size(), 1u) << MentionsOf(analysis);
}

TEST(UnknownOrganisationsTest, CueNounsGiveTheType) {
  ExpectExactly({
      {"استثمرت شركة زيلوترا الناشئة في المصنع", "زيلوترا/ORG/زيلوترا"},
      {"أطلقت نموذج \"نجم الصباح\" أمس", "نجم الصباح/PRO/نجم الصباح"},
      {"ذكرت صحيفة \"صوت الضفة\" ذلك", "صوت الضفة/ORG/صوت الضفة"},
  });
  const Analysis analysis = TagText("أطلقت شركة Zelotra Labs نموذج Quillon 7 أمس");
  ASSERT_EQ(analysis.entities.size(), 2u) << MentionsOf(analysis);
  EXPECT_EQ(analysis.entities[0].type, EntityType::kOrganization);
  EXPECT_EQ(analysis.entities[1].type, EntityType::kProduct);
  EXPECT_EQ(analysis.Quote(analysis.mentions[1].range), "Quillon 7");
}

TEST(UnknownOrganisationsTest, VersionsOfKnownProductsBelongToTheirMaker) {
  const Analysis analysis = TagText("طرحت الشركة Gemini 7.5 للمطورين");
  ASSERT_EQ(analysis.entities.size(), 1u) << MentionsOf(analysis);
  EXPECT_EQ(analysis.Quote(analysis.mentions[0].range), "Gemini 7.5");
  EXPECT_EQ(analysis.entities[0].type, EntityType::kProduct);
  EXPECT_EQ(analysis.entities[0].parent_key, "google");
}

TEST(EnglishQuestionsTest, KnownAndUnknownNamesAreFound) {
  ExpectExactly({
      {"How long did Tobias Lindqvist stay at Cohere?",
       "Tobias Lindqvist/PER/Tobias Lindqvist; Cohere/ORG/cohere"},
      {"Who is the CEO of Mistral?", "Mistral/ORG/mistral-ai"},
      {"what did zuckerberg promise?", "zuckerberg/PER/mark-zuckerberg"},
      {"who left openai and joined meta", "openai/ORG/openai; meta/ORG/meta-platforms"},
      {"Which company bought Zelotra Labs?", "Zelotra Labs/ORG/Zelotra Labs"},
      {"What is Nvidia's newest chip?", "Nvidia/ORG/nvidia"},
  });
}

TEST(NameTaggerTest, CommonSentencesHoldNoNames) {
  for (const std::string text :
       {"ذهب الطلاب إلى المدرسة صباحا وعادوا مساء", "ارتفعت أسعار النفط بعد قرار خفض الإنتاج",
        "تعمل الشركة على تطوير نماذج جديدة للذكاء الاصطناعي", "قال مصدر مطلع إن الخطة تأجلت",
        "وأوضح التقرير أن عدد الموظفين تراجع", "قرر الفريق تأجيل إطلاق النموذج إلى العام المقبل",
        "أطلقت الشركة نماذج تعنى بتوليد الصور", "يرى محللون أن السوق تتجه نحو الاستقرار",
        "كيف يمكن تحسين أداء الشركة؟"}) {
    EXPECT_EQ(MentionsOf(TagText(text)), "") << text;
  }
}

TEST(NameTaggerTest, EveryMentionHasAnEntityAndAQuote) {
  const Analysis analysis = TagText("وقعت أبل وغوغل اتفاقا في كاليفورنيا، وفق رويترز.");
  EXPECT_EQ(analysis.mentions.size(), 4u) << MentionsOf(analysis);
  int end = 0;
  for (const Mention& mention : analysis.mentions) {
    EXPECT_GE(mention.range.begin, end);
    end = mention.range.end;
    ASSERT_LT(mention.entity, static_cast<int>(analysis.entities.size()));
    bool counted = false;
    for (const AliasRecord& alias : analysis.entities[mention.entity].aliases) {
      EXPECT_EQ(alias.folded_key, Fold(alias.surface));
      counted = counted || (alias.count > 0 && alias.surface == analysis.Quote(mention.range));
    }
    EXPECT_TRUE(counted);
  }
}

TEST(NameTaggerTest, EmptyAndStrangeTextsAreSurvived) {
  for (const std::string text :
       {"", " ", "\"\"", "((((", "و", "ال", "A", "…", "123", "🙂 🙂"}) {
    EXPECT_EQ(MentionsOf(TagText(text)), "") << text;
  }
}

TEST(EntityLinkerTest, UnknownNamesMeetInBothScripts) {
  EXPECT_EQ(PeopleIn("قالت الباحثة كاترينا فولكوفا إن النموذج جاهز. وأضافت Katerina Volkova أن "
                     "الشركة ستطلقه. وختمت فولكوفا حديثها."),
            1);
}

TEST(EntityLinkerTest, SpellingsOfUnknownPeopleMeet) {
  EXPECT_EQ(PeopleIn("التقى الرئيس التنفيذي هاينريش بيرغمان الموظفين. وقال المدير هاينريش "
                     "بيرجمان إن العمل مستمر."),
            1);
}

TEST(EntityLinkerTest, LikeNamesOfTwoPeopleStayApart) {
  EXPECT_EQ(PeopleIn("قال الباحث توماس هالستروم إن العمل بدأ. وقال الباحث مارتن هالستروم إنه "
                     "انتهى."),
            2);
}

}  // namespace
}  // namespace isnad::extraction
