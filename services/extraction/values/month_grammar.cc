#include "services/extraction/values/month_grammar.h"

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/values/calendar.h"
#include "services/extraction/values/month_name.h"
#include "services/extraction/values/relative_date.h"
#include "services/extraction/values/year_grammar.h"

namespace isnad::extraction {
namespace {

constexpr int kFutureReach = 8;
// Days of one month in a list, besides the first and the last.
constexpr int kMaxListedDays = 3;
// Smaller years behind a Hijri month are Hijri years.
constexpr int kMinGregorianYear = 1700;

// The year of a month that is named without one.
int NearestYear(const DateContext& context, int begin, int month, Direction direction) {
  const CivilDate today = *context.today;
  switch (direction) {
    case Direction::kPast:
      return month < today.month ? today.year : today.year - 1;
    case Direction::kNext:
      return month > today.month ? today.year : today.year + 1;
    case Direction::kCurrent:
      return today.year;
    default:
      break;
  }
  if (LooksAhead(context.text, begin)) return month >= today.month ? today.year : today.year + 1;
  return month <= today.month ? today.year : today.year - 1;
}

// The Hijri year of a month that is named without one.
int NearestHijriYear(const DateContext& context, int begin, int month, Direction direction) {
  const HijriDate today = ToHijri(context.hijri, *context.today);
  switch (direction) {
    case Direction::kPast:
      return month < today.month ? today.year : today.year - 1;
    case Direction::kNext:
      return month > today.month ? today.year : today.year + 1;
    case Direction::kCurrent:
      return today.year;
    default:
      break;
  }
  if (LooksAhead(context.text, begin)) return month >= today.month ? today.year : today.year + 1;
  return month <= today.month ? today.year : today.year - 1;
}

DateInterval IntervalOf(const DateContext& context, const MonthName& name, int year, int day) {
  if (name.hijri) {
    return day == 0 ? HijriInterval(context.hijri, year, name.month)
                    : DayInterval(FromHijri(context.hijri, {year, name.month, day}));
  }
  return day == 0 ? MonthInterval(year, name.month) : DayInterval({year, name.month, day});
}

// Completes a month (day 0) or day of a month with what follows: year, relation or nothing.
DateMatch Complete(const DateContext& context, int begin, const MonthName& name, int day,
                   Direction leading) {
  const ValueText& text = context.text;
  const DatePrecision precision = day == 0 ? DatePrecision::kMonth : DatePrecision::kDay;
  if (const absl::optional<YearMatch> year = ParseYearReference(context, name.end)) {
    if (!year->resolved) return Unresolved(begin, year->end, precision);
    if (year->hijri && !name.hijri) return Unresolved(begin, year->end, precision);
    // "رمضان 2024" is the Ramadan that begins in 2024.
    const bool within = name.hijri && !year->hijri && year->year >= kMinGregorianYear;
    const int of_year =
        within ? HijriYearWithin(context.hijri, year->year, name.month) : year->year;
    const DateInterval interval = IntervalOf(context, name, of_year, day);
    return year->relative ? FromPublication(begin, year->end, interval)
                          : Stated(begin, year->end, interval);
  }
  int end = name.end;
  Direction direction = leading;
  const ValueWord& after = text[end];
  if (!after.latin() && after.sense().direction != Direction::kNone && after.peeled.article) {
    direction = after.sense().direction;
    ++end;
  }
  if (!context.today) return Unresolved(begin, end, precision);
  if (name.hijri) {
    const int year = NearestHijriYear(context, begin, name.month, direction);
    return FromPublication(begin, end, IntervalOf(context, name, year, day));
  }
  int year = NearestYear(context, begin, name.month, direction);
  // A day of this month that is still to come belongs to last year only if nothing looks ahead.
  const CivilDate date = {year, name.month, day == 0 ? 1 : day};
  if (day != 0 && direction == Direction::kNone && DaysBetween(*context.today, date) > 0 &&
      !LooksAhead(text, begin)) {
    --year;
  }
  DateMatch match = FromPublication(begin, end, IntervalOf(context, name, year, day));
  match.inherits_year = direction == Direction::kNone;
  return match;
}

bool HasDateNeighbour(const ValueText& text, int begin) {
  const ValueWord& before = text[begin - 1];
  switch (before.sense().function) {
    case Function::kIn:
    case Function::kSince:
    case Function::kBy:
    case Function::kUntil:
    case Function::kBefore:
    case Function::kAfter:
    case Function::kDuring:
    case Function::kBetween:
    case Function::kTo:
      return true;
    case Function::kFrom:
      return before.latin();
    default:
      return before.sense().part != PeriodPart::kNone || before.sense().month != 0;
  }
}

bool IsValidDay(const MonthName& name, int day) {
  if (name.hijri) return day <= 30;
  return day <= 31 && IsValidDate({2024, name.month, day});
}

// Index after a connector between two day numbers ("إلى", "حتى", "-", "و"), or -1.
int EndOfConnector(const ValueText& text, int i) {
  if (text[i].is(Function::kTo) || text[i].is(Function::kUntil) || text[i].surface() == "-") {
    return i + 1;
  }
  return text.Joined(i);
}

// "23 من الشهر المقبل", "22 هذا الشهر"
absl::optional<DateMatch> ParseDayOfRelativeMonth(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  int day = 0;
  int end = ParseDayNumber(text, begin, &day);
  if (end < 0) return absl::nullopt;
  if (text[end].is(Function::kFrom) || text[end].is(Function::kIn) || text[end].is(Function::kOf)) {
    ++end;
  }
  const absl::optional<DateMatch> month = ParseRelativeUnit(context, end);
  if (!month || month->interval.precision != DatePrecision::kMonth) return absl::nullopt;
  if (!month->resolved) return Unresolved(begin, month->end, DatePrecision::kDay);
  CivilDate date = *month->interval.start;
  date.day = day;
  if (!IsValidDate(date)) return absl::nullopt;
  return FromPublication(begin, month->end, DayInterval(date));
}

// A day with its month, stated or relative, that begins at `begin` with its number.
absl::optional<DateMatch> ParseDayWithMonth(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  int day = 0;
  const int end = ParseDayNumber(text, begin, &day);
  if (end < 0) return absl::nullopt;
  const bool linked = text[end].is(Function::kFrom) || text[end].is(Function::kOf);
  const absl::optional<MonthName> name = ParseMonthName(text, linked ? end + 1 : end);
  if (name && IsValidDay(*name, day)) {
    return Complete(context, begin, *name, day, Direction::kNone);
  }
  return ParseDayOfRelativeMonth(context, begin);
}

// "4 إلى 22 يناير 1995": the month and year belong to both days.
absl::optional<DateMatch> ParseDayRange(const DateContext& context, int begin, int first_day,
                                        int connector_at) {
  int second = EndOfConnector(context.text, connector_at);
  if (second < 0) return absl::nullopt;
  absl::optional<DateMatch> last = ParseDayWithMonth(context, second);
  // "25 و26 و27 فبراير"
  for (int listed = 0; !last && listed < kMaxListedDays; ++listed) {
    int day = 0;
    const int end = ParseDayNumber(context.text, second, &day);
    second = end < 0 ? -1 : EndOfConnector(context.text, end);
    if (second < 0) return absl::nullopt;
    last = ParseDayWithMonth(context, second);
  }
  if (!last || last->interval.precision != DatePrecision::kDay) return absl::nullopt;
  if (!last->resolved) return Unresolved(begin, last->end, DatePrecision::kDay);
  CivilDate start = *last->interval.start;
  if (first_day >= start.day) return absl::nullopt;
  start.day = first_day;
  DateMatch match = *last;
  match.begin = begin;
  match.interval.start = start;
  return match;
}

absl::optional<DateMatch> ParseNumericDate(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  const ValueWord& word = text[begin];
  if (!word.figure.has_value()) return absl::nullopt;
  const Figure& figure = *word.figure;
  if (figure.kind == Figure::Kind::kMonthDate) {
    return Stated(begin, begin + word.figure_tokens, MonthInterval(figure.year, figure.month));
  }
  if (figure.kind != Figure::Kind::kDayDate) return absl::nullopt;
  const CivilDate date = {figure.year, figure.month, figure.day};
  if (figure.year < 1600) {
    if (figure.day > 30) return absl::nullopt;
    return Stated(begin, begin + word.figure_tokens,
                  DayInterval(FromHijri(context.hijri, {figure.year, figure.month, figure.day})));
  }
  if (!IsValidDate(date)) return absl::nullopt;
  return Stated(begin, begin + word.figure_tokens, DayInterval(date));
}

// "19-20 نوفمبر": one token holds both days.
absl::optional<DateMatch> ParseHyphenatedDays(const DateContext& context, int begin) {
  const ValueWord& word = context.text[begin];
  if (!word.figure.has_value() || word.figure->kind != Figure::Kind::kRange ||
      !word.figure->plain || word.figure->value < 1 || word.figure->upper > 31) {
    return absl::nullopt;
  }
  const absl::optional<MonthName> name = ParseMonthName(context.text, begin + 1);
  if (!name) return absl::nullopt;
  const int last_day = static_cast<int>(word.figure->upper);
  if (!IsValidDay(*name, last_day)) return absl::nullopt;
  DateMatch match = Complete(context, begin, *name, last_day, Direction::kNone);
  if (match.resolved) match.interval.start->day = static_cast<int>(word.figure->value);
  return match;
}

// "July 30, 2025"
absl::optional<DateMatch> ParseMonthFirst(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  if (!text[begin].latin() && text[begin].sense().month == 0) return absl::nullopt;
  const absl::optional<MonthName> name = ParseMonthName(text, begin);
  if (!name || name->labelled) return absl::nullopt;
  int day = 0;
  const int end = ParseDayNumber(text, name->end, &day);
  if (end < 0 || !IsValidDay(*name, day) || text[end].sense().noun != 0) return absl::nullopt;
  if (!text[begin].latin() && !text[name->end].figure.has_value()) return absl::nullopt;
  MonthName with_day = *name;
  with_day.end = end;
  return Complete(context, begin, with_day, day, Direction::kNone);
}

}  // namespace

bool LooksAhead(const ValueText& text, int begin) {
  static constexpr absl::string_view kFutureWords[] = {
      "سوف",     "المقرر",    "مقرر",   "المتوقع",  "متوقع", "يتوقع",    "تتوقع",
      "المرتقب", "مرتقب",     "المزمع", "المنتظر",  "يعتزم", "تعتزم",    "يخطط",
      "تخطط",    "بحلول",     "لن",     "will",     "plans", "expected", "expects",
      "due",     "scheduled", "slated", "upcoming", "shall"};
  for (int i = begin - 1; i >= begin - kFutureReach; --i) {
    const absl::string_view word = text[i].surface();
    if (!text[i].exists() || word == "." || word == "؟" || word == "!") return false;
    for (absl::string_view future : kFutureWords) {
      if (word == future) return true;
    }
    for (absl::string_view prefix : {"سي", "ست", "وسي", "وست"}) {
      // "سيطلق", "ستعلن"; nouns such as سياسة and ستة are known or end in a ta marbuta.
      if (absl::StartsWith(word, prefix) && word.size() >= 10 && !absl::EndsWith(word, "ه") &&
          !absl::EndsWith(word, "ات") && text[i].sense().number == NumberRole::kNone) {
        return true;
      }
    }
  }
  return false;
}

int ParseDayNumber(const ValueText& text, int begin, int* day) {
  const ValueWord& word = text[begin];
  if (word.plain_up_to(31)) {
    *day = static_cast<int>(word.figure->value);
    return word.figure->digits <= 2 ? begin + 1 : -1;
  }
  if (word.figure.has_value() && word.figure->kind == Figure::Kind::kOrdinal &&
      word.figure->value >= 1 && word.figure->value <= 31) {
    *day = static_cast<int>(word.figure->value);
    return begin + 1;
  }
  const int ordinal = word.sense().ordinal;
  if (ordinal >= 1 && (word.peeled.article || word.latin())) {
    const ValueWord& next = text[begin + 1];
    if (next.sense().number == NumberRole::kTen && !next.peeled.conjunction) {
      *day = ordinal + 10;
      return begin + 2;
    }
    const int tens = text.Joined(begin + 1);
    if (tens >= 0 && text[tens].sense().number == NumberRole::kTens &&
        ordinal + text[tens].sense().number_value <= 31) {
      *day = ordinal + static_cast<int>(text[tens].sense().number_value);
      return tens + 1;
    }
    *day = ordinal;
    return begin + 1;
  }
  if (word.sense().number == NumberRole::kTens && word.peeled.article &&
      word.sense().number_value <= 30) {
    *day = static_cast<int>(word.sense().number_value);
    return begin + 1;
  }
  return -1;
}

absl::optional<DateMatch> ParseDayOfMonth(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  if (absl::optional<DateMatch> numeric = ParseNumericDate(context, begin)) return numeric;
  if (absl::optional<DateMatch> days = ParseHyphenatedDays(context, begin)) return days;
  if (absl::optional<DateMatch> month_first = ParseMonthFirst(context, begin)) return month_first;
  // "الأسبوع الأول من أكتوبر" is no first day.
  const ValueWord& before = text[begin - 1];
  if (before.sense().time != TimeUnit::kNone && before.sense().time != TimeUnit::kDay &&
      before.peeled.article && !text[begin].figure.has_value()) {
    return absl::nullopt;
  }
  if (absl::optional<DateMatch> day = ParseDayWithMonth(context, begin)) return day;
  int day = 0;
  const int end = ParseDayNumber(text, begin, &day);
  return end < 0 ? absl::nullopt : ParseDayRange(context, begin, day, end);
}

absl::optional<DateMatch> ParseMonth(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  // "last April"
  const bool leading = text[begin].latin() && text[begin].sense().direction != Direction::kNone;
  const int at = leading ? begin + 1 : begin;
  const absl::optional<MonthName> name = ParseMonthName(text, at);
  if (!name) return absl::nullopt;
  // Hijri months are names of people too, and رمضان alone needs a year to become a date.
  const Direction direction = leading ? text[begin].sense().direction : Direction::kNone;
  const DateMatch match = Complete(context, begin, *name, 0, direction);
  const bool bare = match.end == name->end && !leading && !name->labelled;
  if (name->hijri && bare && !context.loose()) return absl::nullopt;
  if (bare && name->ambiguous && !context.loose() && !HasDateNeighbour(text, begin))
    return absl::nullopt;
  return match;
}

}  // namespace isnad::extraction
