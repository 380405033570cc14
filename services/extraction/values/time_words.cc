#include "services/extraction/values/time_words.h"

#include <cstdint>

#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "services/extraction/values/noun_forms.h"
#include "services/extraction/values/word_sense.h"

namespace isnad::extraction {
namespace {

// Calls `set` with the sense of each of the words, which are separated by spaces.
template <typename Setter>
void ForEachWord(LexiconBuilder* lexicon, absl::string_view words, Setter set) {
  for (absl::string_view word : absl::StrSplit(words, ' ', absl::SkipEmpty())) {
    set(lexicon->At(word));
  }
}

// Gulf and Egypt, Levant and Iraq, Maghreb, Mauritania, English.
constexpr absl::string_view kMonths[12] = {
    "يناير جانفي january jan",
    "فبراير شباط فيفري فبرايير february feb",
    "آذار march",
    "أبريل إبريل ابريل نيسان أفريل april apr",
    "أيار ماي may",
    "يونيو يونيه حزيران جوان june jun",
    "يوليو يوليه تموز جويلية يوليوز july jul",
    "أغسطس اغسطس أوت غشت august aug",
    "سبتمبر أيلول شتنبر شتمبر september sept sep",
    "أكتوبر اكتوبر october oct",
    "نوفمبر نونبر november nov",
    "ديسمبر دجنبر دجمبر december dec",
};

// Months that are also everyday words or names.
constexpr absl::string_view kAmbiguousMonths[12] = {
    "", "", "مارس mar", "", "مايو", "", "", "آب", "", "", "", "",
};
constexpr absl::string_view kAlsoAmbiguous = "أيار نيسان ماي may march jan أوت جوان";

constexpr absl::string_view kHijriMonths[12] = {
    "محرم", "صفر", "", "", "", "", "رجب", "شعبان", "رمضان ramadan", "شوال", "", "",
};

// Monday first.
constexpr absl::string_view kWeekdays[7] = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
};
constexpr absl::string_view kArabicWeekdays[7] = {
    "اثنين إثنين", "ثلاثاء", "أربعاء", "خميس", "جمعة", "سبت", "أحد",
};
constexpr absl::string_view kShortWeekdays[7] = {"mon", "tue tues", "wed", "thu thur thurs",
                                                 "fri", "",         ""};

struct TimeRow {
  TimeUnit unit;
  absl::string_view singular;
  absl::string_view plurals;
  absl::string_view english;
};

constexpr TimeRow kTimeUnits[] = {
    {TimeUnit::kSecond, "ثانية", "ثوان ثواني", "second"},
    {TimeUnit::kMinute, "دقيقة", "دقائق", "minute"},
    {TimeUnit::kHour, "ساعة", "@at", "hour"},
    {TimeUnit::kDay, "يوم", "أيام", "day"},
    {TimeUnit::kDay, "ليلة", "ليالي ليال", "night"},
    {TimeUnit::kWeek, "أسبوع", "أسابيع", "week"},
    {TimeUnit::kMonth, "شهر", "أشهر شهور", "month"},
    {TimeUnit::kYear, "سنة", "سنوات سنين", "year yr"},
    {TimeUnit::kYear, "عام", "أعوام", ""},
    {TimeUnit::kDecade, "عقد", "عقود", "decade"},
    {TimeUnit::kCentury, "قرن", "قرون", "century/centuries"},
};

struct FunctionRow {
  Function function;
  absl::string_view words;
};

constexpr FunctionRow kFunctions[] = {
    {Function::kIn, "في in during within on at"},
    {Function::kFrom, "من from ابتداء اعتبارا"},
    {Function::kTo, "إلى to"},
    {Function::kUntil, "حتى لغاية until till through"},
    {Function::kSince, "منذ مذ since"},
    {Function::kBefore, "قبل قبيل before"},
    {Function::kAfter, "بعد عقب بعيد after"},
    {Function::kDuring, "خلال غضون أثناء طوال طيلة لمدة مدة throughout"},
    {Function::kBetween, "بين between"},
    {Function::kBy, "بحلول حلول by"},
    {Function::kAgo, "ago"},
    {Function::kOf, "of"},
    {Function::kThe, "the"},
    {Function::kA, "a an"},
    {Function::kThis, "هذا هذه هاته"},
    {Function::kThat, "ذلك تلك that"},
    {Function::kLastFirst, "آخر"},
    {Function::kFor, "for"},
    {Function::kPer, "كل per every each"},
    {Function::kOr, "أو or"},
    {Function::kYearsDual, "عامي سنتي عامين"},
    {Function::kWhole, "كامل كاملة كاملا كاملين full whole"},
    {Function::kHijriMark, "هـ ه هجري هجرية هجريا ah"},
    {Function::kCommonEra, "م ميلادي ميلادية ميلاديا ad ce"},
    {Function::kBeforeEra, "bc bce"},
    {Function::kHis, "its their his her our your my"},
};

struct DirectionRow {
  Direction direction;
  absl::string_view words;
};

constexpr DirectionRow kDirections[] = {
    {Direction::kPast,
     "ماضي ماض ماضية ماضيين ماضيتين منصرم منصرمة منصرمين فائت فائتة سابق سابقة أخير أخيرة أخيرين "
     "أخيرتين منقضي منقضية last past previous prior preceding recent"},
    {Direction::kCurrent, "جاري جار جارية حالي حالية راهن راهنة this current"},
    {Direction::kNext,
     "مقبل مقبلة مقبلين مقبلتين قادم قادمة قادمين قادمتين آتي آتية آت next coming upcoming"},
};

struct PartRow {
  PeriodPart part;
  absl::string_view words;
};

constexpr PartRow kParts[] = {
    {PeriodPart::kStart, "بداية مطلع أوائل مستهل بدايات بدء early beginning start"},
    {PeriodPart::kMiddle, "منتصف أواسط وسط mid middle"},
    {PeriodPart::kEnd, "نهاية أواخر ختام نهايات late end"},
};

struct DayWordRow {
  DayWord day;
  absl::string_view words;
};

constexpr DayWordRow kDayWords[] = {
    {DayWord::kToday, "اليوم today tonight الليلة"},
    {DayWord::kYesterday, "أمس الأمس البارحة yesterday"},
    {DayWord::kTomorrow, "غدا غد الغد tomorrow"},
};

struct DecadeRow {
  int decade;
  absl::string_view words;
};

constexpr DecadeRow kDecades[] = {
    {20, "عشرينيات عشرينات twenties"},   {30, "ثلاثينيات ثلاثينات thirties"},
    {40, "أربعينيات أربعينات forties"},  {50, "خمسينيات خمسينات fifties"},
    {60, "ستينيات ستينات sixties"},      {70, "سبعينيات سبعينات seventies"},
    {80, "ثمانينيات ثمانينات eighties"}, {90, "تسعينيات تسعينات nineties"},
};

struct SeasonRow {
  Season season;
  absl::string_view words;
};

constexpr SeasonRow kSeasons[] = {
    {Season::kWinter, "شتاء winter"},
    {Season::kSpring, "ربيع spring"},
    {Season::kSummer, "صيف summer"},
    {Season::kAutumn, "خريف autumn fall"},
};

void AddMonths(LexiconBuilder* lexicon) {
  for (int month = 1; month <= 12; ++month) {
    const auto set = [month](WordSense& sense) { sense.month = static_cast<int8_t>(month); };
    ForEachWord(lexicon, kMonths[month - 1], set);
    ForEachWord(lexicon, kAmbiguousMonths[month - 1], [month](WordSense& sense) {
      sense.month = static_cast<int8_t>(month);
      sense.ambiguous_month = true;
    });
    ForEachWord(lexicon, kHijriMonths[month - 1],
                [month](WordSense& sense) { sense.hijri_month = static_cast<int8_t>(month); });
  }
  ForEachWord(lexicon, kAlsoAmbiguous, [](WordSense& sense) { sense.ambiguous_month = true; });
  // تشرين الأول is October, تشرين الثاني November; كانون الأول December, كانون الثاني January.
  ForEachWord(lexicon, "تشرين", [](WordSense& s) { s.month = 10, s.second_month = 11; });
  ForEachWord(lexicon, "كانون", [](WordSense& s) { s.month = 12, s.second_month = 1; });
  ForEachWord(lexicon, "ربيع", [](WordSense& s) { s.hijri_month = 3, s.second_hijri_month = 4; });
  ForEachWord(lexicon, "جمادى جماد",
              [](WordSense& s) { s.hijri_month = 5, s.second_hijri_month = 6; });
  // ذو القعدة, ذي الحجة: the second word tells the month.
  ForEachWord(lexicon, "قعدة", [](WordSense& s) { s.hijri_month = 11; });
  ForEachWord(lexicon, "حجة", [](WordSense& s) { s.hijri_month = 12; });
}

void AddWeekdays(LexiconBuilder* lexicon) {
  for (int day = 1; day <= 7; ++day) {
    const auto set = [day](WordSense& sense) { sense.weekday = static_cast<int8_t>(day); };
    const auto set_short = [day](WordSense& sense) {
      sense.weekday = static_cast<int8_t>(day);
      sense.bare_weekday = true;
    };
    ForEachWord(lexicon, kWeekdays[day - 1], set);
    ForEachWord(lexicon, kArabicWeekdays[day - 1], set);
    ForEachWord(lexicon, kShortWeekdays[day - 1], set_short);
  }
}

void AddTimeUnits(LexiconBuilder* lexicon) {
  for (const TimeRow& row : kTimeUnits) {
    NounForms forms = ArabicForms(row.singular, row.plurals);
    for (absl::string_view english : absl::StrSplit(row.english, ' ', absl::SkipEmpty())) {
      for (auto& form : EnglishForms(english)) forms.push_back(form);
    }
    for (const auto& form : forms) {
      WordSense& sense = lexicon->At(form.first);
      if (sense.time != TimeUnit::kNone) continue;
      sense.time = row.unit;
      sense.time_form = form.second;
    }
  }
}

}  // namespace

