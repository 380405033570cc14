#include "services/extraction/values/holiday_grammar.h"

#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "absl/types/optional.h"
#include "services/extraction/values/calendar.h"
#include "services/extraction/values/holiday_words.h"
#include "services/extraction/values/month_grammar.h"
#include "services/extraction/values/year_grammar.h"

namespace isnad::extraction {
namespace {

constexpr int kLastPlace = 5;

// Easter Sunday by the anonymous Gregorian computus (Nature, 1876).
CivilDate Easter(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int d = b / 4;
  const int e = b % 4;
  const int f = (b + 8) / 25;
  const int g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4;
  const int k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return {year, n / 31, n % 31 + 1};
}

CivilDate NthWeekday(int year, const Holiday& holiday) {
  const CivilDate first = {year, holiday.month, 1};
  const int to_weekday = (holiday.weekday - Weekday(first) + 7) % 7;
  CivilDate date = AddUnits(first, TimeUnit::kDay, to_weekday + 7 * (holiday.day - 1));
  if (holiday.day == kLastPlace && date.month != holiday.month) {
    date = AddUnits(date, TimeUnit::kDay, -7);
  }
  return date;
}

// The date in a Gregorian year; unset for days that differ by country.
absl::optional<CivilDate> DateIn(const DateContext& context, const Holiday& holiday, int year) {
  switch (holiday.rule) {
    case HolidayRule::kFixed:
      return CivilDate{year, holiday.month, holiday.day};
    case HolidayRule::kWeekday:
      return NthWeekday(year, holiday);
    case HolidayRule::kEaster:
      return AddUnits(Easter(year), TimeUnit::kDay, holiday.day);
    case HolidayRule::kHijri:
      return FromHijri(context.hijri, {HijriYearWithin(context.hijri, year, holiday.month),
                                       holiday.month, holiday.day});
    case HolidayRule::kByCountry:
      return absl::nullopt;
  }
  return absl::nullopt;
}

// Index behind `name` at `i`, or -1; its first word may carry a preposition ("لعيد", "بعيد").
int EndOfName(const ValueText& text, int i, absl::string_view name) {
  int at = i;
  for (absl::string_view word : absl::StrSplit(name, ' ')) {
    absl::string_view surface = text[at].surface();
    if (at == i && surface != word && !absl::ConsumePrefix(&surface, "ل")) {
      absl::ConsumePrefix(&surface, "و");
    }
    if (surface != word) return -1;
    ++at;
  }
  return at;
}

struct HolidayMatch {
  int end = 0;
  const Holiday* holiday = nullptr;
};

HolidayMatch FindHoliday(const ValueText& text, int begin) {
  HolidayMatch best;
  for (const Holiday& holiday : Holidays()) {
    for (absl::string_view name : absl::StrSplit(holiday.names, '|')) {
      const int end = EndOfName(text, begin, name);
      if (end > best.end) best = {end, &holiday};
    }
  }
  return best;
}

int YearFromDirection(const DateContext& context, const Holiday& holiday, int begin,
                      Direction direction) {
  const CivilDate today = *context.today;
  const absl::optional<CivilDate> this_year = DateIn(context, holiday, today.year);
  if (!this_year || direction == Direction::kCurrent) return today.year;
  const bool passed = DaysBetween(*this_year, today) >= 0;
  const bool ahead = direction == Direction::kNext ||
                     (direction == Direction::kNone && LooksAhead(context.text, begin));
  if (ahead) return passed ? today.year + 1 : today.year;
  return passed ? today.year : today.year - 1;
}

}  // namespace

absl::optional<DateMatch> ParseHoliday(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  const HolidayMatch match = FindHoliday(text, begin);
  if (match.holiday == nullptr) return absl::nullopt;
  int year_at = match.end;
  // "لعام 2016": the year carries the preposition.
  if (const absl::optional<YearMatch> year = ParseYearReference(context, year_at)) {
    const absl::optional<CivilDate> date = year->resolved && !year->hijri
                                               ? DateIn(context, *match.holiday, year->year)
                                               : absl::nullopt;
    if (!date) return Unresolved(begin, year->end, DatePrecision::kDay);
    return Stated(begin, year->end, DayInterval(*date));
  }
  Direction direction = Direction::kNone;
  if (text[year_at].peeled.article && text[year_at].sense().direction != Direction::kNone) {
    direction = text[year_at].sense().direction;
    ++year_at;
  }
  if (!context.today) return Unresolved(begin, year_at, DatePrecision::kDay);
  const int year = YearFromDirection(context, *match.holiday, begin, direction);
  const absl::optional<CivilDate> date = DateIn(context, *match.holiday, year);
  if (!date) return Unresolved(begin, year_at, DatePrecision::kDay);
  return FromPublication(begin, year_at, DayInterval(*date));
}

}  // namespace isnad::extraction
