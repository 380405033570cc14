#include "services/extraction/values/loose_distance.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/values/calendar.h"
#include "services/extraction/values/length_sum.h"
#include "services/extraction/values/month_grammar.h"

namespace isnad::extraction {
namespace {

// Longer lengths lead out of the calendar.
constexpr double kMaxUnits = 5000;
constexpr int kVerbReach = 8;
constexpr double kDaysPerMonth = 30.4;

bool IsOfDay(TimeUnit unit) {
  return unit == TimeUnit::kHour || unit == TimeUnit::kMinute || unit == TimeUnit::kSecond;
}

bool IsReachable(const LengthReading& length) {
  for (const LengthReading::Part& part : length.parts) {
    if (!(part.amount >= 0) || part.amount > kMaxUnits) return false;
  }
  return true;
}

CivilDate Moved(CivilDate date, const LengthReading& length, int sign) {
  for (const LengthReading::Part& part : length.parts) {
    const int whole = static_cast<int>(std::floor(part.amount));
    const double rest = part.amount - whole;
    date = AddUnits(date, part.unit, sign * whole);
    if (part.unit == TimeUnit::kYear) {
      date = AddUnits(date, TimeUnit::kMonth, sign * static_cast<int>(std::lround(rest * 12)));
    } else if (part.unit == TimeUnit::kMonth) {
      date = AddUnits(date, TimeUnit::kDay,
                      sign * static_cast<int>(std::lround(rest * kDaysPerMonth)));
    }
  }
  return date;
}

// "سأعيش", "سنلتقي": first persons, which LooksAhead does not ask for.
bool SpeaksOfFuture(const ValueText& text, int begin) {
  if (LooksAhead(text, begin)) return true;
  for (int i = begin - 1; i >= begin - kVerbReach && text[i].exists(); --i) {
    const absl::string_view word = text[i].surface();
    const bool verb = absl::StartsWith(word, "سا") || absl::StartsWith(word, "سن") ||
                      absl::StartsWith(word, "سي") || absl::StartsWith(word, "ست");
    if (verb && word.size() >= 8 && text[i].sense().time == TimeUnit::kNone &&
        text[i].sense().number == NumberRole::kNone) {
      return true;
    }
  }
  return false;
}

bool IsFromNow(const ValueText& text, int i) {
  return text[i].is(Function::kFrom) && text[i + 1].surface() == "الان";
}

// The last unit of a length that begins tomorrow.
DateInterval LastUnitAhead(CivilDate today, const LengthReading::Part& part) {
  if (IsOfDay(part.unit)) return DayInterval(today);
  const CivilDate tomorrow = AddUnits(today, TimeUnit::kDay, 1);
  const int count = std::max(1, static_cast<int>(std::ceil(part.amount)));
  DateInterval interval;
  interval.start = AddUnits(tomorrow, part.unit, count - 1);
  interval.end = AddUnits(tomorrow, part.unit, count);
  interval.precision = PrecisionOf(part.unit);
  return interval;
}

absl::optional<DateMatch> ParseAhead(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  const bool leads = text[begin].is(Function::kAfter) || text[begin].is(Function::kIn) ||
                     text[begin].surface() == "خلال" || text[begin].surface() == "غضون";
  if (!leads) return absl::nullopt;
  // "في غضون أسبوعين", "في خلال شهر"
  const bool doubled = text[begin].is(Function::kIn) && text[begin + 1].is(Function::kDuring);
  const LengthDemand demand =
      text[begin].is(Function::kAfter) ? LengthDemand::kAny : LengthDemand::kCounted;
  const absl::optional<LengthReading> length =
      ParseLengthSum(text, doubled ? begin + 2 : begin + 1, demand);
  if (!length || !IsReachable(*length)) return absl::nullopt;
  int end = length->tokens.end;
  // "في 3 أيام القادمة" is a span up to then.
  if (text[end].sense().direction != Direction::kNone && text[end].peeled.article) {
    return absl::nullopt;
  }
  const bool future = text[end].is(Function::kIn) && text[end + 1].surface() == "المستقبل";
  if (future) end += 2;
  if (IsFromNow(text, end)) end += 2;
  if (!context.today) return Unresolved(begin, end, PrecisionOf(length->parts[0].unit));
  if (length->parts.size() > 1) {
    return FromPublication(begin, end, DayInterval(Moved(*context.today, *length, 1)));
  }
  DateInterval interval = LastUnitAhead(*context.today, length->parts[0]);
  if (future && !IsOfDay(length->parts[0].unit)) {
    interval.start = AddUnits(*context.today, TimeUnit::kDay, 1);
  }
  return FromPublication(begin, end, interval);
}

absl::optional<DateMatch> ParseBack(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  const bool before = text[begin].is(Function::kBefore);
  if ((!before && !text[begin].is(Function::kSince)) || text[begin].latin()) return absl::nullopt;
  const absl::optional<LengthReading> length = ParseLengthSum(text, begin + 1, LengthDemand::kAny);
  if (!length || !IsReachable(*length)) return absl::nullopt;
  int end = length->tokens.end;
  if (IsFromNow(text, end)) end += 2;
  if (!context.today) return Unresolved(begin, end, DatePrecision::kDay);
  return FromPublication(begin, end, DayInterval(Moved(*context.today, *length, -1)));
}

absl::optional<DateMatch> ParseFromNow(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  const absl::optional<LengthReading> length = ParseLengthSum(text, begin, LengthDemand::kAny);
  if (!length || !IsFromNow(text, length->tokens.end) || !IsReachable(*length)) {
    return absl::nullopt;
  }
  const int end = length->tokens.end + 2;
  if (!context.today) return Unresolved(begin, end, DatePrecision::kDay);
  const int sign = SpeaksOfFuture(text, begin) ? 1 : -1;
  return FromPublication(begin, end, DayInterval(Moved(*context.today, *length, sign)));
}

}  // namespace

absl::optional<DateMatch> ParseDistance(const DateContext& context, int begin) {
  if (absl::optional<DateMatch> ahead = ParseAhead(context, begin)) return ahead;
  if (absl::optional<DateMatch> back = ParseBack(context, begin)) return back;
  return ParseFromNow(context, begin);
}

}  // namespace isnad::extraction
