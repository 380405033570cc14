#include "services/extraction/values/relative_distance.h"

#include <cmath>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/values/calendar.h"
#include "services/extraction/values/length_grammar.h"
#include "services/extraction/values/month_grammar.h"

namespace isnad::extraction {
namespace {

// What plural without a number and "few" stand for, at least and at most.
constexpr int kFewAtLeast = 3;
constexpr int kFewAtMost = 9;
// Longer lengths lead out of the calendar.
constexpr double kMaxUnits = 5000;

// The interval that lies about `length` before the reference date.
DateInterval Back(CivilDate today, const LengthMatch& length) {
  const TimeUnit unit = length.unit;
  if (length.few) {
    DateInterval interval;
    interval.start = AddUnits(today, unit, -kFewAtMost);
    interval.end = AddUnits(AddUnits(today, unit, -kFewAtLeast), TimeUnit::kDay, 1);
    interval.precision = unit == TimeUnit::kDay     ? DatePrecision::kWeek
                         : unit == TimeUnit::kWeek  ? DatePrecision::kQuarter
                         : unit == TimeUnit::kMonth ? DatePrecision::kHalf
                                                    : DatePrecision::kDecade;
    return interval;
  }
  return UnitInterval(BackTo(today, length), unit);
}

bool IsWithinCalendar(const LengthMatch& length) {
  return length.amount >= 0 && length.amount <= kMaxUnits;
}

bool IsFromNow(const ValueText& text, int i) {
  return text[i].is(Function::kFrom) && text[i + 1].surface() == "الان";
}

bool IsOfDay(TimeUnit unit) {
  return unit == TimeUnit::kHour || unit == TimeUnit::kMinute || unit == TimeUnit::kSecond;
}

}  // namespace

absl::optional<DateMatch> ParseAgo(const DateContext& context, const BoundWords& bounds,
                                   int begin) {
  const ValueText& text = context.text;
  const bool arabic = text[begin].is(Function::kBefore) && !text[begin].latin();
  const int length_at = arabic ? bounds.EndAfter(text, begin + 1) : begin;
  const absl::optional<LengthMatch> length = ParseLength(text, length_at);
  if (!length || !IsWithinCalendar(*length)) return absl::nullopt;
  int end = length->end;
  if (arabic) {
    // "قبل شهرين من الانتخابات" counts from something else.
    const bool from_now = IsFromNow(text, end);
    if (text[end].is(Function::kFrom) && !from_now) return absl::nullopt;
    if (from_now) end += 2;
  } else {
    if (!text[end].is(Function::kAgo)) return absl::nullopt;
    ++end;
  }
  if (!context.today) return Unresolved(begin, end, PrecisionOf(length->unit));
  return FromPublication(begin, end, Back(*context.today, *length));
}

absl::optional<DateMatch> ParseSinceLength(const DateContext& context, const BoundWords& bounds,
                                           int begin) {
  const int length_at = bounds.EndAfter(context.text, begin);
  const absl::optional<LengthMatch> length = ParseLength(context.text, length_at);
  if (!length || !IsWithinCalendar(*length)) return absl::nullopt;
  if (!context.today) return Unresolved(length_at, length->end, PrecisionOf(length->unit));
  DateInterval interval;
  interval.start = BackTo(*context.today, *length);
  interval.precision = PrecisionOf(length->unit);
  return FromPublication(length_at, length->end, interval);
}

absl::optional<DateMatch> ParseUpcoming(const DateContext& context, const BoundWords& bounds,
                                        int begin) {
  const ValueText& text = context.text;
  const bool after = text[begin].is(Function::kAfter);
  const bool within = text[begin].is(Function::kDuring) && !text[begin].peeled.possessive &&
                      (text[begin].surface() == "خلال" || text[begin].surface() == "غضون");
  if ((!after && !within) || text[begin].latin()) return absl::nullopt;
  const absl::optional<LengthMatch> length = ParseLength(text, bounds.EndAfter(text, begin + 1));
  if (!length || !length->counted || length->few || !IsWithinCalendar(*length) ||
      IsOfDay(length->unit)) {
    return absl::nullopt;
  }
  int end = length->end;
  const bool from_now = IsFromNow(text, end);
  // "بعد عامين من تعيينه" and "بعد شهرين على" count from an event.
  const bool from_event =
      !from_now && (text[end].is(Function::kFrom) || text[end].is(Function::kDivide) ||
                    text[end].sense().direction != Direction::kNone);
  if (from_event || (!from_now && !LooksAhead(text, begin))) return absl::nullopt;
  if (from_now) end += 2;
  if (!context.today) return Unresolved(begin, end, PrecisionOf(length->unit));
  const int count = static_cast<int>(std::ceil(length->amount));
  if (after) {
    return FromPublication(
        begin, end, UnitInterval(AddUnits(*context.today, length->unit, count), length->unit));
  }
  DateInterval interval;
  interval.start = AddUnits(*context.today, TimeUnit::kDay, 1);
  interval.end = AddUnits(*interval.start, length->unit, count);
  interval.precision = PrecisionOf(length->unit);
  return FromPublication(begin, end, interval);
}

}  // namespace isnad::extraction
