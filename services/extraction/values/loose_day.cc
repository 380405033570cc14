#include "services/extraction/values/loose_day.h"

#include <cstdlib>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/values/calendar.h"
#include "services/extraction/values/digit_groups.h"
#include "services/extraction/values/month_grammar.h"
#include "services/extraction/values/number_grammar.h"
#include "services/extraction/values/period_grammar.h"
#include "services/extraction/values/relative_date.h"
#include "services/extraction/values/year_grammar.h"

namespace isnad::extraction {
namespace {

constexpr int kMaxMonthsAway = 1;

bool IsDayWord(const ValueWord& word) {
  return word.sense().time == TimeUnit::kDay && !word.latin() && !word.peeled.article &&
         word.sense().time_form == NounForm::kSingular;
}

// A day of the month that holds the reference date.
DateMatch DayOfThisMonth(const DateContext& context, int begin, int end, int day) {
  if (!context.today) return Unresolved(begin, end, DatePrecision::kDay);
  const CivilDate date = {context.today->year, context.today->month, day};
  if (!IsValidDate(date)) return Unresolved(begin, end, DatePrecision::kDay);
  return FromPublication(begin, end, DayInterval(date));
}

// Nothing behind the number says that it counts something.
bool CountsNothing(const ValueText& text, int i) {
  const WordSense& sense = text[i].sense();
  return sense.number == NumberRole::kNone && sense.currency == 0 && sense.noun == 0 &&
         (sense.time == TimeUnit::kNone || text[i].peeled.article) &&
         !text[i].is(Function::kPercentNoun);
}

DateMatch WithYear(const DateContext& context, int begin, int end, int month, int day) {
  const ValueText& text = context.text;
  const int year_at = SkipComma(text, end);
  const ValueWord& word = text[year_at];
  if (year_at > end && word.number_figure() && word.figure->plain &&
      (word.figure->digits == 2 || word.figure->digits == 4)) {
    const int value = static_cast<int>(word.figure->value);
    const int year = word.figure->digits == 4 ? value : value < 50 ? 2000 + value : 1900 + value;
    const CivilDate date = {year, month, day};
    if (IsValidDate(date)) return Stated(begin, year_at + 1, DayInterval(date));
  }
  if (!context.today) return Unresolved(begin, end, DatePrecision::kDay);
  CivilDate date = {context.today->year, month, day};
  const bool ahead = DaysBetween(*context.today, date) > 0;
  if (ahead && !LooksAhead(text, begin)) --date.year;
  if (!IsValidDate(date)) return Unresolved(begin, end, DatePrecision::kDay);
  return FromPublication(begin, end, DayInterval(date));
}

// The day of a month nearest to the reference date on which `weekday` falls.
absl::optional<CivilDate> NearestWithWeekday(CivilDate today, int weekday, int day) {
  for (int away = 0; away <= kMaxMonthsAway; ++away) {
    for (const int direction : {-1, 1}) {
      CivilDate date = AddUnits({today.year, today.month, 1}, TimeUnit::kMonth, direction * away);
      date.day = day;
      if (IsValidDate(date) && Weekday(date) == weekday) return date;
    }
  }
  return absl::nullopt;
}

// The `place`-th `weekday` of the month that begins at `first`.
absl::optional<CivilDate> NthWeekday(CivilDate first, int weekday, int place) {
  const int to_weekday = (weekday - Weekday(first) + 7) % 7;
  const CivilDate date = AddUnits(first, TimeUnit::kDay, to_weekday + 7 * (place - 1));
  if (date.month != first.month) return absl::nullopt;
  return date;
}

// "الأسبوع القادم", "هذا الأسبوع": the Monday of that week.
struct WeekMatch {
  int end = 0;
  absl::optional<CivilDate> monday;
};

absl::optional<WeekMatch> ParseWeek(const DateContext& context, int begin) {
  const absl::optional<DateMatch> match = ParseRelativeUnit(context, begin);
  if (!match || match->interval.precision != DatePrecision::kWeek) return absl::nullopt;
  return WeekMatch{match->end, match->interval.start};
}

DateMatch DayOfWeek(int begin, int end, const WeekMatch& week, int weekday) {
  if (!week.monday) return Unresolved(begin, end, DatePrecision::kDay);
  return FromPublication(begin, end,
                         DayInterval(AddUnits(*week.monday, TimeUnit::kDay, weekday - 1)));
}

// Index of the weekday at `i` behind an optional "يوم", or -1.
int WeekdayAt(const ValueText& text, int i) {
  const int at = IsDayWord(text[i]) ? i + 1 : i;
  return text[at].sense().weekday != 0 ? at : -1;
}

// The month behind "من" or "في" that a place is counted in; this month when none is named.
struct MonthOfPlace {
  int end = 0;
  absl::optional<CivilDate> first;
};

MonthOfPlace ParseMonthOfPlace(const DateContext& context, int i) {
  const ValueText& text = context.text;
  const bool linked = text[i].is(Function::kFrom) || text[i].is(Function::kIn);
  if (linked) {
    absl::optional<DateMatch> month = ParseMonth(context, i + 1);
    if (!month) month = ParseRelativeUnit(context, i + 1);
    if (month && month->interval.precision == DatePrecision::kMonth) {
      return {month->end, month->interval.start};
    }
  }
  MonthOfPlace here;
  here.end = i;
  if (context.today) here.first = CivilDate{context.today->year, context.today->month, 1};
  return here;
}

absl::optional<DateMatch> PlaceInMonth(const DateContext& context, int begin, int end, int weekday,
                                       int place) {
  const MonthOfPlace month = ParseMonthOfPlace(context, end);
  if (!month.first) return Unresolved(begin, month.end, DatePrecision::kDay);
  const absl::optional<CivilDate> date = NthWeekday(*month.first, weekday, place);
  if (!date) return Unresolved(begin, month.end, DatePrecision::kDay);
  return FromPublication(begin, month.end, DayInterval(*date));
}

// The last `weekday` before `end`.
CivilDate LastWeekday(CivilDate end, int weekday) {
  const CivilDate last = AddUnits(end, TimeUnit::kDay, -1);
  return AddUnits(last, TimeUnit::kDay, -((Weekday(last) - weekday + 7) % 7));
}

// "آخر يوم جمعة من هذا الشهر"
absl::optional<DateMatch> ParseLastWeekday(const DateContext& context, int begin) {
  if (!context.text[begin].is(Function::kLastFirst)) return absl::nullopt;
  const int at = WeekdayAt(context.text, begin + 1);
  if (at < 0) return absl::nullopt;
  const MonthOfPlace month = ParseMonthOfPlace(context, at + 1);
  if (!month.first) return Unresolved(begin, month.end, DatePrecision::kDay);
  const CivilDate next = AddUnits(*month.first, TimeUnit::kMonth, 1);
  return FromPublication(begin, month.end,
                         DayInterval(LastWeekday(next, context.text[at].sense().weekday)));
}

// "الأحد الثاني", "الجمعة 22", "الخميس في السابع", "الجمعة من هذا الأسبوع"
absl::optional<DateMatch> ParseBehindWeekday(const DateContext& context, int begin, int at) {
  const ValueText& text = context.text;
  const int weekday = text[at].sense().weekday;
  int date_at = SkipComma(text, at + 1);
  const bool matching = text[date_at].surface() == "الموافق";
  if (matching) ++date_at;
  absl::optional<DateMatch> date = ParseMonthAndDay(context, date_at);
  if (!date && matching) date = ParseDayOfMonth(context, date_at);
  if (date) {
    date->begin = begin;
    return date;
  }
  const bool linked = text[at + 1].is(Function::kIn);
  const int next = linked || text[at + 1].is(Function::kFrom) ? at + 2 : at + 1;
  if (const absl::optional<WeekMatch> week = ParseWeek(context, next)) {
    return DayOfWeek(begin, week->end, *week, weekday);
  }
  int day = 0;
  const int end = ParseDayNumber(text, linked ? at + 2 : at + 1, &day);
  if (end < 0 || text[end].sense().month != 0) return absl::nullopt;
  const bool place = !linked && day <= 5 && !text[at + 1].figure.has_value() && end == at + 2;
  if (place) return PlaceInMonth(context, begin, end, weekday, day);
  if (!context.today) return Unresolved(begin, end, DatePrecision::kDay);
  const absl::optional<CivilDate> nearest = NearestWithWeekday(*context.today, weekday, day);
  if (!nearest) return absl::nullopt;
  return FromPublication(begin, end, DayInterval(*nearest));
}

}  // namespace

absl::optional<DateMatch> ParseLoneDay(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  const bool labelled = IsDayWord(text[begin]) || text[begin].is(Function::kTo);
  const int at = labelled ? begin + 1 : begin;
  const ValueWord& before = text[begin - 1];
  const bool to_day =
      text[begin].peeled.preposition == 'l' || text[begin].peeled.preposition == 'b';
  const bool asked = labelled || before.is(Function::kIn) || before.surface() == "عند" ||
                     before.surface() == "بتاريخ" || before.surface() == "ليوم" || to_day;
  if (!asked || text[begin].peeled.conjunction) return absl::nullopt;
  if (labelled) {
    // "إلى 20 من الشهر القادم"
    absl::optional<DateMatch> whole = ParseDayOfMonth(context, at);
    if (whole && whole->interval.precision == DatePrecision::kDay &&
        !text[begin].is(Function::kTo)) {
      whole->begin = begin;
      return whole;
    }
    if (whole && text[whole->end - 1].sense().month == 0) {
      whole->begin = begin;
      return whole;
    }
  }
  int day = 0;
  const int end = ParseDayNumber(text, at, &day);
  if (end < 0 || !CountsNothing(text, end) || text[end].sense().month != 0) return absl::nullopt;
  return DayOfThisMonth(context, begin, end, day);
}

absl::optional<DateMatch> ParseDigitDate(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  const DigitGroups groups = ReadDigitGroups(text, begin);
  if (groups.count < 2) return absl::nullopt;
  const int first = groups.values[0];
  const int second = groups.values[1];
  // "2015-3", and what is left of an impossible date: "2015-1-32"
  if (groups.digits[0] == 4 && first >= 1900 && first <= 2100 && second >= 1 && second <= 12) {
    return Stated(begin, groups.end, MonthInterval(first, second));
  }
  if (groups.count != 2 || groups.digits[0] > 2 || groups.digits[1] > 2) return absl::nullopt;
  const ValueWord& before = text[begin - 1];
  const bool asked = before.is(Function::kIn) || before.surface() == "عند" ||
                     before.is(Function::kSince) || before.is(Function::kUntil);
  if (groups.mark == '.' && !asked) return absl::nullopt;
  const bool day_first = first <= 31 && second <= 12;
  const int day = day_first ? first : second;
  const int month = day_first ? second : first;
  if (month < 1 || month > 12 || !IsValidDate({2024, month, day})) return absl::nullopt;
  return WithYear(context, begin, groups.end, month, day);
}

absl::optional<DateMatch> ParseMonthAndDay(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  int day = 0;
  // "16. نوفمبر. 2016", "2- أكتوبر"
  if (text[begin].plain_up_to(31)) {
    const absl::string_view mark = text[begin + 1].surface();
    const absl::optional<DateMatch> month =
        mark == "." || mark == "-" || mark == "/" ? ParseMonth(context, begin + 2) : absl::nullopt;
    if (!month || month->interval.precision != DatePrecision::kMonth) return absl::nullopt;
    const int year_at = text[month->end].surface() == "." ? month->end + 1 : month->end;
    if (!month->interval.start) return Unresolved(begin, month->end, DatePrecision::kDay);
    CivilDate date = *month->interval.start;
    date.day = static_cast<int>(text[begin].figure->value);
    int end = month->end;
    if (const absl::optional<YearMatch> year = ParseYear(context, year_at)) {
      date.year = year->year;
      end = year->end;
    }
    if (!IsValidDate(date)) return absl::nullopt;
    return Stated(begin, end, DayInterval(date));
  }
  // "أول يناير"
  if (text[begin].sense().ordinal == 1 && !text[begin].peeled.article) {
    const int month_at = text[begin + 1].is(Function::kFrom) ? begin + 2 : begin + 1;
    absl::optional<DateMatch> month = ParseMonth(context, month_at);
    if (!month || month->interval.precision != DatePrecision::kMonth) return absl::nullopt;
    month->begin = begin;
    month->interval.precision = DatePrecision::kDay;
    if (month->interval.start)
      month->interval.end = AddUnits(*month->interval.start, TimeUnit::kDay, 1);
    return month;
  }
  const int month = text[begin].sense().month;
  if (month == 0 || text[begin].sense().second_month != 0) return absl::nullopt;
  const int day_at = text[begin + 1].surface() == "/" ? begin + 2 : begin + 1;
  int end = ParseDayNumber(text, day_at, &day);
  if (end < 0) {
    // "مايو تسعة وعشرين"
    const absl::optional<NumberMatch> number = ParseNumber(text, day_at);
    if (!number || number->digits || number->value < 1 || number->value > 31 || number->fraction ||
        text[day_at].peeled.conjunction) {
      return absl::nullopt;
    }
    day = static_cast<int>(number->value);
    end = number->end;
  }
  if (!IsValidDate({2024, month, day})) return absl::nullopt;
  if (const absl::optional<YearMatch> year = ParseYearReference(context, end)) {
    if (!year->resolved) return Unresolved(begin, year->end, DatePrecision::kDay);
    return Stated(begin, year->end, DayInterval({year->year, month, day}));
  }
  if (!CountsNothing(text, end)) return absl::nullopt;
  return WithYear(context, begin, end, month, day);
}

absl::optional<DateMatch> ParsePlacedWeekday(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  // "أول يوم جمعة من يوليو"
  const int place = text[begin].sense().ordinal;
  if (place >= 1 && place <= 5 && !text[begin].peeled.article) {
    const int at = WeekdayAt(text, begin + 1);
    if (at >= 0) return PlaceInMonth(context, begin, at + 1, text[at].sense().weekday, place);
  }
  if (absl::optional<DateMatch> last = ParseLastWeekday(context, begin)) return last;
  // "هذا الأحد", "هذا يوم الجمعة"
  if (text[begin].is(Function::kThis)) {
    const int at = WeekdayAt(text, begin + 1);
    if (at >= 0) {
      if (!context.today) return Unresolved(begin, at + 1, DatePrecision::kDay);
      const WeekMatch week = {at, UnitInterval(*context.today, TimeUnit::kWeek).start};
      return DayOfWeek(begin, at + 1, week, text[at].sense().weekday);
    }
  }
  // "الأسبوع القادم يوم الأحد"
  if (const absl::optional<WeekMatch> week = ParseWeek(context, begin)) {
    const int at = WeekdayAt(text, week->end);
    if (at >= 0) return DayOfWeek(begin, at + 1, *week, text[at].sense().weekday);
  }
  const int at = WeekdayAt(text, begin);
  if (at < 0 || (!text[at].peeled.article && at == begin)) return absl::nullopt;
  return ParseBehindWeekday(context, begin, at);
}

absl::optional<DateMatch> ParseNeighbourDay(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  int offset = 0;
  int end = begin + 2;
  const absl::string_view next = text[begin + 1].surface();
  if (text[begin].surface() == "اليوم" || text[begin].surface() == "لليوم") {
    if (next == "التالي") {
      offset = 1;
    } else if (next == "السابق") {
      offset = -1;
    } else {
      end = begin + 1;
    }
  } else if (text[begin].surface() == "نفس" && next == "اليوم") {
    offset = 0;
  } else if (text[begin].surface() == "هذا" && next == "اليوم") {
    offset = 0;
  } else if (text[begin].surface() == "يومي" && !text[begin + 1].peeled.article) {
    end = begin + 1;  // my day; "يومي الاثنين والأربعاء" are two days
  } else if (text[begin].surface() == "الان" || text[begin].surface() == "حاليا") {
    end = begin + 1;
  } else {
    return absl::nullopt;
  }
  if (!context.today) return Unresolved(begin, end, DatePrecision::kDay);
  return FromPublication(begin, end, DayInterval(AddUnits(*context.today, TimeUnit::kDay, offset)));
}

}  // namespace isnad::extraction
