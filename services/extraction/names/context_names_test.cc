// Types and borders of names that the words around them decide.

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
    EXPECT_TRUE(absl::StrContains(mentions, c.mention)) << c.text << "\n" << mentions;
  }
}

void ExpectNotAmong(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    const std::string mentions = MentionsOf(TagText(c.text));
    EXPECT_FALSE(absl::StrContains(mentions, c.mention)) << c.text << "\n" << mentions;
  }
}

TEST(TypeJudgeTest, WordsBesideANameTellItsType) {
  ExpectAmong({
      {"هبطت أسهم دلفورين بعد إعلان النتائج", "دلفورين/ORG"},
      {"بحسب بلاكوود أناليتيكس ، تباطأ الطلب", "بلاكوود أناليتيكس/ORG"},
      {"كشفت الشركة عن نموذجها اللغوي الجديد صدفان", "صدفان/PRO"},
      {"أطلقت رينو سنكروفاك أمس في باريس", "سنكروفاك/PRO"},
      {"افتتحت مكتبا في بروكستون بولاية أوهايو", "بروكستون/LOC"},
  });
}

TEST(TypeJudgeTest, WordsThatMayBeNamesCountWhereTheContextSpeaksForThem) {
  ExpectAmong({
      {"أغلقت أسهم شل مرتفعة", "شل/ORG/shell"},
      {"انتقل مهندسون من غوغل وأوبر إلى المشروع", "أوبر/ORG/uber"},
  });
  ExpectNotAmong({
      {"شل الإضراب حركة القطارات", "شل/ORG"},
      {"قال المدير في بيان إن العمل مستمر", "بيان"},
  });
}

TEST(TypeJudgeTest, TheNounThatHeadsThePhraseTellsWhatAQuotedNameIs) {
  ExpectAmong({
      {"ألغت شركة النقل الجوي قليل التكلفة \"زيفا إير\" رحلاتها", "زيفا إير/ORG"},
      {"أعلنت منصة البث الرقمي النرويجية \"لومارا بلاس\" خسائر", "لومارا بلاس/ORG"},
      {"مجموعتها، «تالي موتورز»، تجمع الحافلات", "تالي موتورز/ORG"},
  });
}

TEST(TypeJudgeTest, HousesActAndHaveStaff) {
  ExpectAmong({
      {"«كيلفورا» تستغني عن ثلث موظفيها", "كيلفورا/ORG"},
      {"انتقل إلى مؤسس كيلفورا. وفي كيلفورا عمل عامين.", "كيلفورا/ORG"},
  });
}

TEST(TypeJudgeTest, PlacesLieInPartsOfALand) {
  ExpectAmong({{"نفت الشركة إغلاق مصنعها في بلوتهاوزن بشرق البلاد", "بلوتهاوزن/LOC"}});
}

TEST(QuotedNamesTest, TheTradeBehindTheMarksTellsAHouse) {
  ExpectAmong({{"«فيلارا» للأزياء تستعين بمديرة جديدة", "فيلارا/ORG"}});
  ExpectNotAmong({
      {"ووصف المحلل القرار بأنه «متعجل»", "متعجل"},
      {"وقال إن ما جرى للشركة \"ليس صدفة\"", "ليس صدفة"},
      {"أطلقت الشركة قمرها إلى المدار أمس", "المدار"},
  });
}

TEST(TypeJudgeTest, WhoeverFillsAPostIsAPerson) {
  ExpectAmong({
      {"ونفاه رئيس مجلس الإدارة هولغر برانستاد مؤكدا ذلك", "هولغر برانستاد/PER"},
      {"فيما التحقت نسيمة بلعربي بالمجموعة", "نسيمة بلعربي/PER"},
  });
}

TEST(TypeJudgeTest, ANameHasOneTypeInAText) {
  ExpectNotAmong({
      {"أعلنت شركة زيلوترا موتورز خطتها. وخفضت زيلوترا الأسعار. وترد زيلوترا غدا.", "زيلوترا/PRO"},
  });
}

