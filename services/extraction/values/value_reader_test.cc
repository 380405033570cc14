#include "services/extraction/values/value_reader.h"

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "gtest/gtest.h"
#include "services/extraction/values/tagged_text.h"

namespace isnad::extraction {
namespace {

// A Friday.
constexpr CivilDate kToday = {2025, 11, 21};

struct Case {
  absl::string_view text;
  absl::string_view readings;  // "words=value" joined by "; "
};

const ValueReader& Reader() {
  static const auto& reader = *new std::unique_ptr<ValueReader>(ValueReader::Create().value());
  return *reader;
}

std::string Number(const absl::optional<double>& value) {
  return value ? absl::StrFormat("%.10g", *value) : "";
}

std::string Day(const absl::optional<CivilDate>& date) {
  return date ? absl::StrFormat("%04d-%02d-%02d", date->year, date->month, date->day) : "";
}

std::string Value(const NumberReading& number) { return Number(number.value); }

std::string Value(const OrdinalReading& ordinal) {
  static constexpr absl::string_view kOrigins[] = {"start", "current", "end"};
  return absl::StrCat(kOrigins[static_cast<int>(ordinal.origin)], ordinal.offset < 0 ? "" : "+",
                      ordinal.offset);
}

std::string Value(const RangeReading& range) {
  return absl::StrCat(range.includes_low ? "[" : "(", Number(range.low), ",", Number(range.high),
                      range.includes_high ? "]" : ")");
}

std::string Value(const DateReading& date) {
  if (!date.resolved) return "?";
  return absl::StrCat(Day(date.interval.start), "/", Day(date.interval.end));
}

std::string Value(const LengthReading& length) {
  static constexpr absl::string_view kUnits[] = {"",      "s",       "min",  "h",    "d",      "w",
                                                 "month", "quarter", "half", "year", "decade", ""};
  std::vector<std::string> parts;
  for (const LengthReading::Part& part : length.parts) {
    parts.push_back(absl::StrCat(part.amount, kUnits[static_cast<int>(part.unit)]));
  }
  return absl::StrJoin(parts, "+");
}

template <typename Reading>
std::string Shown(const Analysis& analysis, const std::vector<Reading>& readings) {
  std::vector<std::string> shown;
  for (const Reading& reading : readings) {
    shown.push_back(absl::StrCat(analysis.Quote(reading.range), "=", Value(reading)));
  }
  return absl::StrJoin(shown, "; ");
}

template <typename Read>
void ExpectReadings(std::vector<Case> cases, Read read) {
  for (const Case& c : cases) {
    const Analysis analysis = Tokenised(c.text, kToday);
    EXPECT_EQ(Shown(analysis, read(analysis)), c.readings) << "  text: " << c.text;
  }
}

const auto kNumbers = [](const Analysis& a) { return Reader().Numbers(a); };
const auto kDates = [](const Analysis& a) { return Reader().Dates(a); };

TEST(ValueReaderNumbers, ReadsFractionsInWords) {
  ExpectReadings({{"قرأت ثلاثة أخماس الرواية", "ثلاثة أخماس=0.6"},
                  {"بقيت أربعة أتساع المسافة", "أربعة أتساع=0.4444444444"},
                  {"الوزن سبعون وثلاثة أثمان", "سبعون وثلاثة أثمان=70.375"},
                  {"ألفان ومئة وثلاثة أرباع", "ألفان ومئة وثلاثة أرباع=2100.75"},
                  {"أربعون خمسا", "أربعون خمسا=8"},
                  {"أكل ربع التفاحة", "ربع=0.25"},
                  {"ستة ونصف", "ستة ونصف=6.5"},
                  {"تسعة وثلث", "تسعة وثلث=9.333333333"},
                  {"نصف دزينة من البيض", "نصف دزينة=6"},
                  {"مئتان وثلاث دزينات", "مئتان وثلاث دزينات=236"},
                  {"سدس واحد", "سدس واحد=0.1666666667"}},
                 kNumbers);
}

TEST(ValueReaderNumbers, ReadsQuotients) {
  ExpectReadings({{"ينجح واحد من ستة", "واحد من ستة=0.1666666667"},
                  {"7 على 8", "7 على 8=0.875"},
                  {"جزء من ألف", "جزء من ألف=0.001"},
                  {"خمسون جزءا", "خمسون=50"},
                  {"٥/١٦ البوصة", "٥/١٦=0.3125"},
                  {"3 1/8", "3 1/8=3.125"}},
                 kNumbers);
}

TEST(ValueReaderNumbers, ReadsSignsDecimalsAndPowers) {
  ExpectReadings({{"سالب سبعة عشر", "سالب سبعة عشر=-17"},
                  {"ناقص ٤٫٢٥", "ناقص ٤٫٢٥=-4.25"},
                  {"-88", "-88=-88"},
                  {".75", ".75=0.75"},
                  {"6e4", "6e4=60000"},
                  {"٣,٥e-٢", "٣,٥e-٢=0.035"},
                  {"2^10", "2^10=1024"},
                  {"-4^-1", "-4^-1=-0.25"},
                  {"أربعة فاصلة صفر سبعة", "أربعة فاصلة صفر سبعة=4.07"},
                  {"تسعة فاصلة اثنان وثلاثون", "تسعة فاصلة اثنان وثلاثون=9.32"}},
                 kNumbers);
}

TEST(ValueReaderNumbers, ReadsWordsInAllSpellings) {
  ExpectReadings({{"ستمائة و سبعة و ثمانون", "ستمائة و سبعة و ثمانون=687"},
                  {"ثمان مئة وأحد عشر", "ثمان مئة وأحد عشر=811"},
                  {"ألف ومئة وإحدى عشرة", "ألف ومئة وإحدى عشرة=1111"},
                  {"مئتا ألف وتسعمئة", "مئتا ألف وتسعمئة=200900"},
                  {"٧ آلاف ٢ مئة و ١٩", "٧ آلاف ٢ مئة و ١٩=7219"},
                  {"٩ ٨٧٦ ٥٤٣", "٩ ٨٧٦ ٥٤٣=9876543"},
                  {"خمسة ملايين وأربعون", "خمسة ملايين وأربعون=5000040"},
                  {"سبعة آلاف و صفر", "سبعة آلاف=7000; صفر=0"}},
                 kNumbers);
}

TEST(ValueReaderNumbers, SplitsWhatIsNoNumber) {
  ExpectReadings({{"8/19/2024", "8=8; 19=19; 2024=2024"}, {"١٠.٠.٠.٧", "١٠=10; ٠=0; ٠=0; ٧=7"}},
                 kNumbers);
}

TEST(ValueReaderOrdinals, ReadsPlacesInAnOrder) {
  ExpectReadings({{"الطابق التاسع عشر", "التاسع عشر=start+19"},
                  {"الدورة السابعة والأربعون", "السابعة والأربعون=start+47"},
                  {"العدد المئة والثالث", "المئة والثالث=start+103"},
                  {"الجولة الخمسون", "الخمسون=start+50"},
                  {"الليلة الثانية بعد الألف", "الثانية بعد الألف=start+1002"},
                  {"رابع محاولة", "رابع=start+4"},
                  {"الفقرة قبل الأخيرة", "قبل الأخيرة=end-1"},
                  {"آخر فصل", "آخر=end+0"},
                  {"السؤال التالي", "التالي=current+1"},
                  {"الدرس السابق", "السابق=current-1"}},
                 [](const Analysis& a) { return Reader().Ordinals(a); });
}

TEST(ValueReaderRanges, ReadsBounds) {
  ExpectReadings({{"أكثر من ٧٥", "أكثر من ٧٥=(75,)"},
                  {"لا يقل عن تسعين", "لا يقل عن تسعين=[90,)"},
                  {"أصغر من أو يساوي 12", "أصغر من أو يساوي 12=(,12]"},
                  {"ثمانون أو أقل", "ثمانون أو أقل=(,80]"},
                  {"يساوي 6", "يساوي 6=[6,6]"},
                  {"أقل من 40 أو يساوي", "أقل من 40 أو يساوي=(,40]"},
                  {"س >= 9", ">= 9=[9,)"},
                  {"ص<-4", "<-4=(,-4)"}},
                 [](const Analysis& a) { return Reader().Ranges(a); });
}

TEST(ValueReaderRanges, JoinsTwoBounds) {
  ExpectReadings({{"بين سبعين و تسعين", "بين سبعين و تسعين=[70,90)"},
                  {"من مئة إلى مئتين", "من مئة إلى مئتين=[100,200)"},
                  {"40-60", "40-60=[40,60)"},
                  {"أكبر من 3 وأصغر من 8", "أكبر من 3 وأصغر من 8=(3,8)"},
                  {"على الأكثر ٥٠ وعلى الأقل ٣٠", "على الأكثر ٥٠ وعلى الأقل ٣٠=[30,50]"},
                  {"أكثر من 90 وأقل من 20", "أكثر من 90=(90,); وأقل من 20=(,20)"}},
                 [](const Analysis& a) { return Reader().Ranges(a); });
}

TEST(ValueReaderPercentages, ReadsSignsAndWords) {
  ExpectReadings({{"خمسة وستون بالمئة", "خمسة وستون بالمئة=65"},
                  {"سالب اثنين في المئة", "سالب اثنين في المئة=-2"},
                  {"نسبة 35 من الناخبين", "نسبة 35=35"},
                  {"بالمائة 80", "بالمائة 80=80"},
                  {"٩٫٥٪", "٩٫٥٪=9.5"}},
                 [](const Analysis& a) { return Reader().Percentages(a); });
}

TEST(ValueReaderLengths, AddsUnits) {
  ExpectReadings({{"دام ثلاث سنوات وشهرين", "ثلاث سنوات وشهرين=3year+2month"},
                  {"مدة 4 أيام و ساعة واحدة", "4 أيام و ساعة واحدة=4d+1h"},
                  {"ربع الساعة", "ربع الساعة=0.25h"},
                  {"طوال الشهر", "طوال الشهر=1month"},
                  {"لبضع ساعات", "بضع ساعات=3h"},
                  {"أسبوعين ونصف", "أسبوعين ونصف=2.5w"},
                  {"نصف قرن", "نصف قرن=5decade"}},
                 [](const Analysis& a) { return Reader().Lengths(a); });
}

TEST(ValueReaderDates, ReadsDaysWithLittleToGoBy) {
  ExpectReadings({{"نلتقي في 18", "18=2025-11-18/2025-11-19"},
                  {"الموعد للسادس والعشرين", "للسادس والعشرين=2025-11-26/2025-11-27"},
                  {"9/23", "9/23=2025-09-23/2025-09-24"},
                  {"23-9", "23-9=2025-09-23/2025-09-24"},
                  {"17/05, 2019", "17/05, 2019=2019-05-17/2019-05-18"},
                  {"2018-7", "2018-7=2018-07-01/2018-08-01"},
                  {"أغسطس الثالث عشر", "أغسطس الثالث عشر=2025-08-13/2025-08-14"},
                  {"أبريل سبعة وعشرين", "أبريل سبعة وعشرين=2025-04-27/2025-04-28"},
                  {"7. فبراير. 2012", "7. فبراير. 2012=2012-02-07/2012-02-08"},
                  {"أول مارس", "أول مارس=2025-03-01/2025-03-02"},
                  {"3 يونيو 1492", "3 يونيو 1492=1492-06-03/1492-06-04"}},
                 kDates);
}

TEST(ValueReaderDates, PlacesWeekdays) {
  ExpectReadings(
      {{"يوم السبت 15", "السبت 15=2025-11-15/2025-11-16"},
       {"الثلاثاء الثاني", "الثلاثاء الثاني=2025-11-11/2025-11-12"},
       {"ثالث يوم أربعاء من أكتوبر", "ثالث يوم أربعاء من أكتوبر=2025-10-15/2025-10-16"},
       {"آخر يوم خميس من سبتمبر", "آخر يوم خميس من سبتمبر=2025-09-25/2025-09-26"},
       {"الأسبوع المقبل يوم الاثنين", "الأسبوع المقبل يوم الاثنين=2025-11-24/2025-11-25"},
       {"الأربعاء من هذا الأسبوع", "الأربعاء من هذا الأسبوع=2025-11-19/2025-11-20"},
       {"هذا الأحد", "هذا الأحد=2025-11-23/2025-11-24"},
       {"الأحد الموافق 9 نوفمبر", "الأحد الموافق 9 نوفمبر=2025-11-09/2025-11-10"}},
      kDates);
}

TEST(ValueReaderDates, MeasuresDistances) {
  ExpectReadings(
      {{"قبل شهر", "قبل شهر=2025-10-21/2025-10-22"},
       {"منذ سنة وأسبوع", "منذ سنة وأسبوع=2024-11-14/2024-11-15"},
       {"بعد 4 أيام", "بعد 4 أيام=2025-11-25/2025-11-26"},
       {"بعد سنتين", "بعد سنتين=2026-11-22/2027-11-22"},
       {"سنلتقي بعد شهر و 3 أيام من الآن", "بعد شهر و 3 أيام من الآن=2025-12-24/2025-12-25"},
       {"قبل أمس", "قبل أمس=2025-11-19/2025-11-20"},
       {"اليوم التالي", "اليوم التالي=2025-11-22/2025-11-23"}},
      kDates);
}

TEST(ValueReaderDates, ReadsPeriods) {
  ExpectReadings({{"بقية الأسبوع", "بقية الأسبوع=2025-11-21/2025-11-24"},
                  {"باقي هذا العام", "باقي هذا العام=2025-11-21/2026-01-01"},
                  {"عطلة نهاية الأسبوع", "عطلة نهاية الأسبوع=2025-11-22/2025-11-24"},
                  {"أسبوع 3 ديسمبر 2024", "أسبوع 3 ديسمبر 2024=2024-12-02/2024-12-09"},
                  {"في وقت لاحق من هذا العام", "في وقت لاحق من هذا العام=2025-07-01/2026-01-01"},
                  {"هذا أكتوبر", "هذا أكتوبر=2025-10-01/2025-11-01"},
                  {"ستينيات", "ستينيات=1960-01-01/1970-01-01"},
                  {"العقدين الماضيين", "العقدين الماضيين=2000-01-01/2020-01-01"},
                  {"تسعة عشر خمسة وأربعون", "تسعة عشر خمسة وأربعون=1945-01-01/1946-01-01"},
                  {"الأسبوع الماضي بين الاثنين والخميس",
                   "الأسبوع الماضي بين الاثنين والخميس=2025-11-10/2025-11-14"},
                  {"من 8 إلى 12 هذا الشهر", "من 8 إلى 12 هذا الشهر=2025-11-08/2025-11-13"},
                  {"بين 2011 و2016", "بين 2011 و2016=2011-01-01/2017-01-01"},
                  {"من السبت حتى الاثنين", "من السبت حتى الاثنين=2025-11-15/2025-11-18"}},
                 kDates);
}

TEST(ValueReaderDates, OpensToOneSide) {
  ExpectReadings({{"ابتداء من 5/3/2021", "ابتداء من 5/3/2021=2021-03-05/"},
                  {"قبل عام 2012", "قبل عام 2012=/2012-01-01"},
                  {"بعد عام 2012", "بعد عام 2012=2013-01-01/"},
                  {"2017 أو بعده", "2017 أو بعده=2017-01-01/"},
                  {"حتى نهاية الشهر", "حتى نهاية الشهر=/2025-12-01"}},
                 kDates);
}

TEST(ValueReaderDates, KnowsFeasts) {
  ExpectReadings({{"عيد الفطر", "عيد الفطر=2025-03-30/2025-03-31"},
                  {"عيد الأضحى 2024", "عيد الأضحى 2024=2024-06-16/2024-06-17"},
                  {"عيد الفصح 2024", "عيد الفصح 2024=2024-03-31/2024-04-01"},
                  {"الجمعة العظيمة 2023", "الجمعة العظيمة 2023=2023-04-07/2023-04-08"},
                  {"عيد الشكر 2019", "عيد الشكر 2019=2019-11-28/2019-11-29"},
                  {"ليلة رأس السنة", "ليلة رأس السنة=2024-12-31/2025-01-01"},
                  {"عيد الحب المقبل", "عيد الحب المقبل=2026-02-14/2026-02-15"},
                  {"اليوم الوطني", "اليوم الوطني=?"}},
                 kDates);
}

TEST(ValueReaderDates, TimesOfDayAreOfTheDay) {
  ExpectReadings({{"الساعة 7:45 مساء", "الساعة 7:45 مساء=2025-11-21/2025-11-22"},
                  {"هذا المساء", "هذا المساء=2025-11-21/2025-11-22"},
                  {"الليلة الماضية", "الليلة الماضية=2025-11-20/2025-11-21"}},
                 kDates);
}

}  // namespace
}  // namespace isnad::extraction
