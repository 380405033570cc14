#include "services/extraction/values/period_grammar.h"

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "absl/types/optional.h"
#include "services/extraction/values/calendar.h"
#include "services/extraction/values/month_grammar.h"
#include "services/extraction/values/relative_date.h"
#include "services/extraction/values/year_grammar.h"

namespace isnad::extraction {
namespace {

// A quarter (4 to a year) or half (2 to a year).
struct Share {
  int end = 0;
  int count = 4;
  int index = 0;  // from 1
};

bool IsShareWord(const ValueWord& word, int* count) {
  const double fraction = word.sense().fraction;
  if (fraction != 0.25 && fraction != 0.5) return false;
  *count = fraction == 0.25 ? 4 : 2;
  return true;
}

// "الربع الثالث", "third quarter", "Q3", "H1"
absl::optional<Share> ParseShare(const ValueText& text, int begin) {
  Share share;
  const absl::string_view word = text[begin].surface();
  if (word.size() == 2 && (word[0] == 'q' || word[0] == 'h') && word[1] >= '1' && word[1] <= '4') {
    share.count = word[0] == 'q' ? 4 : 2;
    share.index = word[1] - '0';
    share.end = begin + 1;
  } else if (IsShareWord(text[begin], &share.count) && text[begin].peeled.article) {
    share.index = text[begin + 1].peeled.article ? text[begin + 1].sense().ordinal : 0;
    share.end = begin + 2;
  } else if (text[begin].latin() && IsShareWord(text[begin + 1], &share.count)) {
    share.index = text[begin].sense().ordinal;
    if (text[begin].surface() == "last") share.index = 0;
    share.end = begin + 2;
  }
  if (share.index == -1) share.index = share.count;
  if (share.index < 1 || share.index > share.count) return absl::nullopt;
  return share;
}

DateInterval ShareInterval(const Share& share, int year) {
  return share.count == 4 ? QuarterInterval(year, share.index) : HalfInterval(year, share.index);
}

DatePrecision SharePrecision(int count) {
  return count == 4 ? DatePrecision::kQuarter : DatePrecision::kHalf;
}

// "الربع الماضي", "next quarter"
absl::optional<DateMatch> ParseRelativeShare(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  int count = 0;
  Direction direction = Direction::kNone;
  if (text[begin].peeled.article && IsShareWord(text[begin], &count)) {
    direction = text[begin + 1].peeled.article ? text[begin + 1].sense().direction : direction;
  } else if (text[begin].latin() && IsShareWord(text[begin + 1], &count)) {
    direction = text[begin].sense().direction;
  }
  if (direction == Direction::kNone) return absl::nullopt;
  if (!context.today) return Unresolved(begin, begin + 2, SharePrecision(count));
  const TimeUnit unit = count == 4 ? TimeUnit::kQuarter : TimeUnit::kHalf;
  const int offset = direction == Direction::kPast ? -1 : direction == Direction::kNext ? 1 : 0;
  return FromPublication(begin, begin + 2,
                         UnitInterval(AddUnits(*context.today, unit, offset), unit));
}

int SkipFinancial(const ValueText& text, int i) {
  const absl::string_view word = text[i].surface();
  return word == "المالي" || word == "الماليه" || word == "fiscal" ? i + 1 : i;
}

Season SeasonOf(const ValueWord& word) { return word.sense().season; }

DateInterval NearestSeason(CivilDate today, Season season, Direction direction) {
  DateInterval best = SeasonInterval(today.year, season);
  for (int year = today.year - 1; year <= today.year + 2; ++year) {
    const DateInterval interval = SeasonInterval(year, season);
    const int from_start = DaysBetween(today, *interval.start);
    if (direction == Direction::kPast && DaysBetween(today, *interval.end) <= 0) best = interval;
    if (direction == Direction::kNext && from_start > 0) return interval;
    if (direction != Direction::kPast && direction != Direction::kNext && from_start <= 0) {
      best = interval;
    }
  }
  if (direction == Direction::kCurrent) return SeasonInterval(today.year, season);
  return best;
}

// The period behind a part word: a month, year, relation or share.
absl::optional<DateMatch> ParseWhole(const DateContext& context, int begin) {
  if (absl::optional<DateMatch> match = ParseQuarterOrHalf(context, begin)) return match;
  if (absl::optional<DateMatch> match = ParseSeason(context, begin)) return match;
  if (absl::optional<DateMatch> match = ParseRelativeUnit(context, begin)) return match;
  if (absl::optional<DateMatch> match = ParseDecade(context, begin)) return match;
  if (const absl::optional<YearMatch> year = ParseYear(context, begin)) {
    return Stated(
        begin, year->end,
        year->hijri ? HijriInterval(context.hijri, year->year, 0) : YearInterval(year->year));
  }
  if (absl::optional<DateMatch> match = ParseMonth(context, begin)) return match;
  return ParseCurrentUnit(context, begin);
}

// "mid-2025" in one token.
absl::optional<DateMatch> ParseJoinedPart(const ValueText& text, int begin) {
  absl::string_view word = text[begin].surface();
  PeriodPart part = PeriodPart::kNone;
  if (absl::ConsumePrefix(&word, "mid-")) part = PeriodPart::kMiddle;
  if (absl::ConsumePrefix(&word, "early-")) part = PeriodPart::kStart;
  if (absl::ConsumePrefix(&word, "late-")) part = PeriodPart::kEnd;
  int year = 0;
  if (part == PeriodPart::kNone || !absl::SimpleAtoi(word, &year) || year < 1900 || year > 2100) {
    return absl::nullopt;
  }
  return Stated(begin, begin + 1, PartOf(YearInterval(year), part));
}

}  // namespace

absl::optional<DateMatch> ParseQuarterOrHalf(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  const absl::optional<Share> share = ParseShare(text, begin);
  if (!share) return ParseRelativeShare(context, begin);
  int year_at = share->end;
  // "من العام المالي 2025"
  const bool linked = text[year_at].is(Function::kFrom) || text[year_at].is(Function::kOf);
  if (linked && SkipFinancial(text, year_at + 2) == year_at + 3) {
    if (const absl::optional<YearMatch> year = ParseYear(context, year_at + 3)) {
      return Stated(begin, year->end, ShareInterval(*share, year->year));
    }
  }
  if (linked && text[year_at + 1].surface() == "fiscal") year_at += 2;
  if (const absl::optional<YearMatch> year = ParseYearReference(context, year_at)) {
    if (!year->resolved) return Unresolved(begin, year->end, SharePrecision(share->count));
    const DateInterval interval = ShareInterval(*share, year->year);
    return year->relative ? FromPublication(begin, year->end, interval)
                          : Stated(begin, year->end, interval);
  }
  // "النصف الأول من الشهر" or of a match is no half of a year.
  if (share->count == 2) return absl::nullopt;
  if (!context.today) return Unresolved(begin, share->end, SharePrecision(share->count));
  DateInterval interval = ShareInterval(*share, context.today->year);
  if (DaysBetween(*context.today, *interval.start) > 0 && !LooksAhead(text, begin)) {
    interval = ShareInterval(*share, context.today->year - 1);
  }
  return FromPublication(begin, share->end, interval);
}

absl::optional<DateMatch> ParseSeason(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  const bool leading = text[begin].is(Function::kThis) ||
                       (text[begin].latin() && text[begin].sense().direction != Direction::kNone);
  const int at = leading ? begin + 1 : begin;
  const Season season = SeasonOf(text[at]);
  if (season == Season::kNone) return absl::nullopt;
  if (const absl::optional<YearMatch> year = ParseYearReference(context, at + 1)) {
    if (!year->resolved) return Unresolved(begin, year->end, DatePrecision::kHalf);
    const DateInterval interval = SeasonInterval(year->year, season);
    return year->relative ? FromPublication(begin, year->end, interval)
                          : Stated(begin, year->end, interval);
  }
  Direction direction = Direction::kNone;
  int end = at + 1;
  if (leading) {
    direction =
        text[begin].is(Function::kThis) ? Direction::kCurrent : text[begin].sense().direction;
  } else if (text[at].peeled.article && text[end].peeled.article) {
    direction = text[end].sense().direction;
    ++end;
  }
  if (direction == Direction::kNone) return absl::nullopt;
  if (!context.today) return Unresolved(begin, end, DatePrecision::kHalf);
  return FromPublication(begin, end, NearestSeason(*context.today, season, direction));
}

absl::optional<DateMatch> ParseDecade(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  const ValueWord& word = text[begin];
  if (word.figure.has_value() && word.figure->kind == Figure::Kind::kDecade) {
    const int value = static_cast<int>(word.figure->value);
    if (word.figure->digits == 4) return Stated(begin, begin + 1, DecadeInterval(value));
    if (word.figure->digits == 2) {
      return Stated(begin, begin + 1, DecadeInterval(value < 30 ? 2000 + value : 1900 + value));
    }
    return absl::nullopt;
  }
  if (word.sense().decade == 0) return absl::nullopt;
  int end = begin + 1;
  // "تسعينيات القرن الماضي" and "القرن العشرين" are the 1900s.
  if (text[end].sense().time == TimeUnit::kCentury && text[end].peeled.article) {
    int century = 20;
    const ValueWord& which = text[end + 1];
    int ordinal = 0;
    const int after = ParseDayNumber(text, end + 1, &ordinal);
    if (after > 0) {
      century = ordinal;
      end = after;
    } else if (which.sense().direction != Direction::kNone) {
      century = which.sense().direction == Direction::kPast ? 20 : 21;
      end += 2;
    }
    return Stated(begin, end, DecadeInterval((century - 1) * 100 + word.sense().decade));
  }
  if (!word.peeled.article && !word.latin() && !text[begin - 1].is(Function::kIn)) {
    return absl::nullopt;
  }
  return Stated(begin, end, DecadeInterval(1900 + word.sense().decade));
}

absl::optional<DateMatch> ParseNumberedWeek(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  const ValueWord& week = text[begin];
  const ValueWord& which = text[begin + 1];
  const int number = which.sense().ordinal;
  const bool last = number == -1 && text[begin + 2].is(Function::kFrom);
  if (week.sense().time != TimeUnit::kWeek || !week.peeled.article || !which.peeled.article ||
      (number < 1 && !last)) {
    return absl::nullopt;
  }
  const int whole_at = text[begin + 2].is(Function::kFrom) ? begin + 3 : begin + 2;
  absl::optional<DateMatch> whole = ParseMonth(context, whole_at);
  if (!whole) whole = ParseRelativeUnit(context, whole_at);
  if (!whole) {
    const absl::optional<YearMatch> year = ParseYear(context, whole_at);
    if (!year || year->hijri) return absl::nullopt;
    whole = Stated(whole_at, year->end, YearInterval(year->year));
  }
  if (!whole->resolved) return Unresolved(begin, whole->end, DatePrecision::kWeek);
  // The first week is the one that holds the first Thursday; of months, loosely, the one that
  // begins with their first Monday.
  constexpr int kMonday = 1;
  constexpr int kThursday = 4;
  if (last) {
    // The week of the last Thursday.
    const CivilDate final_day = AddUnits(*whole->interval.end, TimeUnit::kDay, -1);
    const int back = (Weekday(final_day) - kThursday + 7) % 7;
    const DateBasis basis = whole->interval.basis;
    whole->interval = UnitInterval(AddUnits(final_day, TimeUnit::kDay, -back), TimeUnit::kWeek);
    whole->interval.basis = basis;
    whole->begin = begin;
    whole->inherits_year = false;
    return whole;
  }
  const bool begins = context.loose() && whole->interval.precision == DatePrecision::kMonth;
  const CivilDate first = *whole->interval.start;
  const int to_day = ((begins ? kMonday : kThursday) - Weekday(first) + 7) % 7;
  const CivilDate day = AddUnits(first, TimeUnit::kDay, to_day + 7 * (number - 1));
  const DateBasis basis = whole->interval.basis;
  whole->interval = UnitInterval(day, TimeUnit::kWeek);
  whole->interval.basis = basis;
  whole->begin = begin;
  whole->inherits_year = false;
  return whole;
}

absl::optional<DateMatch> ParsePart(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  if (absl::optional<DateMatch> joined = ParseJoinedPart(text, begin)) return joined;
  const PeriodPart part = text[begin].sense().part;
  if (part == PeriodPart::kNone || text[begin].peeled.article) return absl::nullopt;
  int whole_at = begin + 1;
  if (text[whole_at].surface() == "-" || text[whole_at].is(Function::kOf) ||
      text[whole_at].is(Function::kIn)) {
    ++whole_at;
  }
  whole_at = text.SkipArticle(whole_at);
  absl::optional<DateMatch> match = ParseWhole(context, whole_at);
  if (!match) return absl::nullopt;
  match->begin = begin;
  match->inherits_year = false;
  if (!match->resolved) return match;
  match->interval = context.loose() ? HalfOf(match->interval, part) : PartOf(match->interval, part);
  return match;
}

}  // namespace isnad::extraction