TEST(IntroducedPeopleTest, KinCallingsAndHeadlinesIntroducePeople) {
  ExpectAmong({
      {"وكان مع شريكته رنا قدوم في المكتب", "رنا قدوم/PER"},
      {"قال نقيب السائقين، رائد حجوان، إن القرار ظالم", "رائد حجوان/PER"},
      {"تديره نهى البيرقدار القادمة من مصرف آخر", "نهى البيرقدار/PER"},
      {"كاترين سام: أغلقنا المصنع ولم نندم", "كاترين سام/PER"},
      {"غادرت شريكتك غيثة بنطاهرون قبل شهر", "غيثة بنطاهرون/PER"},
  });
  ExpectNotAmong({
      {"قالت شو ضاحكة: زبوننا الأول بعيد", "شو ضاحكة"},
      {"وقالت سيرينا فولر المحللة لدى مكتب مستقل", "سيرينا فولر المحللة"},
  });
}

TEST(WholeNamesTest, FirstLettersAndWordsStayWithTheName) {
  ExpectAmong({
      {"استقبلتنا ليان الحسيني في مكتبها أمس", "ليان الحسيني/PER"},
      {"تعمل مهندسة في فلورينا منذ عام", "فلورينا"},
      {"اختيرت رئيسة للعمليات في فندورا بلس أمس", "فندورا بلس/ORG"},
      {"استقال المدير من إدارة المنتجات في غيمة كلاود أمس", "غيمة كلاود/ORG"},
      {"استقال نجم بانون، نائب الرئيس المشرف على المشروع", "نجم بانون/PER"},
      {"ورأى الحبيب الزواري أن القرار صائب", "الحبيب الزواري/PER"},
      {"انتقد الخبير في الطاقة المهدي برادة القرار", "المهدي برادة/PER"},
  });
}

TEST(WholeNamesTest, WhatSomebodyWroteOrOwnsIsNoPartOfHisName) {
  ExpectAmong({
      {"بحسب تدوينة كريم الزواري على حسابه", "كريم الزواري/PER"},
      {"قال الدكتور على المنصوري إن الدواء متوفر", "على المنصوري/PER"},
  });
}

TEST(WholeNamesTest, FieldsBehindANameAreNoNames) {
  ExpectNotAmong({
      {"استغنت منصة «فاتورتي» للفوترة عن عشرة موظفين", "للفوترة"},
      {"وانضم الحائز جائزة تورينغ إلى الشركة", "تورينغ/PER"},
  });
}

TEST(TypeJudgeTest, PlatformsThatActAreCompanies) {
  ExpectAmong({
      {"قالت المديرة التنفيذية لتطبيق «رحلتي» إن النمو مستمر", "رحلتي/ORG"},
      {"سرحت منصة «فاتورتي» للفوترة عشرة موظفين", "فاتورتي/ORG"},
      {"قررت «نسيم للاتصالات» خفض الأسعار", "نسيم للاتصالات/ORG"},
      {"ويرى المحلل في «دار الميزان» ناصر فهد أن السوق هادئة", "دار الميزان/ORG"},
  });
}

TEST(GazetteerMatcherTest, ANounOfKindSettlesASharedName) {
  ExpectAmong({
      {"وقعت إنفيديا اتفاقا مع شركة غروك المتخصصة في الرقائق. وانتقل مؤسس غروك إليها.",
       "غروك/ORG/groq"},
      {"أطلقت إكس إيه آي نموذج غروك الجديد", "غروك/PRO/grok"},
  });
}

TEST(SpanTrimmerTest, WhatAThingIsLikeInSomeRespectIsNoName) {
  ExpectNotAmong({
      {"أجلت المؤسسة بطاقة مسبقة الدفع إلى الخريف", "مسبقة"},
      {"تعتمد على منصة مفتوحة المصدر", "مفتوحة"},
  });
}

