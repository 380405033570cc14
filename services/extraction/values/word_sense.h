// What a word can mean inside a figure or a date.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_WORD_SENSE_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_WORD_SENSE_H_

#include <cstdint>

namespace isnad::extraction {

// Part that a word plays in a spelled-out number.
enum class NumberRole : uint8_t {
  kNone,
  kUnit,           // ثلاثة, three
  kUnitHead,       // اثنا, احدى: only before عشر or tens
  kTen,            // عشرة, ten; also the tail of teens
  kTeen,           // fourteen
  kTens,           // عشرون, twenty
  kCompound,       // twenty-five
  kHundred,        // مئة, hundred
  kHundreds,       // مئتان, ثلاثمئة
  kScale,          // ألف, مليون, million
  kScaleDual,      // ألفان, مليونين
  kScalePlural,    // آلاف, ملايين, millions
  kVagueTens,      // عشرات, dozens
  kVagueHundreds,  // مئات, hundreds
  kDozen,          // دزينة, dozen
};

// Grammatical number of a counted noun.
enum class NounForm : uint8_t { kNone, kSingular, kDual, kPlural, kDualOrPlural };

enum class TimeUnit : uint8_t {
  kNone,
  kSecond,
  kMinute,
  kHour,
  kDay,
  kWeek,
  kMonth,
  kQuarter,
  kHalf,
  kYear,
  kDecade,
  kCentury,
};

// Where a relative period lies, seen from the reference date.
enum class Direction : uint8_t { kNone, kPast, kCurrent, kNext };

// Part of a period.
enum class PeriodPart : uint8_t { kNone, kStart, kMiddle, kEnd };

enum class Season : uint8_t { kNone, kWinter, kSpring, kSummer, kAutumn };

// Words that name a day by themselves.
enum class DayWord : uint8_t {
  kNone,
  kToday,
  kYesterday,
  kTomorrow,
  kDayBeforeYesterday,
  kDayAfterTomorrow,
};

// Function words that the grammars ask for.
enum class Function : uint8_t {
  kNone,
  kAnd,
  kIn,
  kFrom,
  kTo,
  kUntil,
  kSince,
  kBefore,
  kAfter,
  kDuring,
  kBetween,
  kBy,
  kAgo,
  kOf,
  kThe,
  kA,
  kThis,
  kThat,
  kOn,
  kLastFirst /* آخر before a number */,
  kFor,
  kPer,
  kHoursMark /* الساعة */,
  kOr,
  kYearsDual /* عامي */,
  kMonthWord,
  kDayMark /* يوم */,
  kHijriMark,
  kCommonEra,
  kBeforeEra,
  kDivide /* على, of fractions */,
  kFew /* بضعة */,
  kWhole /* كامل */,
  kTwice /* قبل before الماضي */,
  kOnly,
  kHis /* its, their */,
  kPercentNoun /* percent */,
  kPoint /* نقطة */,
  kFigures /* خانات */,
  kNegative,
  kHalfOfYear /* النصف */,
  kVersionLabel,
  kPercentOf /* نسبة */,
};

// All senses of one word form. A word may have several ("ثانية": second, of time and of order).
struct WordSense {
  NumberRole number = NumberRole::kNone;
  double number_value = 0;
  double fraction = 0;  // نصف is 0.5
  int8_t ordinal = 0;   // 1 to 31; -1 for "last"
  int8_t month = 0;     // Gregorian, 1 to 12
  int8_t second_month = 0;  // كانون, تشرين: month when الثاني follows; `month` when الأول
  bool ambiguous_month = false;  // also an everyday word: needs a date neighbour
  int8_t hijri_month = 0;        // 1 to 12
  int8_t second_hijri_month = 0;  // ربيع, جمادى: month when الآخر or الثاني follows
  int8_t weekday = 0;             // 1 Monday to 7 Sunday
  bool bare_weekday = false;      // stands without article or is an abbreviation: needs a neighbour
  int8_t country = 0;             // index of a currency country
  int16_t currency = 0;           // index of a currency noun
  NounForm currency_form = NounForm::kNone;
  int16_t noun = 0;  // index of a counted noun
  NounForm noun_form = NounForm::kNone;
  TimeUnit time = TimeUnit::kNone;
  NounForm time_form = NounForm::kNone;
  Direction direction = Direction::kNone;
  PeriodPart part = PeriodPart::kNone;
  Season season = Season::kNone;
  DayWord day_word = DayWord::kNone;
  int16_t decade = 0;  // 90 for التسعينيات
  Function function = Function::kNone;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_WORD_SENSE_H_
