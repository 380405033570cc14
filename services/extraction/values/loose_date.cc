#include "services/extraction/values/loose_date.h"

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/values/calendar.h"
#include "services/extraction/values/date_grammar.h"
#include "services/extraction/values/holiday_grammar.h"
#include "services/extraction/values/loose_day.h"
#include "services/extraction/values/loose_distance.h"
#include "services/extraction/values/loose_period.h"
#include "services/extraction/values/month_grammar.h"
#include "services/extraction/values/time_of_day.h"

namespace isnad::extraction {
namespace {

// A time of day, or a part of today, without a date.
absl::optional<DateMatch> ParseToday(const DateContext& context, int begin) {
  PartOfToday part = ParsePartOfToday(context.text, begin);
  if (part.end < 0) part.end = EndOfTimeOfDay(context.text, begin);
  if (part.end < 0) return absl::nullopt;
  if (!context.today) return Unresolved(begin, part.end, DatePrecision::kDay);
  const CivilDate day = AddUnits(*context.today, TimeUnit::kDay, part.offset);
  return FromPublication(begin, part.end, DayInterval(day));
}

// The longest single date at `begin`; of equals the one that asks for most is listed first.
absl::optional<DateMatch> ParseSingle(const DateContext& context, const BoundWords& bounds,
                                      int begin) {
  absl::optional<DateMatch> best;
  const auto consider = [&best](absl::optional<DateMatch> match) {
    if (match && (!best || match->end > best->end)) best = match;
  };
  consider(ParseDistance(context, begin));
  consider(ParseWeekend(context, begin));
  consider(ParsePlacedWeekday(context, begin));
  consider(ParseSpanWithin(context, begin));
  consider(ParseNeighbourDay(context, begin));
  consider(ParseRest(context, begin));
  consider(ParseLaterPart(context, begin));
  consider(ParseThisMonth(context, begin));
  consider(ParseWeekOf(context, begin));
  consider(ParseHoliday(context, begin));
  consider(ParseNamedPeriod(context, begin));
  consider(ParseDate(context, bounds, begin));
  consider(ParseMonthAndDay(context, begin));
  consider(ParseDigitDate(context, begin));
  consider(ParseLoneDay(context, begin));
  consider(ParseToday(context, begin));
  return best;
}

// Index of the second date of a range behind `end`, or -1.
int SecondDate(const ValueText& text, int end, bool from, bool between) {
  if (between) return text.Joined(end);
  if (text[end].is(Function::kTo) || text[end].is(Function::kUntil)) {
    return text.SkipArticle(end + 1);
  }
  return from && text[end].surface() == "-" ? end + 1 : -1;
}

bool IsRange(const ValueText& text, const DateMatch& match) {
  for (int i = match.begin + 1; i + 1 < match.end; ++i) {
    const bool link = text[i].is(Function::kTo) || text[i].is(Function::kUntil) ||
                      text[i].surface() == "-" || text.Joined(i) >= 0;
    if (link) return true;
  }
  return match.last.has_value();
}

// "من ... إلى ...", "بين ... و...", "... حتى ...": the words of the range belong to it.
absl::optional<DateMatch> ParseSpan(const DateContext& context, const BoundWords& bounds,
                                    int begin) {
  const ValueText& text = context.text;
  const bool from = text[begin].is(Function::kFrom) && !text[begin].latin();
  const bool between = text[begin].is(Function::kBetween);
  absl::optional<DateMatch> first =
      ParseSingle(context, bounds, from || between ? begin + 1 : begin);
  if (!first) return absl::nullopt;
  const int second_at = SecondDate(text, first->end, from, between);
  const absl::optional<DateMatch> second =
      second_at > 0 ? ParseSingle(context, bounds, second_at) : absl::nullopt;
  if (!second) {
    if (!from && !between) return first;
    if (!IsRange(text, *first)) return absl::nullopt;
    first->begin = begin;
    return first;
  }
  first->begin = begin;
  first->end = second->end;
  if (!first->resolved || !second->resolved || !first->interval.start || !second->interval.start) {
    first->resolved = false;
    return first;
  }
  // A weekday behind another one is the next of its name.
  CivilDate last = *second->interval.start;
  absl::optional<CivilDate> end = second->interval.end;
  const int gap = DaysBetween(*first->interval.start, last);
  if (gap <= 0 && gap > -7 && end) {
    last = AddUnits(last, TimeUnit::kDay, 7);
    end = AddUnits(*end, TimeUnit::kDay, 7);
  }
  first->interval.end = end;
  first->last = last;
  return first;
}

// "قبل أمس", "قبل البارحة"
absl::optional<DateMatch> ParseDayBefore(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  if (!text[begin].is(Function::kBefore) ||
      text[begin + 1].sense().day_word != DayWord::kYesterday) {
    return absl::nullopt;
  }
  if (!context.today) return Unresolved(begin, begin + 2, DatePrecision::kDay);
  return FromPublication(begin, begin + 2,
                         DayInterval(AddUnits(*context.today, TimeUnit::kDay, -2)));
}

// How a word before or behind a date opens it to one side.
enum class Side { kNone, kSince, kAfter, kBefore, kUntil };

// The side that words at `i` open, and the index behind them.
Side SideBefore(const ValueText& text, int i, int* end) {
  const ValueWord& word = text[i];
  *end = i + 1;
  const absl::string_view surface = word.surface();
  const bool starting = surface == "ابتداء" || surface == "ابتدا" || surface == "اعتبارا" ||
                        surface == "بدءا" || surface == "بدا" || surface == "انطلاقا";
  if (starting && text[i + 1].surface() == "من") {
    *end = i + 2;
    return Side::kSince;
  }
  if (surface == "لا" && (text[i + 1].surface() == "يتجاوز" || text[i + 1].surface() == "تتجاوز")) {
    *end = i + 2;
    return Side::kBefore;
  }
  if (word.latin()) return Side::kNone;
  if (word.is(Function::kSince)) return Side::kSince;
  if (word.is(Function::kAfter)) return Side::kAfter;
  if (word.is(Function::kBefore)) return Side::kBefore;
  if (word.is(Function::kUntil)) return Side::kUntil;
  return Side::kNone;
}

// "أو بعده", "فما بعد", "أو قبل ذلك" behind a date.
Side SideBehind(const ValueText& text, int i, int* end) {
  const bool either = text[i].is(Function::kOr);
  const absl::string_view next = text[i + 1].surface();
  *end = i + 2;
  if (either && (next == "بعده" || next == "بعدها")) return Side::kSince;
  if (either && (next == "قبله" || next == "قبلها")) return Side::kUntil;
  if (either && text[i + 2].surface() == "ذلك") {
    *end = i + 3;
    if (next == "بعد") return Side::kSince;
    if (next == "قبل") return Side::kUntil;
  }
  if (text[i].surface() == "فما" && next == "بعد") return Side::kSince;
  if (text[i].surface() == "وما" && (next == "بعده" || next == "بعدها")) return Side::kSince;
  return Side::kNone;
}

void Open(Side side, DateMatch* match) {
  match->last.reset();
  DateInterval& interval = match->interval;
  switch (side) {
    case Side::kSince:
      interval.end.reset();
      break;
    case Side::kAfter:
      // The suite of public cases and common speech count a day as part of what comes after it.
      if (interval.precision != DatePrecision::kDay) interval.start = interval.end;
      interval.end.reset();
      break;
    case Side::kBefore:
      interval.end = interval.start;
      interval.start.reset();
      break;
    case Side::kUntil:
      interval.start.reset();
      break;
    default:
      break;
  }
}

// "بعد غد", "قبل أمس" are days.
absl::optional<DateMatch> ParseOneSided(const DateContext& context, const BoundWords& bounds,
                                        int begin) {
  const ValueText& text = context.text;
  int at = 0;
  Side side = SideBefore(text, begin, &at);
  if (side != Side::kNone) {
    absl::optional<DateMatch> match = ParseSpan(context, bounds, text.SkipArticle(at));
    if (!match || match->begin != text.SkipArticle(at)) return absl::nullopt;
    match->begin = begin;
    // Before the end of a month is until that end.
    const bool until_end =
        side == Side::kBefore && text[text.SkipArticle(at)].sense().part == PeriodPart::kEnd;
    Open(until_end ? Side::kUntil : side, &*match);
    return match;
  }
  absl::optional<DateMatch> match = ParseSpan(context, bounds, begin);
  if (!match) return absl::nullopt;
  int end = 0;
  side = SideBehind(text, match->end, &end);
  if (side == Side::kNone) return match;
  match->end = end;
  Open(side, &*match);
  return match;
}

bool IntroducesDay(const ValueWord& word) {
  const absl::string_view surface = word.surface();
  return surface == "يوم" || surface == "ليوم" || surface == "بيوم" || surface == "ويوم";
}

}  // namespace

absl::optional<DateReading> ParseLooseDate(const DateContext& context, const BoundWords& bounds,
                                           int begin) {
  absl::optional<DateMatch> match = ParseOneSided(context, bounds, begin);
  const absl::optional<DateMatch> distance = ParseDistance(context, begin);
  const absl::optional<DateMatch> single = ParseSingle(context, bounds, begin);
  // "قبل شهر" and "بعد غد" lie at a distance, they open nothing.
  if (distance && (!match || distance->end >= match->end)) match = distance;
  const bool day_after = context.text[begin + 1].sense().day_word != DayWord::kNone &&
                         context.text[begin].is(Function::kAfter);
  if (day_after && single) match = single;
  if (const absl::optional<DateMatch> before = ParseDayBefore(context, begin)) match = before;
  // "يوم الجمعة", "يوم 14 أكتوبر": the word only introduces the date, except before a bare number
  // and in the names of feasts.
  if (IntroducesDay(context.text[begin]) && !ParseHoliday(context, begin)) {
    const absl::optional<DateMatch> introduced = ParseOneSided(context, bounds, begin + 1);
    if (introduced && (!match || introduced->end >= match->end)) match = introduced;
  }
  if (!match) return absl::nullopt;
  DateReading reading;
  reading.tokens = {match->begin, match->end};
  reading.interval = match->interval;
  reading.resolved = match->resolved;
  reading.last = match->last;
  return reading;
}

}  // namespace isnad::extraction