TEST(TypeEvidenceTest, ATitleWithArticleBehindANameIsOfAPerson) {
  ExpectAmong({
      {"ونفت لمى سرور المتحدثة باسم «المصرف» صحة الخبر", "لمى سرور/PER"},
  });
}

TEST(QuotedNamesTest, WhatStandsBesideTheMarksTellsWhatTheyHold) {
  ExpectAmong({
      {"تبني الشركة مجمعا للحوسبة باسم \"كرينوس 2\" في الصحراء", "كرينوس 2/"},
      {"طرحت الشركة شريحة العدادات الذكية «واحة 1» أمس", "واحة 1/PRO"},
      {"أما \"أرزة\"، النموذج العربي الجديد، فتأخرت", "أرزة/PRO"},
      {"اشترت الشركة «مجموعة السنبلة» أمس", "السنبلة/ORG"},
  });
  ExpectNotAmong({
      {"وصف المدير الخطة بأنها \"مغامرة كبيرة\"", "مغامرة"},
      {"قالت إن السوق «غير مستقر»", "مستقر"},
  });
}

TEST(LatinNamesTest, NumbersThatCountAreNoVersions) {
  ExpectAmong({{"أطلقت الشركة نموذج Tarix 45 أمس", "Tarix 45/PRO"}});
  ExpectNotAmong({{"تخدم نماذج Tarix 101 لغة", "Tarix 101"}});
}

TEST(QuotedNamesTest, NamesFitTheMarksAroundThem) {
  ExpectAmong({
      {"وقعت شركة «طيران الواحة» عقدا مع «إيرباص» أمس", "طيران الواحة/ORG"},
      {"أعلنت شركة «سديمون» للذكاء الاصطناعي خطتها", "سديمون/ORG/سديمون"},
  });
}

TEST(NameJoinerTest, PartsOfOneNameAreJoined) {
  ExpectAmong({
      {"قال البروفسور ماتيس فان دير هوفن إن النتائج واعدة", "ماتيس فان دير هوفن/PER"},
      {"نفت رينو المغرب الخبر", "رينو المغرب/ORG"},
      {"تباع سيارة داسيا سانديرو في الصيف", "داسيا سانديرو/PRO"},
  });
}

TEST(NameJoinerTest, NationalitiesStayOutside) {
  ExpectNotAmong({
      {"قالت شركة طيران ناس السعودية إنها تتوسع", "السعودية"},
  });
}

TEST(SpanTrimmerTest, TitlesAndNounsOfKindStayOutside) {
  ExpectAmong({
      {"يقول الحاج عبد الستار أبو الهول إن المصنع تغير", "عبد الستار أبو الهول/PER"},
  });
  ExpectNotAmong({
      {"وصنعت الروبوت شركة من اليابان", "الروبوت"},
      {"التقى وزير الاتصالات وفدا من المستثمرين", "الاتصالات/ORG"},
  });
}

TEST(GazetteerMatcherTest, AHyphenContinuesAName) {
  ExpectNotAmong({
      {"استقال دانيال غروس-ماير من الشركة", "daniel-gross"},
  });
}

TEST(IntroducedPeopleTest, GivenNamesThatAreWordsArePeopleWhereTheyAreIntroduced) {
  ExpectAmong({
      {"تعيين سلطان الكبيسي عضوا منتدبا في المجموعة", "سلطان الكبيسي/PER"},
      {"وانضمت دينا الحفناوى إلى الفريق", "دينا الحفناوى/PER"},
      {"جاء خلفا لسلطان الراجح الذي استقال في مايو", "سلطان الراجح/PER"},
      {"ورحبت مايا صعب، مديرة العمليات، بالقرار", "مايا صعب/PER"},
      {"استقالت مديرة التسويق آمال القرقوري أمس", "آمال القرقوري/PER"},
      {"اعتذر مؤسس «وصلني» باسم الدمرداش عن الخطأ", "باسم الدمرداش/PER"},
  });
  ExpectNotAmong({
      {"قال المتحدث باسم الحكومة إن القرار نهائي", "باسم"},
      {"أعلنت كريم السعودية نتائجها", "كريم السعودية/PER"},
      {"وأكدت لى-آن ميرهولت أن الخطة قائمة", "; آن ميرهولت"},
  });
}

