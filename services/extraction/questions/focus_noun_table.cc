#include "services/extraction/questions/focus_noun_table.h"

namespace isnad::extraction {
namespace {

using A = AnswerType;
using K = QuestionKind;

std::vector<FocusNounRow> Organizations() {
  constexpr K kAny = K::kUnspecified;
  return {
      {"company|firm|corporation|business|automaker|carmaker|airline|chipmaker|manufacturer|"
       "operator|carrier|publisher|retailer",
       "شركة|مجموعة", "شركات|مجموعات", A::kOrganization, "COMPANY", kAny, ""},
      {"startup|start-up", "شركة ناشئة", "شركات ناشئة", A::kOrganization, "STARTUP", kAny, ""},
      {"newspaper|daily|paper", "صحيفة|جريدة|يومية", "صحف|جرائد", A::kOrganization, "NEWSPAPER",
       kAny, ""},
      {"magazine|journal", "مجلة|دورية", "مجلات", A::kOrganization, "MAGAZINE", kAny, ""},
      {"news agency|wire service|agency", "وكالة|وكالة أنباء|وكالة الأنباء", "وكالات",
       A::kOrganization, "NEWS_AGENCY", kAny, ""},
      {"broadcaster|channel|tv channel|television station", "قناة|محطة|إذاعة|شبكة تلفزيونية",
       "قنوات|محطات", A::kOrganization, "BROADCASTER", kAny, ""},
      {"news site|website|news outlet|site", "موقع|موقع إخباري|موقع إلكتروني", "مواقع",
       A::kOrganization, "NEWS_SITE", kAny, ""},
      {"outlet|media outlet|publication|source", "وسيلة إعلام|وسيلة إعلامية|مصدر|جهة إعلامية",
       "وسائل إعلام|وسائل الإعلام|مصادر", A::kOrganization, "", kAny, ""},
      {"lab|laboratory|research lab", "مختبر|معمل", "مختبرات|معامل", A::kOrganization, "LAB", kAny,
       ""},
      {"division|department|unit|team|arm|group", "قسم|وحدة|فريق|إدارة|شعبة|ذراع",
       "أقسام|وحدات|فرق", A::kOrganization, "DIVISION", kAny, ""},
      {"bank|lender", "بنك|مصرف", "بنوك|مصارف", A::kOrganization, "BANK", kAny, ""},
      {"university|college|school", "جامعة|كلية|مدرسة", "جامعات|كليات", A::kOrganization,
       "UNIVERSITY", kAny, ""},
      {"regulator|watchdog", "هيئة|جهة تنظيمية|هيئة تنظيمية|جهة رقابية", "هيئات|جهات تنظيمية",
       A::kOrganization, "REGULATOR", kAny, ""},
      {"government|ministry|court", "حكومة|وزارة|محكمة", "حكومات|وزارات|محاكم", A::kOrganization,
       "GOVERNMENT", kAny, ""},
      {"fund|venture capital firm", "صندوق", "صناديق", A::kOrganization, "INVESTOR", kAny, ""},
      {"investor|backer|shareholder", "مستثمر|ممول|مساهم", "مستثمرون|مستثمرين|مساهمين|ممولين",
       A::kName, "INVESTOR", kAny, ""},
      {"organization|organisation|institution|employer|entity|party|association",
       "جهة|مؤسسة|منظمة|جمعية|حزب|كيان", "جهات|مؤسسات|منظمات|أحزاب", A::kOrganization, "", kAny,
       ""},
      {"competitor|rival|supplier|vendor|client|customer|subsidiary|buyer|owner|parent "
       "company",
       "منافس|مورد|مزود|عميل|مالك|مشتري|شركة تابعة|شركة أم",
       "منافسون|منافسين|موردون|موردين|مزودين|عملاء|ملاك|شركات تابعة", A::kOrganization, "", kAny,
       ""},
      // Of a house another one, of a founder a person.
      {"partner", "شريك", "شركاء", A::kName, "", kAny, ""},
      {"law firm|audit firm|auditor|accounting firm|consultancy|consulting firm|advertising agency",
       "مكتب محاماة|شركة محاماة|مكتب استشارات|شركة استشارات|مكتب تدقيق|شركة تدقيق|مدقق حسابات",
       "مكاتب محاماة|شركات محاماة|مكاتب استشارات", A::kOrganization, "ADVISER", kAny, ""},
      {"developer|property developer|contractor", "مطور عقاري|المطور العقاري|مقاول|مشغل",
       "مطورون عقاريون|مقاولون|مشغلون", A::kName, "", kAny, ""},
      {"former employer|previous employer", "جهة عمله السابقة", "", A::kOrganization, "", kAny, ""},
  };
}

std::vector<FocusNounRow> PeopleProductsPlaces() {
  constexpr K kAny = K::kUnspecified;
  return {
      {"person|individual|man|woman|figure", "شخص|شخصية|رجل|امرأة|سيدة", "أشخاص|شخصيات|رجال|نساء",
       A::kPerson, "", kAny, ""},
      {"researcher|scientist|expert|analyst|engineer|professor|software developer|academic",
       "باحث|عالم|خبير|محلل|مهندس|أستاذ|مطور|أكاديمي|باحثة|عالمة|خبيرة|مهندسة",
       "باحثون|باحثين|علماء|خبراء|محللون|محللين|مهندسون|مهندسين|أساتذة|مطورين", A::kPerson, "",
       kAny, ""},
      {"executive|official|manager|director|leader|head|boss|chief|ceo|cfo|cto|chairman|chairwoman|"
       "president|minister|governor|judge|lawmaker|senator|spokesperson|spokesman|spokeswoman|"
       "chief executive|chief scientist|vice president|prime minister",
       "مسؤول|مدير|رئيس|قائد|زعيم|وزير|محافظ|حاكم|قاض|قاضي|نائب|متحدث|ناطق|رئيسة|مديرة|وزيرة|كبير|"
       "مسؤولة",
       "مسؤولون|مسؤولين|مديرين|مدراء|رؤساء|قادة|وزراء|قضاة|نواب|كبار", A::kPerson, "", kAny, ""},
      {"founder|co-founder|cofounder|author|journalist|reporter|actor|player|billionaire|"
       "entrepreneur|"
       "lawyer|doctor|inventor|employee|worker|critic|user|designer|astronaut",
       "مؤسس|كاتب|صحفي|صحافي|ممثل|لاعب|ملياردير|محام|محامي|طبيب|مخترع|موظف|عامل|ناقد|رائد|مؤلف|"
       "مصمم",
       "مؤسسون|مؤسسين|كتاب|صحفيين|لاعبين|محامون|محامين|أطباء|موظفون|موظفين|عمال|رواد", A::kPerson,
       "", kAny, ""},
      {"member|colleague|staffer|teammate|recruit|candidate", "عضو|زميل|زميلة|مرشح|مستقيل|مغادر",
       "أعضاء|زملاء|مرشحون|مرشحين|مستقيلون|مستقيلين|مغادرون|"
       "مغادرين",
       A::kPerson, "", kAny, ""},
      {"successor", "خليفة|خلف|خليفته|خلفه", "", A::kPerson, "", K::kWho, "SUCCESSOR"},
      {"predecessor", "سلف|سلفه", "", A::kPerson, "", K::kWho, "PREDECESSOR"},
      {"wife|husband|spouse", "زوجة|زوج", "", A::kPerson, "", K::kWho, "SPOUSE"},
      {"model|ai model|language model|llm", "نموذج|نموذج لغوي|موديل", "نماذج", A::kProduct, "MODEL",
       kAny, ""},
      {"app|application", "تطبيق", "تطبيقات", A::kProduct, "APP", kAny, ""},
      {"device|phone|smartphone|headset", "جهاز|هاتف|نظارة", "أجهزة|هواتف|نظارات", A::kProduct,
       "DEVICE", kAny, ""},
      {"chip|processor", "رقاقة|شريحة|معالج", "رقائق|شرائح|معالجات", A::kProduct, "CHIP", kAny, ""},
      {"service|platform", "خدمة|منصة", "خدمات|منصات", A::kProduct, "SERVICE", kAny, ""},
      {"program|programme|initiative", "برنامج|مبادرة", "برامج|مبادرات", A::kProduct, "PROGRAM",
       kAny, ""},
      {"podcast|podcast episode", "بودكاست|برنامج صوتي", "", A::kOrganization, "PODCAST", kAny, ""},
      {"product|car|vehicle|tool|game|system|software|drug|vaccine|aircraft|plane",
       "منتج|سيارة|أداة|لعبة|نظام|دواء|لقاح|طائرة|برمجية",
       "منتجات|سيارات|أدوات|ألعاب|أنظمة|أدوية|طائرات", A::kProduct, "", kAny, ""},
      {"country|nation", "دولة|بلد", "دول|بلدان", A::kLocation, "COUNTRY", kAny, ""},
      {"state|us state|american state|province", "ولاية|محافظة|مقاطعة", "ولايات|محافظات",
       A::kLocation, "STATE", kAny, ""},
      {"city|town", "مدينة|بلدة", "مدن", A::kLocation, "CITY", kAny, ""},
      {"region|area", "منطقة|إقليم", "مناطق", A::kLocation, "REGION", kAny, ""},
      {"continent", "قارة", "قارات", A::kLocation, "CONTINENT", kAny, ""},
      {"place|location|headquarters|destination", "مكان|مقر|الموقع الجغرافي|وجهة",
       "أماكن|مقار|وجهات", A::kLocation, "", kAny, ""},
      {"birthplace|place of birth", "مسقط رأس|مكان ولادة", "", A::kLocation, "", K::kWhere,
       "BIRTHPLACE"},
      {"name", "اسم", "أسماء", A::kName, "", kAny, ""},
      {"first name|given name|forename", "الاسم الأول|اسم الأول|اسمه الأول|اسمها الأول", "",
       A::kName, "", K::kWhat, "GIVEN_NAME"},
      {"surname|last name|family name", "اسم العائلة|الكنية|اسم عائلة|لقب عائلة", "", A::kName, "",
       K::kWhat, "SURNAME"},
      {"full name", "الاسم الكامل|اسم كامل|اسمه الكامل", "", A::kName, "", K::kWhat, "FULL_NAME"},
      {"nickname", "الاسم المستعار|كنية", "", A::kName, "", K::kWhat, "NICKNAME"},
      {"code name|codename", "الاسم الرمزي|اسم رمزي|اسمه الرمزي", "أسماء رمزية", A::kName, "",
       K::kWhat, "CODE_NAME"},
      {"nationality", "جنسية", "جنسيات", A::kName, "", K::kWhat, "NATIONALITY"},
  };
}

std::vector<FocusNounRow> TimesAndFigures() {
  constexpr K kAny = K::kUnspecified;
  return {
      {"month", "شهر", "أشهر|شهور", A::kDate, "MONTH", K::kWhen, ""},
      {"year", "عام|سنة", "أعوام|سنوات", A::kDate, "YEAR", K::kWhen, ""},
      {"day|weekday", "يوم", "أيام", A::kDate, "DAY", K::kWhen, ""},
      {"week", "أسبوع", "أسابيع", A::kDate, "WEEK", K::kWhen, ""},
      {"quarter", "ربع", "", A::kDate, "QUARTER", K::kWhen, ""},
      {"decade", "عقد من الزمن", "عقود", A::kDate, "DECADE", K::kWhen, ""},
      {"date|time|release date|launch date|deadline|point in time",
       "تاريخ|موعد|وقت|توقيت|ساعة|الموعد النهائي|تاريخ إطلاق", "تواريخ|مواعيد", A::kDate, "",
       K::kWhen, ""},
      {"date of birth|birth date|birthday", "تاريخ ميلاد|تاريخ ولادة", "", A::kDate, "", K::kWhen,
       "BIRTH_DATE"},
      {"duration|period|length|length of time|term", "مدة|فترة|مهلة", "فترات", A::kLength, "",
       K::kHowLong, ""},
      {"age", "عمر|سن", "أعمار", A::kLength, "YEAR", K::kHowLong, "AGE"},
      {"salary|wage|pay|compensation|pay package|compensation package|bonus",
       "راتب|أجر|مرتب|مكافأة|حزمة تعويضات|تعويض", "رواتب|أجور|مكافآت|تعويضات", A::kMoney, "",
       K::kHowMuch, "SALARY"},
      {"net worth|fortune|wealth", "ثروة|صافي ثروة", "ثروات", A::kMoney, "", K::kHowMuch,
       "NET_WORTH"},
      {"revenue|turnover|sales|income", "إيراد|دخل|عائد|رقم أعمال", "إيرادات|عائدات|مبيعات|مداخيل",
       A::kMoney, "", K::kHowMuch, "REVENUE"},
      {"profit|net profit|net income|earnings", "ربح|صافي ربح|صافي أرباح|صافي دخل", "أرباح",
       A::kMoney, "", K::kHowMuch, "PROFIT"},
      {"loss|net loss", "خسارة|صافي خسارة|صافي خسائر", "خسائر", A::kMoney, "", K::kHowMuch, "LOSS"},
      {"debt", "دين|مديونية", "ديون", A::kMoney, "", K::kHowMuch, "DEBT"},
      {"fine|penalty", "غرامة", "غرامات", A::kMoney, "", K::kHowMuch, "FINE"},
      {"valuation|market value|market capitalization|market cap", "تقييم|قيمة سوقية", "", A::kMoney,
       "", K::kHowMuch, "VALUATION"},
      {"budget", "ميزانية|موازنة", "ميزانيات", A::kMoney, "", K::kHowMuch, "BUDGET"},
      {"capital", "رأسمال|رأس مال", "", A::kMoney, "", K::kHowMuch, "CAPITAL"},
      {"cost|price|amount|sum|value|fee|investment|price tag|deal "
       "value|funding|worth|"
       "spending|package|payout|amount of money|capital expenditure|dollar amount|money",
       "كلفة|تكلفة|سعر|مبلغ|قيمة|ثمن|رسم|قيمة الصفقة|"
       "مقدار ما دفع|المقابل المالي|حجم استثمار|حجم الاستثمار|حجم الصفقة|حجم الإنفاق|حجم التمويل",
       "تكاليف|أسعار|مبالغ|رسوم|نفقات|استثمارات", A::kMoney, "", K::kHowMuch, ""},
      {"level", "مستوى|حد", "مستويات", A::kUnspecified, "", kAny, ""},
      {"number|count|total number|figure|tally|toll", "عدد|إجمالي عدد|حصيلة", "أعداد", A::kCount,
       "", K::kHowMany, ""},
      {"headcount|number of employees|workforce size",
       "عدد موظفي|عدد الموظفين|عدد العاملين|عدد موظفين", "", A::kCount, "EMPLOYEE", K::kHowMany,
       ""},
      {"percentage|percent|proportion|share|rate|stake|fraction", "نسبة|حصة|معدل|نسبة مئوية",
       "نسب|حصص", A::kCount, "PERCENT", K::kHowMany, ""},
      {"size|volume|capacity|scale", "حجم|سعة|طاقة استيعابية", "أحجام", A::kCount, "", kAny, ""},
  };
}

std::vector<FocusNounRow> ReasonsStatementsAndOrder() {
  constexpr K kAny = K::kUnspecified;
  return {
      {"reason|cause|motive|motivation|rationale|purpose|goal|aim|explanation",
       "سبب|دافع|غرض|هدف|مبرر|علة|تفسير|غاية", "أسباب|دوافع|أغراض|أهداف|مبررات", A::kReason, "",
       K::kWhy, ""},
      {"role|position|title|job|post|job title", "منصب|دور|وظيفة|لقب|مسمى وظيفي|صفة|عمل",
       "مناصب|وظائف|أدوار", A::kRole, "", kAny, ""},
      {"statement|comment|reaction|response|opinion|stance|view|remark|reply|description|verdict|"
       "accusation|promise|warning|criticism|objection|complaint|grievance|reservation|misgiving|"
       "argument|rebuttal|denial|assessment|defence|defense|concern|praise|allegation",
       "موقف|تعليق|رد|رأي|تصريح|رد فعل|ردة فعل|قول|وصف|تحذير|اتهام|وعد|انتقاد|وجهة نظر|مأخذ|اعتراض|"
       "تحفظ|حجة|ادعاء|شكوى|تقييم|دفاع|إشادة|رواية",
       "مواقف|تعليقات|ردود|آراء|تصريحات|ردود فعل|أقوال|انتقادات|اتهامات|تحذيرات|مآخذ|اعتراضات|"
       "تحفظات|حجج|ادعاءات|مزاعم|شكاوى|مخاوف|هواجس",
       A::kQuote, "", K::kStatement, ""},
      {"sequence|timeline|chronology|order of events|sequence of events|course of events",
       "تسلسل|تسلسل زمني|التسلسل الزمني|ترتيب زمني|الترتيب الزمني|جدول زمني|الجدول الزمني|ترتيب "
       "الأحداث|"
       "تتابع|مجرى الأحداث",
       "مراحل|محطات رئيسية", A::kUnspecified, "", K::kTimeline, ""},
      {"discrepancy|contradiction|inconsistency|disagreement", "تناقض|تعارض|تضارب|تباين|اختلاف",
       "تناقضات|اختلافات", A::kUnspecified, "", K::kConflict, ""},
      {"way|manner|method|means", "طريقة|كيفية|وسيلة|أسلوب", "طرق|أساليب", A::kManner, "", K::kHow,
       ""},
      {"example|instance", "مثال", "أمثلة", A::kUnspecified, "", K::kList, ""},
      {"step|detail|result|consequence|challenge|problem|plan|event|development|condition|feature|"
       "field|sector|effort|action|measure",
       "خطوة|تفصيل|نتيجة|تحد|مشكلة|خطة|حدث|تطور|شرط|ميزة|مجال|قطاع|جهد|إجراء",
       "خطوات|تفاصيل|نتائج|تحديات|مشكلات|مشاكل|خطط|أحداث|تطورات|شروط|ميزات|مزايا|مجالات|قطاعات|"
       "جهود|"
       "إجراءات|تداعيات|عوامل",
       A::kUnspecified, "", kAny, ""},
  };
}

}  // namespace

const std::vector<FocusNounRow>& FocusNounTable() {
  static const auto* table = [] {
    auto* rows = new std::vector<FocusNounRow>();
    for (const auto& group : {Organizations(), PeopleProductsPlaces(), TimesAndFigures(),
                              ReasonsStatementsAndOrder()}) {
      rows->insert(rows->end(), group.begin(), group.end());
    }
    return rows;
  }();
  return *table;
}

}  // namespace isnad::extraction
