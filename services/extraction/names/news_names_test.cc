// Names that no gazetteer has, as the learned tagger and the rules around it find them.

#include <string>

#include "absl/strings/match.h"
#include "gtest/gtest.h"
#include "services/extraction/names/tagged_text.h"

namespace isnad::extraction {
namespace {

// Every text holds the mention "surface/TYPE".
struct Case {
  std::string text;
  std::string mention;
};

void ExpectAmong(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    const std::string mentions = MentionsOf(TagText(c.text));
    EXPECT_TRUE(absl::StrContains(mentions, c.mention + "/")) << c.text << "\n" << mentions;
  }
}

void ExpectNotAmong(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    const std::string mentions = MentionsOf(TagText(c.text));
    EXPECT_FALSE(absl::StrContains(mentions, c.mention)) << c.text << "\n" << mentions;
  }
}

TEST(InstitutionNamesTest, HeadNounsTakeTheirComplements) {
  ExpectAmong({
      {"رفضت وزارة الزراعة والري الطلب أمس", "وزارة الزراعة والري/ORG"},
      {"أقرت الهيئة العامة للموانئ الرسوم", "الهيئة العامة للموانئ/ORG"},
      {"طالب الاتحاد العام المغربي للنقل بالحوار", "الاتحاد العام المغربي للنقل/ORG"},
      {"تدرس سارة في جامعة كراكوف منذ عام", "جامعة كراكوف/ORG"},
  });
}

TEST(InstitutionNamesTest, CommonNounsAreNoInstitutions) {
  ExpectNotAmong({
      {"قررت الوزارة تأجيل المشروع", "/ORG"},
      {"زارت اللجنة المصانع القديمة", "/ORG"},
  });
}

TEST(LearnedNamesTest, ProcliticsAreCutOffUnknownNames) {
  ExpectAmong({
      {"أعلنت شركة زيلوترا الناشئة التوسع. وعاد العقد لزيلوترا أمس.", "زيلوترا/ORG"},
  });
  ExpectNotAmong({
      {"أعلنت شركة زيلوترا الناشئة التوسع. وعاد العقد لزيلوترا أمس.", "لزيلوترا"},
      {"وصل توماس لينديمان أمس. ثم غادر لينديمان بعد ساعة.", "; ينديمان"},
  });
}

TEST(LearnedNamesTest, WhatIsSaidOfSomebodyIsNoName) {
  ExpectNotAmong({
      {"وقال المتحدث إنه سعيد بالنتيجة", "سعيد"},
      {"ذكرت رويترز أن أوراكل تفاوض بنوكا كبرى.", "بنوكا"},
  });
}

TEST(LearnedNamesTest, KnownNamesSideBySideStayApart) {
  ExpectAmong({
      {"وقعت أبل وغوغل اتفاقا", "غوغل/ORG"},
      {"أغرت تسلا مهندسين من شركة فورد.", "تسلا/ORG"},
  });
}

TEST(SpanTrimmerTest, WhatOpensTheClauseIsNoPartOfAName) {
  ExpectAmong({
      {"ولذلك فإن كلير مونتان لن تحضر الاجتماع.", "كلير مونتان/PER"},
      {"وافق عمر بن جدعان أمس. وينتقل بن جدعان إلى مقر سيسكو.", "; بن جدعان/PER"},
  });
  ExpectNotAmong({{"ولذلك فإن كلير مونتان لن تحضر الاجتماع.", "فإن كلير"}});
}

TEST(LearnedNamesTest, AConjunctionBeforeAShortGivenNameIsCutOff) {
  ExpectAmong({
      {"وقعت العقد ليان القاسم ونهى شكري أمس.", "نهى شكري/PER"},
      {"وقعت العقد ريم القحطاني وشهد الدوسري أمس.", "شهد الدوسري/PER"},
  });
}

TEST(NameJoinerTest, AQuotedNameEndsAsItIsWritten) {
  ExpectAmong({{"ضخ البنك المال في شركة «ريفا سيل» النرويجية.", "ريفا سيل/ORG"}});
}

TEST(InstitutionNamesTest, ACommonWordBeforeItsFieldNamesACompany) {
  ExpectAmong({{"أعلنت شركة وثق للتأمين السعودية نتائجها.", "وثق للتأمين/ORG"}});
}

TEST(GazetteerMatcherTest, CountriesTellHousesOfCommonWords) {
  ExpectAmong({{"وقع الاتفاق مع كيا الكورية في القاهرة.", "كيا/ORG"}});
  ExpectNotAmong({{"وافقت اللجنة على مشروع لإنجاز الطريق.", "إنجاز"},
                  {"تعمل شركة الاتصالات الفرنسية على خدمة جديدة.", "إي آند"}});
}

TEST(LatinNamesTest, WordsOfEditionsBelongToTheVersion) {
  ExpectAmong({{"كشفت الشركة عن Pixel 12 Pro Fold في دبي.", "Pixel 12 Pro Fold/PRO"}});
}

TEST(SpanTrimmerTest, VersionsBelongToTheProduct) {
  ExpectAmong({
      {"تسلمت الشركة طائرة بوينغ 777.", "بوينغ 777/PRO"},
  });
}

TEST(NewsNamesTest, NamesBehindShortTitlesAndFathersAreWhole) {
  ExpectAmong({
      {"التقى د. مازن زيتوني بالموظفين أمس", "مازن زيتوني/PER"},
      {"بحسب تدوينة باسل الحموي أمس", "باسل الحموي/PER"},
      {"وافق حمد بن زعل الدرمكي على العرض", "حمد بن زعل الدرمكي/PER"},
      {"وعُين إلياس الدبوري بدلا منه", "إلياس الدبوري/PER"},
      {"عينت شركة زيلكو باسل الحموي مديرا", "زيلكو/ORG"},
      {"عينت شركة زيلكو باسل الحموي مديرا", "باسل الحموي/PER"},
  });
}

TEST(NewsNamesTest, NamesBetweenQuotationMarksAreWhole) {
  ExpectAmong({{"ضمت غوغل وحدة \"برين\" إليها", "برين/ORG"}});
  ExpectNotAmong({{"ضمت غوغل وحدة \"برين\" إليها", "رين/LOC"}});
}

TEST(NewsNamesTest, LettersThatOpenForeignNamesAreNoPreposition) {
  ExpectAmong({{"في حين تصنع ليندكس الكندية المرايا.", "ليندكس/ORG"}});
}

TEST(NewsNamesTest, WordsOfGrammarAreNoPlaces) {
  ExpectNotAmong(
      {{"زار المصنع مع أن الأمطار غزيرة", "مع أن/LOC"}, {"يعمل في إطار الاتفاق", "إطار/LOC"}});
}

TEST(NewsNamesTest, PlatformsThatPeopleJoinAndLeaveAreHouses) {
  ExpectAmong({
      {"انضم باسل الحموي إلى منصة «زيلكو» مديرا ماليا", "زيلكو/ORG"},
      {"غادر باسل الحموي منصة «زيلكو» أمس", "زيلكو/ORG"},
      {"أبرم المصرف شراكة مع منصة «زيلكو» أمس", "زيلكو/ORG"},
  });
}

}  // namespace
}  // namespace isnad::extraction