TEST(SharedSurnamesTest, WhatSomebodyLeavesIsNotHisSurname) {
  ExpectAmong({
      {"غادر بيتر إنتل أمس", "إنتل/ORG"},
      {"ترك هوانغ ميتا قبل عام", "ميتا/ORG"},
  });
}

TEST(SharedSurnamesTest, ASurnameIsNoCompanyBesideItsGivenName) {
  ExpectAmong({
      {"غادرت نادين كروغر الشركة في مايو", "نادين كروغر/PER"},
      {"انضم أنيل كوماراسوامي إلى المختبر", "أنيل كوماراسوامي/PER"},
  });
  ExpectNotAmong({{"غادرت نادين كروغر الشركة. وقالت كروغر إنها متعبة.", "kroger"}});
}

TEST(QuotedNamesTest, AQuotationIsAWholeName) {
  ExpectAmong({
      {"سنتان قضاهما في «أمازون السعودية» مديرا", "أمازون السعودية/ORG/أمازون السعودية"},
      {"أسست في برلين شركة صغيرة سمّتها «نبتة»", "نبتة/ORG"},
      {"اتهمت نقابة «إس تي كيو في» الإدارة", "إس تي كيو في"},
  });
  ExpectNotAmong({{"انتقد ما سماه «أرقام التضليل» في التقرير", "أرقام التضليل"}});
}

TEST(RecurringNamesTest, OrdinaryWordsAreANameWhereTheirPlacesShowIt) {
  ExpectAmong({
      // A feminine verb for a masculine noun.
      {"وقعت شركة ملح الوادي عقدا جديدا.\n\nوتملك ملح الوادي نصف المصنع.", "ملح الوادي/ORG"},
      // A post, and a listed name that is part of another.
      {"قال سامر حداد، المدير العام لبرج أطلس، إن الطلب ارتفع.\n\nوستفتتح برج أطلس فرعا.",
       "برج أطلس/ORG"},
      // Quotation marks in several places.
      {"استحوذت الشركة على منافستها «درب الحرير».\n\nوتأسست «درب الحرير» قبل عامين.",
       "درب الحرير/ORG"},
  });
  ExpectNotAmong({
      {"تعمل شركة إدارة الأصول في الرياض.\n\nوتنمو إدارة الأصول في المنطقة.", "إدارة الأصول"},
      {"أعلنت شركة صناعة الورق نتائجها.\n\nوتراجعت صناعة الورق في البلاد.", "صناعة الورق"},
  });
}

TEST(RecurringNamesTest, AKindWithItsComplementStandsBeforeTheName) {
  ExpectAmong({
      {"قالت شركة أشباه الموصلات زافينتل إنها ستوسع مصنعها.\n\nوهبط سهم زافينتل أمس.",
       "زافينتل/ORG"},
  });
}

TEST(TypeJudgeTest, WhereSomebodyHoldsAPostIsAHouse) {
  ExpectAmong({
      {"يملك الصندوق 8% من زالدوراي منذ عام", "زالدوراي/ORG"},
      {"انضمت ليلى منصور الشهر الماضي إلى غرينفالتس", "غرينفالتس/ORG"},
  });
}

TEST(TypeJudgeTest, TitlesAreNoPartOfNames) {
  ExpectAmong({
      {"وأكد معالي سيف الرويعي في تصريح أمس ذلك", "سيف الرويعي/PER"},
      {"نصحته البروفيسورة ليلى حداد بالعودة", "ليلى حداد/PER"},
  });
}

TEST(QuotedNamesTest, AListedNameThatClosesAQuotationIsPartOfAnother) {
  ExpectAmong({
      {"أطلقت خدمة «فلوراك فايبر» للألياف في يونيو", "فلوراك فايبر/PRO"},
  });
}

