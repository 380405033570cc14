#include "services/extraction/questions/counted_nouns.h"

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "services/extraction/questions/word_keys.h"
#include "services/extraction/values/noun_words.h"

namespace isnad::extraction {
namespace {

struct CountedRow {
  CountedKind kind;
  const char* unit_key;
  // Arabic and English words between spaces; Arabic plurals are listed where they are broken.
  const char* words;
};

constexpr CountedKind kThing = CountedKind::kThing;
constexpr CountedKind kTime = CountedKind::kTime;
constexpr CountedKind kCurrency = CountedKind::kCurrency;

constexpr CountedRow kRows[] = {
    {kThing, "EMPLOYEE",
     "موظف موظفة عامل عمال عاملين أجير أجراء employee worker staffer staff زميل زملاء colleague"},
    {kThing, "RESEARCHER", "باحث باحثة researcher"},
    {kThing, "SCIENTIST", "عالم علماء scientist"},
    {kThing, "ENGINEER", "مهندس مهندسة engineer"},
    {kThing, "DEVELOPER", "مطور developer"},
    {kThing, "EXPERT", "خبير خبراء expert specialist"},
    {kThing, "CONTRACTOR", "متعاقد contractor"},
    {kThing, "PERSON", "شخص أشخاص فرد أفراد person people individual"},
    {kThing, "MEMBER", "عضو أعضاء member"},
    {kThing, "STUDENT", "طالب طلاب طلبة student"},
    {kThing, "TEACHER", "معلم teacher"},
    {kThing, "DOCTOR", "طبيب أطباء doctor physician"},
    {kThing, "PATIENT", "مريض مرضى patient"},
    {kThing, "LAWYER", "محامي محام lawyer attorney"},
    {kThing, "JOURNALIST", "صحفي صحافي journalist reporter"},
    {kThing, "CHILD", "طفل أطفال child"},
    {kThing, "WOMAN", "امرأة نساء woman"},
    {kThing, "EXECUTIVE", "تنفيذي executive"},
    {kThing, "MANAGER", "مدير مدراء manager"},
    {kThing, "FOUNDER", "مؤسس founder"},
    {kThing, "INVESTOR", "مستثمر investor"},
    {kThing, "SHAREHOLDER", "مساهم shareholder"},
    {kThing, "USER", "مستخدم user"},
    {kThing, "SUBSCRIBER", "مشترك subscriber"},
    {kThing, "CUSTOMER", "عميل عملاء زبون customer client"},
    {kThing, "PASSENGER", "راكب ركاب passenger"},
    {kThing, "VISITOR", "زائر زوار visitor"},
    {kThing, "VICTIM", "ضحية ضحايا victim"},
    {kThing, "SOLDIER", "جندي جنود soldier"},
    {kThing, "PLAYER", "لاعب player"},
    {kThing, "JOB", "وظيفة وظائف job position"},
    {kThing, "TEAM", "فريق فرق team"},
    {kThing, "GROUP", "مجموعة group"},
    {kThing, "DEPARTMENT", "قسم أقسام department division"},
    {kThing, "COMPANY", "شركة company firm"},
    {kThing, "STARTUP", "startup"},
    {kThing, "COMPETITOR", "منافس competitor rival"},
    {kThing, "SUPPLIER", "مورد supplier vendor"},
    {kThing, "PARTNER", "شريك شركاء partner"},
    {kThing, "BANK", "بنك بنوك مصرف bank"},
    {kThing, "FACTORY", "مصنع مصانع factory plant"},
    {kThing, "STORE", "متجر متاجر store shop"},
    {kThing, "OFFICE", "مكتب مكاتب office"},
    {kThing, "BRANCH", "فرع فروع branch"},
    {kThing, "HOSPITAL", "مستشفى hospital"},
    {kThing, "SCHOOL", "مدرسة مدارس school"},
    {kThing, "UNIVERSITY", "جامعة university"},
    {kThing, "COUNTRY", "دولة دول بلد country"},
    {kThing, "CITY", "مدينة مدن city"},
    {kThing, "STATE", "ولاية state"},
    {kThing, "CAR", "سيارة مركبة car vehicle"},
    {kThing, "TRUCK", "شاحنة truck"},
    {kThing, "AIRCRAFT", "طائرة aircraft plane jet"},
    {kThing, "SHIP", "سفينة سفن ship"},
    {kThing, "SATELLITE", "قمر أقمار satellite"},
    {kThing, "ROCKET", "صاروخ صواريخ rocket"},
    {kThing, "FLIGHT", "رحلة flight"},
    {kThing, "ROBOT", "روبوت robot"},
    {kThing, "DEVICE", "جهاز أجهزة device"},
    {kThing, "PHONE", "هاتف هواتف phone smartphone"},
    {kThing, "CHIP", "رقاقة رقائق شريحة chip processor"},
    {kThing, "SERVER", "خادم خوادم server"},
    {kThing, "MODEL", "نموذج نماذج model"},
    {kThing, "PARAMETER", "معلمة parameter"},
    {kThing, "APP", "تطبيق app application"},
    {kThing, "PRODUCT", "منتج product"},
    {kThing, "PATENT", "patent"},
    {kThing, "LAWSUIT", "دعوى دعاوى lawsuit"},
    {kThing, "CONTRACT", "عقد عقود contract"},
    {kThing, "AGREEMENT", "اتفاقية اتفاق agreement"},
    {kThing, "DEAL", "صفقة deal"},
    {kThing, "OFFER", "عرض عروض offer"},
    {kThing, "PROJECT", "مشروع مشاريع project"},
    {kThing, "SHARE", "سهم أسهم share"},
    {kThing, "BARREL", "برميل براميل barrel"},
    {kThing, "TONNE", "طن أطنان ton tonne"},
    {kThing, "MEGAWATT", "ميغاواط megawatt"},
    {kThing, "GIGAWATT", "غيغاواط gigawatt"},
    {kThing, "KILOMETER", "كيلومتر kilometer kilometre"},
    {kThing, "TIMES", "مرة مرات time"},
    {kThing, "VIDEO", "فيديو video"},
    {kThing, "BOOK", "كتاب كتب book"},
    {kThing, "FILM", "فيلم أفلام film movie"},
    {kThing, "DOWNLOAD", "تنزيل download"},
    {kThing, "VOTE", "صوت أصوات vote"},
    {kThing, "PERCENT", "بالمئة بالمائة percent percentage"},
    {kTime, "SECOND", "ثانية ثوان second"},
    {kTime, "MINUTE", "دقيقة دقائق minute"},
    {kTime, "HOUR", "ساعة ساعات hour"},
    {kTime, "DAY", "يوم أيام day"},
    {kTime, "WEEK", "أسبوع أسابيع week"},
    {kTime, "MONTH", "شهر أشهر شهور month"},
    {kTime, "YEAR", "سنة سنوات عام أعوام year"},
    {kTime, "DECADE", "decade"},
    {kCurrency, "", "دولار يورو ريال درهم دينار جنيه ليرة dollar euro riyal dirham pound yuan yen"},
};

}  // namespace

CountedNouns::CountedNouns() {
  for (const CountedRow& row : kRows) {
    for (const absl::string_view word : absl::StrSplit(row.words, ' ')) {
      for (const std::string& key : LexiconWordKeys(word)) {
        if (!absl::StartsWith(key, "v:")) nouns_.emplace(key, CountedNoun{row.kind, row.unit_key});
      }
    }
  }
}

CountedNoun CountedNouns::At(const QuestionText& text, int token) const {
  if (token < 0 || token >= text.size()) return CountedNoun();
  for (const std::string& key : text.words()[token].keys) {
    const auto found = nouns_.find(key);
    if (found != nouns_.end()) return found->second;
  }
  // An issue of a magazine elsewhere; in questions it leads to what is counted.
  if (text.Is(token, {"عدد"})) return CountedNoun();
  const Peeled found = figures_.Find(text.SurfaceAt(token));
  const bool plain = !found.conjunction && found.preposition == 0 && !found.possessive;
  if (!plain || found.sense->noun == 0) return CountedNoun();
  return {CountedKind::kThing, std::string(NounKey(found.sense->noun))};
}

}  // namespace isnad::extraction
