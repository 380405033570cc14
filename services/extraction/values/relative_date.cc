#include "services/extraction/values/relative_date.h"

#include <cmath>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/values/calendar.h"
#include "services/extraction/values/length_grammar.h"
#include "services/extraction/values/month_grammar.h"
#include "services/extraction/values/number_grammar.h"

namespace isnad::extraction {
namespace {

// What plural without a number and "few" stand for, at least.
constexpr int kFewAtLeast = 3;
// Two Arabic letters, as in "وبنفس".
constexpr size_t kProcliticBytes = 4;

bool IsDatedUnit(TimeUnit unit) {
  return unit == TimeUnit::kDay || unit == TimeUnit::kWeek || unit == TimeUnit::kMonth ||
         unit == TimeUnit::kYear || unit == TimeUnit::kDecade || unit == TimeUnit::kCentury;
}

DateMatch UnitAt(const DateContext& context, int begin, int end, TimeUnit unit, int offset) {
  if (!context.today) return Unresolved(begin, end, PrecisionOf(unit));
  return FromPublication(begin, end, UnitInterval(AddUnits(*context.today, unit, offset), unit));
}

int Offset(Direction direction) {
  return direction == Direction::kPast ? -1 : direction == Direction::kNext ? 1 : 0;
}

bool IsSingularUnit(const ValueWord& word) {
  return IsDatedUnit(word.sense().time) && word.sense().time_form == NounForm::kSingular &&
         !word.peeled.possessive;
}

absl::optional<DateMatch> ParseEnglishUnit(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  const Direction direction = text[begin].sense().direction;
  if (direction == Direction::kNone || !IsSingularUnit(text[begin + 1])) return absl::nullopt;
  const absl::string_view word = text[begin].surface();
  const TimeUnit unit = text[begin + 1].sense().time;
  if (word == "recent" || word == "prior" || unit == TimeUnit::kDay) return absl::nullopt;
  return UnitAt(context, begin, begin + 2, unit, Offset(direction));
}

// A span of `count` units up to or from the reference date.
DateMatch SpanOf(const DateContext& context, int begin, int end, TimeUnit unit, int count,
                 Direction direction) {
  if (!context.today) return Unresolved(begin, end, PrecisionOf(unit));
  DateInterval interval;
  interval.precision = PrecisionOf(unit);
  if (direction == Direction::kNext) {
    interval.start = AddUnits(*context.today, TimeUnit::kDay, 1);
    interval.end = AddUnits(*interval.start, unit, count);
  } else {
    interval.start = AddUnits(*context.today, unit, -count);
    interval.end = context.today;
  }
  return FromPublication(begin, end, interval);
}

bool IsManyUnit(const ValueWord& word) {
  return IsDatedUnit(word.sense().time) && !word.peeled.possessive &&
         (word.sense().time_form == NounForm::kPlural || word.sense().time_form == NounForm::kDual);
}

// A small whole number at `i` in digits or words; returns the index after it or -1.
int ParseCount(const ValueText& text, int i, int* count) {
  const absl::optional<NumberMatch> number = ParseNumber(text, i);
  if (!number || number->vague || number->value < 1 || number->value > 200 ||
      std::floor(number->value) != number->value) {
    return -1;
  }
  *count = static_cast<int>(number->value);
  return number->end;
}

// "الأشهر الثلاثة الماضية", "العامين الماضيين", "الأيام القليلة المقبلة"
absl::optional<DateMatch> ParseArabicSpan(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  const ValueWord& unit = text[begin];
  if (!IsManyUnit(unit) || !unit.peeled.article) return absl::nullopt;
  int count = unit.sense().time_form == NounForm::kDual ? 2 : kFewAtLeast;
  int i = begin + 1;
  const int after = ParseCount(text, i, &count);
  if (after > 0) {
    i = after;
  } else if (text[i].surface() == "القليله") {
    ++i;
  }
  const Direction direction = text[i].sense().direction;
  if (direction == Direction::kNone || direction == Direction::kCurrent || text[i].latin()) {
    return absl::nullopt;
  }
  return SpanOf(context, begin, i + 1, unit.sense().time, count, direction);
}

// "آخر ثلاث سنوات", "آخر شهرين", "3 أيام القادمة"
absl::optional<DateMatch> ParseCountedSpan(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  const bool last = text[begin].is(Function::kLastFirst);
  int count = 2;
  int i = last ? begin + 1 : begin;
  const int after = ParseCount(text, i, &count);
  if (after > 0) i = after;
  const ValueWord& unit = text[i];
  if (!IsDatedUnit(unit.sense().time) || unit.peeled.conjunction) return absl::nullopt;
  const bool dual = unit.sense().time_form == NounForm::kDual;
  if (after < 0 && (!last || !dual)) return absl::nullopt;
  if (last) return SpanOf(context, begin, i + 1, unit.sense().time, count, Direction::kPast);
  const ValueWord& relation = text[i + 1];
  const Direction direction = relation.sense().direction;
  const bool told =
      relation.peeled.article && (direction == Direction::kPast || direction == Direction::kNext);
  if (!told) return absl::nullopt;
  return SpanOf(context, begin, i + 2, unit.sense().time, count, direction);
}

// "last three months", "past year", "next few weeks", "recent months"
absl::optional<DateMatch> ParseEnglishSpan(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  const Direction direction = text[begin].sense().direction;
  if (!text[begin].latin() || direction == Direction::kNone || direction == Direction::kCurrent) {
    return absl::nullopt;
  }
  int i = begin + 1;
  int count = kFewAtLeast;
  const int after = ParseCount(text, i, &count);
  if (after > 0) {
    i = after;
  } else if (text[i].is(Function::kFew)) {
    ++i;
  }
  if (!IsManyUnit(text[i]) || !text[i].latin()) return absl::nullopt;
  return SpanOf(context, begin, i + 1, text[i].sense().time, count, direction);
}

CivilDate WeekdayNear(CivilDate today, int weekday, Direction direction) {
  const int back = (Weekday(today) - weekday + 7) % 7;
  if (direction == Direction::kNext) {
    return AddUnits(today, TimeUnit::kDay, back == 0 ? 7 : 7 - back);
  }
  if (direction == Direction::kPast && back == 0) return AddUnits(today, TimeUnit::kDay, -7);
  return AddUnits(today, TimeUnit::kDay, -back);
}

}  // namespace

absl::optional<DateMatch> ParseRelativeUnit(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  if (text[begin].latin()) return ParseEnglishUnit(context, begin);
  if (text[begin].is(Function::kThis)) {
    const ValueWord& unit = text[begin + 1];
    if (!IsSingularUnit(unit) || !(unit.peeled.article || unit.surface() == "اليوم")) {
      return absl::nullopt;
    }
    return UnitAt(context, begin, begin + 2, unit.sense().time, 0);
  }
  const ValueWord& unit = text[begin];
  if (!IsSingularUnit(unit) || (!unit.peeled.article && unit.surface() != "اليوم")) {
    return absl::nullopt;
  }
  const TimeUnit time = unit.sense().time;
  const ValueWord& next = text[begin + 1];
  const bool beyond = next.is(Function::kBefore) || next.is(Function::kAfter);
  if (beyond && text[begin + 2].sense().direction != Direction::kNone) {
    const int offset = 2 * Offset(text[begin + 2].sense().direction);
    return UnitAt(context, begin, begin + 3, time, offset);
  }
  if (next.latin() || !next.peeled.article || next.sense().direction == Direction::kNone) {
    return absl::nullopt;
  }
  return UnitAt(context, begin, begin + 2, time, Offset(next.sense().direction));
}

absl::optional<DateMatch> ParseCurrentUnit(const DateContext& context, int begin) {
  const ValueWord& unit = context.text[begin];
  if (!IsSingularUnit(unit) || unit.sense().time == TimeUnit::kDay) return absl::nullopt;
  const bool definite =
      unit.latin() ? context.text[begin - 1].is(Function::kThe) : unit.peeled.article;
  if (!definite || context.text[begin + 1].sense().ordinal != 0) return absl::nullopt;
  return UnitAt(context, begin, begin + 1, unit.sense().time, 0);
}

absl::optional<DateMatch> ParseRecentUnits(const DateContext& context, int begin) {
  if (absl::optional<DateMatch> match = ParseArabicSpan(context, begin)) return match;
  if (absl::optional<DateMatch> match = ParseCountedSpan(context, begin)) return match;
  return ParseEnglishSpan(context, begin);
}

absl::optional<DateMatch> ParseDayWord(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  const ValueWord& word = text[begin];
  int offset = 0;
  int end = begin + 1;
  const auto is = [&text](int i, DayWord day) { return text[i].sense().day_word == day; };
  if (word.surface() == "اول" && is(begin + 1, DayWord::kYesterday)) {
    offset = -2;
    end = begin + 2;
  } else if (word.surface() == "اول" && text[begin + 1].is(Function::kFrom) &&
             is(begin + 2, DayWord::kYesterday)) {
    offset = -2;
    end = begin + 3;
  } else if (word.is(Function::kAfter) && is(begin + 1, DayWord::kTomorrow) && !word.latin()) {
    offset = 2;
    end = begin + 2;
  } else if (is(begin, DayWord::kYesterday)) {
    const bool before_that = text[end].surface() == "الاول";
    offset = before_that ? -2 : -1;
    if (before_that) ++end;
  } else if (is(begin, DayWord::kTomorrow)) {
    offset = 1;
  } else if (is(begin, DayWord::kToday)) {
    // "اليوم التالي", "اليوم السابع", "في اليوم" (per day)
    const ValueWord& next = text[end];
    const bool other = next.sense().ordinal != 0 || next.surface() == "التالي" ||
                       next.surface() == "نفسه" || next.surface() == "ذاته" ||
                       next.sense().direction != Direction::kNone || next.surface() == "الواحد" ||
                       text[begin - 1].is(Function::kIn) || text[begin - 1].is(Function::kThat) ||
                       text[begin - 1].is(Function::kPer);
    if (other) return absl::nullopt;
  } else {
    return absl::nullopt;
  }
  // "أمس الجمعة", "اليوم الخميس": the weekday decides where the two disagree, as articles are often
  // dated a day or two off.
  if (text[end].sense().weekday != 0 && text[end].peeled.article) {
    const int weekday = text[end].sense().weekday;
    ++end;
    if (context.today && offset <= 0) {
      const Direction direction = offset < 0 ? Direction::kPast : Direction::kNone;
      return FromPublication(begin, end,
                             DayInterval(WeekdayNear(*context.today, weekday, direction)));
    }
  }
  return UnitAt(context, begin, end, TimeUnit::kDay, offset);
}

absl::optional<DateMatch> ParseWeekday(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  const bool labelled = text[begin].sense().time == TimeUnit::kDay && !text[begin].latin() &&
                        text[begin].sense().time_form == NounForm::kSingular &&
                        !text[begin].peeled.article;
  const bool leading = text[begin].latin() && text[begin].sense().direction != Direction::kNone;
  const int at = labelled || leading ? begin + 1 : begin;
  const ValueWord& day = text[at];
  if (day.sense().weekday == 0) return absl::nullopt;
  // "الأحد عشر" is a number.
  if (text[at + 1].sense().number == NumberRole::kTen && !text[at + 1].peeled.conjunction) {
    return absl::nullopt;
  }
  if (day.latin() && !day.capital) return absl::nullopt;
  if (!day.latin() && !day.peeled.article && !labelled) return absl::nullopt;
  const bool two = text[begin - 1].is(Function::kBetween) || text[begin - 1].surface() == "كلا";
  if (!labelled && two && day.sense().number != NumberRole::kNone && !context.loose()) {
    return absl::nullopt;
  }
  // "الأربعاء، 12 أكتوبر 2025" and "Tuesday (Oct. 7)"
  int date_at = SkipComma(text, at + 1);
  if (text[date_at].surface() == "(") ++date_at;
  if (absl::optional<DateMatch> date = ParseDayOfMonth(context, date_at)) {
    date->begin = begin;
    return date;
  }
  if (day.sense().bare_weekday && !leading && !text[begin - 1].is(Function::kIn)) {
    return absl::nullopt;
  }
  Direction direction = leading ? text[begin].sense().direction : Direction::kNone;
  int end = at + 1;
  if (!leading && text[end].peeled.article && text[end].sense().direction != Direction::kNone) {
    direction = text[end].sense().direction;
    ++end;
  }
  if (direction == Direction::kNone && LooksAhead(text, begin)) direction = Direction::kNext;
  if (!context.today) return Unresolved(begin, end, DatePrecision::kDay);
  return FromPublication(begin, end,
                         DayInterval(WeekdayNear(*context.today, day.sense().weekday, direction)));
}

absl::optional<DateMatch> ParseSameUnit(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  const ValueWord& unit = text[begin];
  if (!context.spoken_of || !IsSingularUnit(unit) || !unit.peeled.article) return absl::nullopt;
  // A year does not tell which month "the same month" is.
  const TimeUnit time = unit.sense().time;
  if (PrecisionOf(time) < context.spoken_of->precision) return absl::nullopt;
  const auto is_same = [](absl::string_view word, absl::string_view same) {
    return absl::EndsWith(word, same) && word.size() <= same.size() + kProcliticBytes;
  };
  const absl::string_view before = text[begin - 1].surface();
  const absl::string_view after = text[begin + 1].surface();
  const bool behind =
      after == "نفسه" || after == "نفسها" || after == "ذاته" || after == "ذاتها" || after == "عينه";
  if (!behind && !is_same(before, "نفس") && !is_same(before, "ذات")) return absl::nullopt;
  return Stated(begin, behind ? begin + 2 : begin + 1,
                UnitInterval(*context.spoken_of->start, time));
}

}  // namespace isnad::extraction