TEST(TypeEvidenceTest, WhatANameIsCalledBehindACommaTellsItsType) {
  ExpectAmong({
      {"أغلقت برانديسك، وهي شركة ناشئة، جولة تمويل", "برانديسك/ORG"},
      {"وكانت فولتانيا، منافستها المصرية، قد توقفت", "فولتانيا/ORG"},
  });
}

TEST(TypeEvidenceTest, RelativeClausesHaveTheirSubjectBeforeThem) {
  ExpectAmong({
      {"عادت ليلى حداد، التي أسست فولتريكس قبل عام", "فولتريكس/ORG"},
  });
}

TEST(TypeEvidenceTest, PostsAndChoicesOfHousesAreForPeople) {
  ExpectAmong({
      {"اختار المجلس هسو تشيا لينغ لإدارة الشؤون المالية", "هسو تشيا لينغ/PER"},
      {"وقعت البيان مخرجة اللعبة Ilda Norgren أمس", "Ilda Norgren/PER"},
  });
}

TEST(TypeJudgeTest, LongerNamesLendTheirTypeToTheirOpenings) {
  ExpectAmong({
      {"أعلنت شركة شينغ لونغ مايكرو خطتها. وقال هوانغ إن شينغ لونغ لن تنقل مصانعها.",
       "شينغ لونغ/ORG"},
  });
}

TEST(TypeJudgeTest, PeopleAreCalledByTheirLastWordAlone) {
  ExpectAmong({
      {"تأسس الاستوديو على يد Johan Brandt و Petra Lundgren عام 2013. وقيل إن Lundgren رحلت.",
       "Petra Lundgren/PER"},
  });
}

TEST(TypeJudgeTest, ProductsOfHousesThatNobodyNamesDoNotActAsHouses) {
  ExpectAmong({
      {"نوفا تسرح 200 موظف. واستحوذت نوفا على منافستها. وأغلقت نوفا مكتبها.", "نوفا/ORG"},
  });
}

TEST(QuotedNamesTest, ShortQuotationsAreJudgedByTheirPlaces) {
  ExpectAmong({
      {"اشترت «كريم» شركة توصيل البقالة الأردنية «زنبيلي» نقدا", "زنبيلي/ORG"},
      {"تبني «سيمنس» و«القنديل» معا مصنعا للشواحن", "القنديل/ORG"},
  });
}

TEST(QuotedNamesTest, WholeQuotationsBehindNounsOfKindAreOneName) {
  ExpectAmong({
      {"ويطلق البنك تطبيق «دلتا باى» قبل نهاية العام", "دلتا باى/PRO"},
  });
}

TEST(RecurringNamesTest, CompaniesAreCalledOursAndThingsByTheirOwnersPronoun) {
  ExpectAmong({
      {"قال الرئيس التنفيذي لشركة دفترنا إن التمويل كبير. وانتقل المدير إلى دفترنا.", "دفترنا/ORG"},
      {"يؤجل الاستوديو لعبته رمال منسية إلى الخريف. وقال إن رمال منسية لن تصدر قريبا.",
       "رمال منسية/PRO"},
  });
}

TEST(NamePartsTest, WhereAPostIsHeldIsNoPartOfWhoHoldsIt) {
  ExpectNotAmong({
      {"أعلنت نوفا خطتها. وقال مدير نوفا سامي حداد إن الطلب كبير.", "نوفا سامي حداد"},
      {"استحوذت على تطبيق توصيل البقالة المصري أمس", "توصيل/"},
      {"وقال كنعان إنك تعرف الحقيقة", "كنعان إنك"},
      {"وقال إن شركته «منفتحة على كل المختبرات الكبرى» دائما", "منفتحة"},
      {"وانتقد عضو لجنة الاتصالات أداء الشركة", "اتصالات/ORG"},
  });
  ExpectAmong({
      {"وأعلن تعيين لي جون هو، القادم من هيونداي، رئيسا للوحدة", "لي جون هو/PER"},
  });
}

}  // namespace
}  // namespace isnad::extraction
