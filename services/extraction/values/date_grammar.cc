#include "services/extraction/values/date_grammar.h"

#include "absl/types/optional.h"
#include "services/extraction/values/calendar.h"
#include "services/extraction/values/month_grammar.h"
#include "services/extraction/values/moved_date.h"
#include "services/extraction/values/period_grammar.h"
#include "services/extraction/values/relative_date.h"
#include "services/extraction/values/relative_distance.h"
#include "services/extraction/values/year_grammar.h"

namespace isnad::extraction {
namespace {

// The longest date that begins exactly at `begin`.
absl::optional<DateMatch> ParseOne(const DateContext& context, const BoundWords& bounds,
                                   int begin) {
  absl::optional<DateMatch> best;
  const auto consider = [&best](absl::optional<DateMatch> match) {
    if (match && (!best || match->end > best->end)) best = match;
  };
  consider(ParseDayOfMonth(context, begin));
  consider(ParseMonth(context, begin));
  consider(ParsePart(context, begin));
  consider(ParseQuarterOrHalf(context, begin));
  consider(ParseSeason(context, begin));
  consider(ParseNumberedWeek(context, begin));
  consider(ParseRelativeUnit(context, begin));
  consider(ParseRecentUnits(context, begin));
  consider(ParseDayWord(context, begin));
  consider(ParseWeekday(context, begin));
  consider(ParseDecade(context, begin));
  consider(ParseLoneYear(context, begin));
  consider(ParseAgo(context, bounds, begin));
  consider(ParseUpcoming(context, bounds, begin));
  consider(ParseSameUnit(context, begin));
  if (!best && context.text[begin - 1].is(Function::kDuring)) {
    best = ParseCurrentUnit(context, begin);
  }
  return best;
}

// "2020-2024" in one token.
absl::optional<DateMatch> ParseYearSpan(const ValueText& text, int begin) {
  const ValueWord& word = text[begin];
  if (!word.figure.has_value() || word.figure->kind != Figure::Kind::kRange ||
      !word.figure->plain || word.figure->value < 1900 || word.figure->upper > 2100) {
    return absl::nullopt;
  }
  DateInterval interval = YearInterval(static_cast<int>(word.figure->value));
  interval.end = YearInterval(static_cast<int>(word.figure->upper)).end;
  DateMatch match = Stated(begin, begin + 1, interval);
  match.last = YearInterval(static_cast<int>(word.figure->upper)).start;
  return match;
}

// "عامي 2020 و2024": the second year, without a word of its own.
absl::optional<DateMatch> ParseSecondYear(const DateContext& context, int begin) {
  const absl::optional<YearMatch> year = ParseYear(context, begin);
  if (!year || year->hijri) return absl::nullopt;
  return Stated(begin, year->end, YearInterval(year->year));
}

// Index of the second date of a range, or -1.
int SecondDate(const ValueText& text, const DateMatch& first) {
  const int end = first.end;
  const ValueWord& before = text[first.begin - 1];
  if (text[end].surface() == "-") return end + 1;
  if (text[end].is(Function::kTo)) {
    const bool moved = before.is(Function::kFrom) && BeginsMove(text, first.begin - 1);
    return moved ? -1 : end + 1;
  }
  if (text[end].is(Function::kUntil) && before.is(Function::kFrom)) return end + 1;
  if (before.is(Function::kBetween) || text[first.begin].is(Function::kYearsDual)) {
    return text.Joined(end);
  }
  return -1;
}

// A month without year takes the year of the date that ends its range.
void LendYear(const DateMatch& last, DateMatch* first) {
  if (!first->inherits_year || !first->interval.start || !last.interval.start) return;
  int shift = last.interval.start->year - first->interval.start->year;
  CivilDate start = AddUnits(*first->interval.start, TimeUnit::kYear, shift);
  if (DaysBetween(start, *last.interval.start) < 0) --shift;
  first->interval.start = AddUnits(*first->interval.start, TimeUnit::kYear, shift);
}

void ExtendToRange(const DateContext& context, const BoundWords& bounds, DateMatch* match) {
  if (!match->resolved || !match->interval.start || !match->interval.end) return;
  const int second = SecondDate(context.text, *match);
  if (second < 0) return;
  absl::optional<DateMatch> last = ParseOne(context, bounds, second);
  if (!last && match->interval.precision == DatePrecision::kYear) {
    last = ParseSecondYear(context, second);
  }
  if (!last || !last->resolved || !last->interval.end || !last->interval.start) return;
  LendYear(*last, match);
  if (DaysBetween(*match->interval.start, *last->interval.start) <= 0) return;
  match->end = last->end;
  match->interval.end = last->interval.end;
  match->last = last->interval.start;
  if (last->interval.basis == DateBasis::kStated) match->interval.basis = DateBasis::kStated;
  match->inherits_year = false;
}

void OpenToOneSide(Function function, DateInterval* interval) {
  switch (function) {
    case Function::kSince:
      interval->end.reset();
      break;
    case Function::kUntil:
      interval->start.reset();
      break;
    case Function::kBefore:
      interval->end = interval->start;
      interval->start.reset();
      break;
    case Function::kAfter:
      interval->start = interval->end;
      interval->end.reset();
      break;
    default:
      break;
  }
}

bool OpensToOneSide(const ValueWord& word) {
  return word.is(Function::kSince) || word.is(Function::kUntil) || word.is(Function::kBefore) ||
         word.is(Function::kAfter);
}

}  // namespace

absl::optional<DateMatch> ParseDate(const DateContext& context, const BoundWords& bounds,
                                    int begin) {
  const ValueText& text = context.text;
  if (absl::optional<DateMatch> span = ParseYearSpan(text, begin)) return span;
  absl::optional<DateMatch> match = ParseOne(context, bounds, begin);
  if (match) {
    ExtendToRange(context, bounds, &*match);
    return match;
  }
  const ValueWord& word = text[begin];
  if (!OpensToOneSide(word)) return absl::nullopt;
  const int date_at = text.SkipArticle(begin + 1);
  match = ParseOne(context, bounds, date_at);
  if (match) {
    // Before the end of a year is until that end.
    const bool until_end =
        word.is(Function::kBefore) && text[match->begin].sense().part == PeriodPart::kEnd;
    const bool denied = word.is(Function::kBefore) && IsNotBefore(text, begin);
    const Function function = denied      ? Function::kSince
                              : until_end ? Function::kUntil
                                          : word.sense().function;
    if (match->resolved) OpenToOneSide(function, &match->interval);
    return match;
  }
  if (!word.is(Function::kSince)) return absl::nullopt;
  return ParseSinceLength(context, bounds, date_at);
}

}  // namespace isnad::extraction
