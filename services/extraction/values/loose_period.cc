#include "services/extraction/values/loose_period.h"

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/values/calendar.h"
#include "services/extraction/values/month_grammar.h"
#include "services/extraction/values/period_grammar.h"
#include "services/extraction/values/relative_date.h"

namespace isnad::extraction {
namespace {

constexpr int kSaturday = 6;
constexpr int kMaxDecades = 99;

bool IsRestWord(const ValueText& text, int i) {
  const absl::string_view word = text[i].surface();
  return word == "بقيه" || word == "باقي" || word == "لبقيه" || word == "لباقي" ||
         (word == "تبقي" && text[i - 1].surface() == "ما");
}

// A unit of time that stands for the current one: "الأسبوع", "أسبوعي", "يوم".
TimeUnit OwnUnit(const ValueText& text, int i) {
  const ValueWord& word = text[i];
  const WordSense& sense = word.sense();
  const bool known = sense.time == TimeUnit::kDay || sense.time == TimeUnit::kWeek ||
                     sense.time == TimeUnit::kMonth || sense.time == TimeUnit::kYear;
  if (!known) return TimeUnit::kNone;
  // "أسبوعي" (my week) looks like the construct dual.
  const bool mine = sense.time_form == NounForm::kDual && !word.peeled.article;
  return sense.time_form == NounForm::kSingular || mine ? sense.time : TimeUnit::kNone;
}

DateMatch WeekendOf(const DateContext& context, int begin, int end, int weeks_ahead) {
  if (!context.today) return Unresolved(begin, end, DatePrecision::kWeek);
  const CivilDate monday = *UnitInterval(*context.today, TimeUnit::kWeek).start;
  DateInterval interval;
  interval.start = AddUnits(monday, TimeUnit::kDay, 7 * weeks_ahead + kSaturday - 1);
  interval.end = AddUnits(*interval.start, TimeUnit::kDay, 2);
  interval.precision = DatePrecision::kDay;
  return FromPublication(begin, end, interval);
}

absl::optional<DateMatch> ParseSpokenDecade(const ValueText& text, int begin) {
  const ValueWord& word = text[begin];
  if (word.sense().decade != 0 && !word.latin()) {
    return Stated(begin, begin + 1, DecadeInterval(1900 + word.sense().decade));
  }
  const bool two_thousand = word.sense().number == NumberRole::kScaleDual &&
                            word.sense().number_value == 2000 && !word.peeled.conjunction;
  if (!two_thousand) return absl::nullopt;
  const int joined = text.Joined(begin + 1);
  const NumberRole role = joined >= 0 ? text[joined].sense().number : NumberRole::kNone;
  if (role == NumberRole::kVagueTens) return Stated(begin, joined + 1, DecadeInterval(2010));
  // Behind it nothing may stand that it could count.
  const ValueWord& next = text[begin + 1];
  if (next.exists() && !next.punctuation()) return absl::nullopt;
  return Stated(begin, begin + 1, DecadeInterval(2000));
}

// "العقدين الماضيين", "2 العقود الماضية": whole decades of the calendar.
absl::optional<DateMatch> ParseWholeDecades(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  int count = 2;
  int at = begin;
  if (text[begin].plain_up_to(kMaxDecades)) {
    count = static_cast<int>(text[begin].figure->value);
    ++at;
  }
  const WordSense& sense = text[at].sense();
  const bool decades = sense.time == TimeUnit::kDecade && text[at].peeled.article &&
                       (sense.time_form == NounForm::kDual || at > begin);
  const Direction direction = text[at + 1].sense().direction;
  if (!decades || (direction != Direction::kPast && direction != Direction::kNext)) {
    return absl::nullopt;
  }
  if (!context.today) return Unresolved(begin, at + 2, DatePrecision::kDecade);
  const int decade = context.today->year / 10 * 10;
  const int first = direction == Direction::kPast ? decade - 10 * count : decade + 10;
  DateInterval interval = DecadeInterval(first);
  interval.end = DecadeInterval(first + 10 * (count - 1)).end;
  return FromPublication(begin, at + 2, interval);
}

// The second end of a span behind "و", "إلى" or "حتى", or -1.
int SecondEnd(const ValueText& text, int i, bool between) {
  if (between) return text.Joined(i);
  return text[i].is(Function::kTo) || text[i].is(Function::kUntil) ? i + 1 : -1;
}

// A weekday within a week, or a day number within a month, at `i`; unresolved with its period.
absl::optional<DateMatch> DayWithin(const ValueText& text, const DateMatch& whole, int i) {
  const int at = text[i].sense().time == TimeUnit::kDay ? i + 1 : i;
  const bool resolved = whole.resolved && whole.interval.start.has_value();
  if (whole.interval.precision == DatePrecision::kWeek && text[at].sense().weekday != 0) {
    if (!resolved) return Unresolved(i, at + 1, DatePrecision::kDay);
    const int offset = text[at].sense().weekday - 1;
    return FromPublication(i, at + 1,
                           DayInterval(AddUnits(*whole.interval.start, TimeUnit::kDay, offset)));
  }
  int day = 0;
  const int end = ParseDayNumber(text, at, &day);
  if (whole.interval.precision != DatePrecision::kMonth || end < 0) return absl::nullopt;
  if (!resolved) return Unresolved(i, end, DatePrecision::kDay);
  const CivilDate date = {whole.interval.start->year, whole.interval.start->month, day};
  if (!IsValidDate(date)) return absl::nullopt;
  return FromPublication(i, end, DayInterval(date));
}

}  // namespace

absl::optional<DateMatch> ParseRest(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  if (!IsRestWord(text, begin)) return absl::nullopt;
  int at = begin + 1;
  if (text[at].is(Function::kFrom)) ++at;
  if (text[at].is(Function::kThis)) ++at;
  const TimeUnit unit = OwnUnit(text, at);
  if (unit == TimeUnit::kNone) return absl::nullopt;
  const int end = text[at + 1].sense().direction == Direction::kCurrent ? at + 2 : at + 1;
  if (!context.today) return Unresolved(begin, end, DatePrecision::kDay);
  DateInterval interval = UnitInterval(*context.today, unit);
  interval.start = context.today;
  return FromPublication(begin, end, interval);
}

absl::optional<DateMatch> ParseWeekend(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  int at = begin;
  if (text[at].surface() == "عطله" || text[at].surface() == "اجازه") ++at;
  if (text[at].sense().part != PeriodPart::kEnd) return absl::nullopt;
  ++at;
  const bool leading = text[at].is(Function::kThis);
  if (leading) ++at;
  if (OwnUnit(text, at) != TimeUnit::kWeek) return absl::nullopt;
  int end = at + 1;
  int weeks = 0;
  const bool after_next =
      text[end].is(Function::kAfter) && text[end + 1].exists() &&
      (text[end + 1].surface() == "التالي" || text[end + 1].sense().direction == Direction::kNext);
  if (after_next) {
    weeks = 2;
    end += 2;
  } else if (text[end].surface() == "التالي") {
    weeks = 1;
    ++end;
  } else if (text[end].peeled.article && text[end].sense().direction != Direction::kNone) {
    const Direction direction = text[end].sense().direction;
    weeks = direction == Direction::kPast ? -1 : direction == Direction::kNext ? 1 : 0;
    ++end;
  }
  return WeekendOf(context, begin, end, weeks);
}

absl::optional<DateMatch> ParseWeekOf(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  const ValueWord& week = text[begin];
  if (week.sense().time != TimeUnit::kWeek || week.peeled.article ||
      week.sense().time_form != NounForm::kSingular) {
    return absl::nullopt;
  }
  absl::optional<DateMatch> day = ParseDayOfMonth(context, begin + 1);
  if (!day || day->interval.precision != DatePrecision::kDay) return absl::nullopt;
  day->begin = begin;
  if (!day->resolved) return day;
  const DateBasis basis = day->interval.basis;
  day->interval = UnitInterval(*day->interval.start, TimeUnit::kWeek);
  day->interval.basis = basis;
  return day;
}

absl::optional<DateMatch> ParseLaterPart(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  const int at = text[begin].is(Function::kIn) ? begin + 1 : begin;
  if (text[at].surface() != "وقت") return absl::nullopt;
  const absl::string_view which = text[at + 1].surface();
  const bool later = which == "لاحق" || which == "متاخر";
  if ((!later && which != "مبكر") || !text[at + 2].is(Function::kFrom)) return absl::nullopt;
  absl::optional<DateMatch> whole = ParseRelativeUnit(context, at + 3);
  if (!whole) whole = ParseMonth(context, at + 3);
  if (!whole) whole = ParseCurrentUnit(context, at + 3);
  if (!whole) return absl::nullopt;
  whole->begin = begin;
  whole->inherits_year = false;
  if (!whole->resolved) return whole;
  whole->interval = HalfOf(whole->interval, later ? PeriodPart::kEnd : PeriodPart::kStart);
  return whole;
}

absl::optional<DateMatch> ParseThisMonth(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  const bool leading = text[begin].is(Function::kThis) || text[begin].surface() == "نفس";
  const int at = leading ? begin + 1 : begin;
  const int month = text[at].sense().month;
  const bool plain = month != 0 && text[at].sense().second_month == 0 && !text[at].latin();
  if (!plain || (!leading && !text[at].peeled.article)) return absl::nullopt;
  if (!context.today) return Unresolved(begin, at + 1, DatePrecision::kMonth);
  return FromPublication(begin, at + 1, MonthInterval(context.today->year, month));
}

absl::optional<DateMatch> ParseNamedPeriod(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  const ValueWord& word = text[begin];
  if (absl::optional<DateMatch> decades = ParseWholeDecades(context, begin)) return decades;
  // "الشهر التالي"
  const TimeUnit unit = word.sense().time;
  const bool whole_unit = unit == TimeUnit::kWeek || unit == TimeUnit::kMonth ||
                          unit == TimeUnit::kYear || unit == TimeUnit::kDecade;
  if (whole_unit && word.peeled.article && word.sense().time_form == NounForm::kSingular &&
      text[begin + 1].surface() == "التالي") {
    if (!context.today) return Unresolved(begin, begin + 2, DatePrecision::kMonth);
    return FromPublication(begin, begin + 2, UnitInterval(AddUnits(*context.today, unit, 1), unit));
  }
  if (word.sense().season != Season::kNone && word.peeled.article) {
    if (!context.today) return Unresolved(begin, begin + 1, DatePrecision::kHalf);
    return FromPublication(begin, begin + 1,
                           SeasonInterval(context.today->year, word.sense().season));
  }
  return ParseSpokenDecade(text, begin);
}

absl::optional<DateMatch> ParseSpanWithin(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  absl::optional<DateMatch> whole = ParseRelativeUnit(context, begin);
  if (!whole) whole = ParseMonth(context, begin);
  if (!whole) return absl::nullopt;
  const bool between = text[whole->end].is(Function::kBetween);
  if (!between && !text[whole->end].is(Function::kFrom)) return absl::nullopt;
  const absl::optional<DateMatch> first = DayWithin(text, *whole, whole->end + 1);
  if (!first) return absl::nullopt;
  const int second_at = SecondEnd(text, first->end, between);
  const absl::optional<DateMatch> second =
      second_at > 0 ? DayWithin(text, *whole, second_at) : absl::nullopt;
  if (!second) return absl::nullopt;
  if (!first->resolved) return Unresolved(begin, second->end, DatePrecision::kDay);
  if (DaysBetween(*first->interval.start, *second->interval.start) <= 0) return absl::nullopt;
  DateMatch span = *first;
  span.begin = begin;
  span.end = second->end;
  span.interval.end = second->interval.end;
  span.last = second->interval.start;
  return span;
}

}  // namespace isnad::extraction
