#include "services/extraction/reference/reference_resolver.h"

#include <algorithm>
#include <string>

#include "gtest/gtest.h"
#include "services/extraction/names/tagged_text.h"
#include "services/extraction/reference/document_subject.h"

namespace isnad::extraction {
namespace {

Analysis Resolved(const std::string& text) {
  static const ReferenceResolver* const resolver =
      ReferenceResolver::Create(LexiconFiles::Embedded()).value().release();
  Analysis analysis = TagText(text);
  resolver->Resolve(&analysis);
  return analysis;
}

// Lexicon key of what the words stand for, "" when they are no mention.
std::string Referent(const Analysis& analysis, const std::string& words) {
  for (const Mention& mention : analysis.mentions) {
    if (mention.kind != MentionKind::kDescription && mention.kind != MentionKind::kPronoun)
      continue;
    if (analysis.Quote(mention.range) == words) {
      return analysis.entities[mention.entity].lexicon_key;
    }
  }
  return "";
}

TEST(ReferenceResolverTest, TheCompanyIsTheOneInMind) {
  const Analysis analysis =
      Resolved("أعلنت إنتل نتائج الربع الثالث. وقالت الشركة إنها ستبني مصنعا.");
  EXPECT_EQ(Referent(analysis, "الشركة"), "intel");
}

TEST(ReferenceResolverTest, ProcliticsAreLeftOut) {
  const Analysis analysis = Resolved("تراجع سهم نفيديا أمس. ويعود ذلك بالشركة إلى الوراء.");
  EXPECT_EQ(Referent(analysis, "الشركة"), "nvidia");
}

TEST(ReferenceResolverTest, ClassesKeepNewspapersAndCompaniesApart) {
  const Analysis analysis =
      Resolved("ذكرت فايننشال تايمز أن أوراكل تفاوض بنوكا. وأضافت الصحيفة أن الشركة تريد قرضا.");
  EXPECT_EQ(Referent(analysis, "الصحيفة"), "financial-times");
  EXPECT_EQ(Referent(analysis, "الشركة"), "oracle");
}

TEST(ReferenceResolverTest, LabsAreNotCompanies) {
  const Analysis analysis = Resolved("وظفت غوغل باحثين في ديب مايند. ويضم المختبر مئات العلماء.");
  EXPECT_EQ(Referent(analysis, "المختبر"), "google-deepmind");
}

TEST(ReferenceResolverTest, NothingFitsNothingIsAdded) {
  const Analysis analysis = Resolved("زار تيم كوك مدينة دبي. وقالت الصحيفة إن الزيارة قصيرة.");
  EXPECT_EQ(Referent(analysis, "الصحيفة"), "");
}

TEST(ReferenceResolverTest, NobodyHasAnInsideOrHousesForRivals) {
  const Analysis inside =
      Resolved("تلقت أوراكل ضربة مع رحيل ليلى منصور، التي كانت تشرف على الأبحاث فيها، أمس.");
  EXPECT_EQ(Referent(inside, "فيها"), "oracle");
  const Analysis rival =
      Resolved("خسرت أوراكل أمس ليلى منصور، التي قالت إنها انتقلت إلى منافستها نفيديا.");
  EXPECT_EQ(Referent(rival, "منافستها"), "oracle");
}

TEST(ReferenceResolverTest, QuotedSurnamesAreTheHouse) {
  const Analysis analysis = Resolved(
      "اشترت \"أوراكل\" شركة \"سوندال ثيرابيوتكس\" أمس. وقال بيتر سوندال إنه يرفض. ويعمل لدى "
      "\"سوندال\" ستون شخصا.");
  const auto quoted = std::find_if(
      analysis.mentions.rbegin(), analysis.mentions.rend(),
      [&](const Mention& mention) { return analysis.Quote(mention.range) == "سوندال"; });
  ASSERT_NE(quoted, analysis.mentions.rend());
  EXPECT_EQ(analysis.entities[quoted->entity].type, EntityType::kOrganization);
}

TEST(ReferenceResolverTest, AKnownHouseWithItsFieldIsTheSame) {
  const Analysis analysis = Resolved("أعلنت مجموعة زين للاتصالات نتائجها. وارتفع سهم زين أمس.");
  int houses = 0;
  for (const EntityRecord& entity : analysis.entities) {
    houses += entity.type == EntityType::kOrganization ? 1 : 0;
  }
  EXPECT_EQ(houses, 1);
}

TEST(ReferenceResolverTest, PossessivesPointToTheNearestFit) {
  const Analysis analysis = Resolved("أقالت ياهو رئيسها بعد خلاف طويل.");
  EXPECT_EQ(Referent(analysis, "رئيسها"), "yahoo");
}

TEST(ReferenceResolverTest, TitleOfTheCompanyIsItsHolder) {
  const Analysis analysis = Resolved(
      "تحدث الرئيس التنفيذي ليب بو تان في مؤتمر نظمته إنتل. ثم غادر الرئيس التنفيذي للشركة "
      "القاعة.");
  EXPECT_EQ(Referent(analysis, "الرئيس التنفيذي"), "lip-bu-tan");
}

TEST(ReferenceResolverTest, OwnerOfAProductIsFoundOnlyWhenNamed) {
  EXPECT_EQ(
      Referent(Resolved("تسعى ميتا إلى التوسع. وتنفق مالكة فيسبوك المليارات."), "مالكة فيسبوك"),
      "");
  const Analysis analysis = Resolved("تسعى ميتا إلى التوسع. وينفق عملاق التكنولوجيا المليارات.");
  EXPECT_EQ(Referent(analysis, "عملاق التكنولوجيا"), "meta-platforms");
}

TEST(ReferenceResolverTest, SubjectIsTheOrganisationNamedMost) {
  const Analysis analysis =
      Resolved("تدرس سوني بيع القسم. وكانت سوني قد رفضت عرضا من أبل. وتعمل سوني مع بنوك.");
  const int subject = DocumentSubject(analysis);
  ASSERT_GE(subject, 0);
  EXPECT_EQ(analysis.entities[subject].lexicon_key, "sony");
  EXPECT_EQ(DocumentSubject(Resolved("لا أسماء هنا")), -1);
}

TEST(ReferenceResolverTest, EachPartOfARoundUpHasItsOwnCompany) {
  const Analysis analysis = Resolved(
      "حركة المناصب في قطاع التقنية\n\nسوني:\n- استقال مدير الألعاب في سوني أمس.\n\nأبل:\n"
      "- عينت أبل مديرا ماليا.\n- ستفتح الشركة متجرا في الرباط.\n\nإنتل:\n"
      "- خفضت الشركة إنفاقها.\n");
  std::vector<std::string> companies;
  for (const Mention& mention : analysis.mentions) {
    if (analysis.Quote(mention.range) == "الشركة") {
      companies.push_back(analysis.entities[mention.entity].lexicon_key);
    }
  }
  EXPECT_EQ(companies, std::vector<std::string>({"apple", "intel"}));
}

TEST(ReferenceResolverTest, ParagraphsThatTurnToSomebodyNewAreAboutThem) {
  const Analysis analysis = Resolved(
      "أسبوع التقنية في سطور\n\nطوكيو: باعت سوني مصنعا للشاشات. وتملك سوني مصانع أخرى.\n\n"
      "كوبرتينو: عرضت أبل هاتفا جديدا.\n\nسانتا كلارا: سرحت إنتل ألف موظف.\n\n"
      "سول: ينتظر عملاء سامسونغ رقائق جديدة. وقالت الشركة إن الإنتاج بدأ.");
  EXPECT_EQ(Referent(analysis, "الشركة"), "samsung");
}

TEST(ReferenceResolverTest, WordsUnderALabelAreAboutItsHouse) {
  const Analysis analysis = Resolved(
      "نشرة المساء\n\nسوني\nرفضت عرضا من إريكسون لبيع مصنع. ولا يزال رئيسها في طوكيو.\n\n"
      "أبل\nعرضت هاتفا جديدا.\n\nإنتل\nاختارت سامسونغ لتصنيع شريحة. وتقول الشركة إن "
      "الإنتاج بدأ.\n");
  EXPECT_EQ(Referent(analysis, "رئيسها"), "sony");
  EXPECT_EQ(Referent(analysis, "الشركة"), "intel");
}

TEST(ReferenceResolverTest, ItemsOfARoundUpAreAboutTheirOwnHouse) {
  const Analysis analysis = Resolved(
      "حصاد الأيام\n\n1) بيع: باعت سوني مصنعا للشاشات.\n\n2) عرض: عرضت أبل هاتفا جديدا.\n\n"
      "3) تسريح: سرحت إنتل ألف موظف.\n\n4) رقائق: ينتظر عملاء سامسونغ رقائق جديدة. وقالت "
      "الشركة إن الإنتاج بدأ.\n");
  EXPECT_EQ(Referent(analysis, "الشركة"), "samsung");
}

// Which entity is named or meant by the last words of that spelling; -1 without.
int LastEntity(const Analysis& analysis, const std::string& words) {
  int entity = -1;
  for (const Mention& mention : analysis.mentions) {
    if (analysis.Quote(mention.range) == words) entity = mention.entity;
  }
  return entity;
}

TEST(ReferenceResolverTest, QuotedPartsOfANameStandForTheHouse) {
  const Analysis analysis =
      Resolved("أعلن بنك النيل المتحد نتائجه أمس. وقال مصدر إن «النيل المتحد» سيفتح فروعا.");
  ASSERT_GE(LastEntity(analysis, "بنك النيل المتحد"), 0);
  EXPECT_EQ(LastEntity(analysis, "النيل المتحد"), LastEntity(analysis, "بنك النيل المتحد"));
}

TEST(ReferenceResolverTest, PartsOfAHouseAreToldByKindAndField) {
  const Analysis analysis =
      Resolved("استقال رئيس وحدة الروبوتات في إنتل أمس. وقالت الوحدة إنها سرحت مئة موظف.");
  const int unit = LastEntity(analysis, "وحدة الروبوتات");
  ASSERT_GE(unit, 0);
  EXPECT_EQ(analysis.entities[unit].entity_class, "DIVISION");
  EXPECT_EQ(LastEntity(analysis, "الوحدة"), unit);
  EXPECT_EQ(LastEntity(Resolved("تدرس الجامعة فتح قسم الرياضيات قريبا."), "قسم الرياضيات"), -1);
}

TEST(ReferenceResolverTest, WhoPublishesATextIsNotItsSubject) {
  const Analysis analysis =
      Resolved("مدونة «حبر السوق»\n\nسرحت إنتل ألف موظف. وقال مديرها إن الأمر انتهى.");
  const int subject = DocumentSubject(analysis);
  ASSERT_GE(subject, 0);
  EXPECT_EQ(analysis.entities[subject].lexicon_key, "intel");
}

// The entity that the words name, or null.
const EntityRecord* Named(const Analysis& analysis, const std::string& words) {
  for (const Mention& mention : analysis.mentions) {
    if (mention.kind == MentionKind::kName && analysis.Quote(mention.range) == words) {
      return &analysis.entities[mention.entity];
    }
  }
  return nullptr;
}

TEST(ReferenceResolverTest, GovernmentsAreCalledByTheirCountry) {
  const Analysis analysis =
      Resolved("اشترت الحكومة الأميركية حصة في إنتل. ودعمت حكومة كندا القرار.");
  const EntityRecord* const american = Named(analysis, "الحكومة الأميركية");
  ASSERT_NE(american, nullptr);
  EXPECT_EQ(american->entity_class, "GOVERNMENT");
  EXPECT_NE(Named(analysis, "حكومة كندا"), nullptr);
  EXPECT_EQ(Named(Resolved("قالت أبل إن الحكومة الجديدة وافقت."), "الحكومة الجديدة"), nullptr);
}

TEST(ReferenceResolverTest, QuotedNamesAreOrganizationsByWhatStandsBesideThem) {
  const Analysis analysis = Resolved(
      "اشترت أوبر منافستها السابقة «وصلتك» بمليون دولار. وانتقلت المهندسة من أوبر إلى «النخبة» "
      "المغربية. وتعاقدت أوبر مع «خرائطي»، وهي شركة ناشئة.");
  EXPECT_NE(Named(analysis, "وصلتك"), nullptr);
  EXPECT_NE(Named(analysis, "النخبة"), nullptr);
  EXPECT_NE(Named(analysis, "خرائطي"), nullptr);
  EXPECT_EQ(Named(Resolved("قال مدير أوبر إن الأمر «مستحيل» الآن."), "مستحيل"), nullptr);
}

TEST(ReferenceResolverTest, FundsAndBanksAreAlsoCalledWithTheirNoun) {
  const Analysis analysis =
      Resolved("باعت أوبر حصتها إلى صندوق «أصيلة» أمس. ويدير صندوق «أصيلة» مليارا.");
  const EntityRecord* const fund = Named(analysis, "أصيلة");
  ASSERT_NE(fund, nullptr);
  EXPECT_TRUE(std::any_of(fund->aliases.begin(), fund->aliases.end(),
                          [](const AliasRecord& alias) { return alias.surface == "صندوق أصيلة"; }));
}

TEST(ReferenceResolverTest, AHouseIsNotWhatItsNameOpens) {
  const Analysis analysis =
      Resolved("قالت «سديم» أمس إنها ستؤسس مركزا. وتملك «سديم» ستين في المئة من «سديم للأبحاث».");
  const EntityRecord* const house = Named(analysis, "سديم");
  const EntityRecord* const part = Named(analysis, "سديم للأبحاث");
  ASSERT_NE(house, nullptr);
  ASSERT_NE(part, nullptr);
  EXPECT_NE(house, part);
}

TEST(ReferenceResolverTest, WeAreWhoSaysSo) {
  EXPECT_EQ(
      Referent(Resolved("تدرس سوني شراء حصة في إنتل. وقالت إنتل في بيان \"لم نبحث بيع أسهمنا\"."),
               "أسهمنا"),
      "intel");
}

TEST(ReferenceResolverTest, ThoseInterviewedSayWhichHouseIsTheirs) {
  EXPECT_EQ(
      Referent(Resolved("حوار مع مديرة سابقة في أبل\n\nس: كم عددكم الآن؟\n\nج: نحن في إنتل مئة "
                        "شخص.\n\nس: ومن ينافسكم؟\n\nج: رقاقتنا لا منافس لها.\n\nس: ومتى "
                        "تصل؟\n\nج: في الصيف."),
               "رقاقتنا"),
      "intel");
}

}  // namespace
}  // namespace isnad::extraction