void AddTimeWords(LexiconBuilder* lexicon) {
  AddMonths(lexicon);
  AddWeekdays(lexicon);
  AddTimeUnits(lexicon);
  for (const FunctionRow& row : kFunctions) {
    ForEachWord(lexicon, row.words, [&row](WordSense& s) { s.function = row.function; });
  }
  for (const DirectionRow& row : kDirections) {
    ForEachWord(lexicon, row.words, [&row](WordSense& s) { s.direction = row.direction; });
  }
  for (const PartRow& row : kParts) {
    ForEachWord(lexicon, row.words, [&row](WordSense& s) { s.part = row.part; });
  }
  for (const DayWordRow& row : kDayWords) {
    ForEachWord(lexicon, row.words, [&row](WordSense& s) { s.day_word = row.day; });
  }
  for (const DecadeRow& row : kDecades) {
    ForEachWord(lexicon, row.words,
                [&row](WordSense& s) { s.decade = static_cast<int16_t>(row.decade); });
  }
  for (const SeasonRow& row : kSeasons) {
    ForEachWord(lexicon, row.words, [&row](WordSense& s) { s.season = row.season; });
  }
  // The article belongs to these entries ("اليوم" is today, "يوم" is a day).
  WordSense& day = lexicon->At("اليوم");
  day.time = TimeUnit::kDay;
  day.time_form = NounForm::kSingular;
}

}  // namespace isnad::extraction
