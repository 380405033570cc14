#include "services/extraction/values/year_grammar.h"

#include "absl/types/optional.h"
#include "services/extraction/values/calendar.h"
#include "services/extraction/values/number_grammar.h"

namespace isnad::extraction {
namespace {

constexpr int kMinWordedYear = 100;
constexpr int kMaxWordedYear = 2999;
constexpr int kFirstYearOfHistory = 1000;
constexpr int kFirstSpelledYear = 1901;
constexpr int kFirstLooseYear = 1001;
constexpr int kMinHijriYear = 1000;
constexpr int kMaxHijriYear = 1600;

bool IsYearWord(const ValueWord& word) {
  const bool singular = word.sense().time == TimeUnit::kYear &&
                        word.sense().time_form == NounForm::kSingular && !word.peeled.possessive;
  return singular || (word.is(Function::kYearsDual) && !word.peeled.article);
}

bool HasUnitAfter(const ValueText& text, int i) {
  const ValueWord& word = text[i];
  if (word.peeled.conjunction || word.peeled.preposition != 0) return false;
  const NumberRole role = word.sense().number;
  return role == NumberRole::kScale || role == NumberRole::kScalePlural ||
         word.sense().currency != 0 || word.is(Function::kPercentNoun) ||
         (word.sense().time != TimeUnit::kNone && !word.peeled.article && !word.latin());
}

// "تسعة عشر ثمانية وعشرون": 19 and 28.
absl::optional<YearMatch> ParseHalvedYear(const ValueText& text, int i) {
  const absl::optional<NumberMatch> century = ParseNumber(text, i);
  if (!century || century->digits || century->value < 15 || century->value > 20 ||
      text.Joined(century->end) >= 0) {
    return absl::nullopt;
  }
  const absl::optional<NumberMatch> rest = ParseNumber(text, century->end);
  if (!rest || rest->digits || rest->value < 10 || rest->value > 99) return absl::nullopt;
  YearMatch match;
  match.end = rest->end;
  match.year = static_cast<int>(100 * century->value + rest->value);
  match.worded = true;
  return match;
}

// Digits or words that may be a year, behind a word for year.
absl::optional<YearMatch> ParseWordedYear(const ValueText& text, int i) {
  if (absl::optional<YearMatch> halved = ParseHalvedYear(text, i)) return halved;
  const ValueWord& word = text[i];
  const bool figure = word.number_figure() && word.figure->plain && word.figure->digits >= 3;
  if (!figure && word.figure.has_value()) return absl::nullopt;
  const absl::optional<NumberMatch> number = ParseNumber(text, i);
  if (!number || number->vague || number->value < kMinWordedYear ||
      number->value > kMaxWordedYear) {
    return absl::nullopt;
  }
  YearMatch match;
  match.end = figure ? i + 1 : number->end;
  match.year = static_cast<int>(figure ? word.figure->value : number->value);
  match.worded = true;
  return match;
}

// "ألفين وعشرين": words that make a year of our time, with nothing that they could count.
absl::optional<YearMatch> ParseSpelledYear(const DateContext& context, int i) {
  const ValueText& text = context.text;
  const NumberRole role = text[i].sense().number;
  if (role != NumberRole::kScale && role != NumberRole::kScaleDual) return absl::nullopt;
  const absl::optional<NumberMatch> number = ParseNumber(text, i);
  const int first_year = context.loose() ? kFirstLooseYear : kFirstSpelledYear;
  // "ألفين" alone is a number, after a month or comma a year.
  const bool behind_date = text[i - 1].punctuation() || text[i - 1].sense().month != 0;
  const bool round = number && number->value == 2000 && !(context.loose() && behind_date);
  if (!number || number->value < first_year || number->value > 2100 || round ||
      HasUnitAfter(text, number->end) || text[number->end].sense().noun != 0) {
    return absl::nullopt;
  }
  YearMatch match;
  match.end = number->end;
  match.year = static_cast<int>(number->value);
  return match;
}

void ApplyEra(const ValueText& text, int figure_at, YearMatch* match) {
  const ValueWord& word = text[figure_at];
  const bool suffixed = word.figure.has_value() && !word.figure->suffix.empty();
  const ValueWord& next = text[match->end];
  const bool hijri_suffix = suffixed && word.figure->suffix == "ه";
  if (hijri_suffix || (!suffixed && next.is(Function::kHijriMark))) {
    match->hijri = true;
    match->worded = true;
  } else if ((suffixed && word.figure->suffix == "م") || next.is(Function::kCommonEra)) {
    match->worded = true;
  } else {
    return;
  }
  if (!suffixed) ++match->end;
}

bool IsPlausible(const YearMatch& match) {
  if (match.hijri) return match.year >= kMinHijriYear && match.year <= kMaxHijriYear;
  return true;
}

// The word before asks for a date.
bool AsksForDate(const ValueText& text, int begin) {
  const ValueWord& before = text[begin - 1];
  switch (before.sense().function) {
    case Function::kIn:
    case Function::kSince:
    case Function::kBy:
    case Function::kUntil:
    case Function::kDuring:
    case Function::kBefore:
    case Function::kAfter:
    case Function::kBetween:
      return true;
    case Function::kFrom:
    case Function::kTo:
    case Function::kOf:
      return true;
    default:
      break;
  }
  if (before.sense().part != PeriodPart::kNone) return true;
  const bool brackets = before.surface() == "(" && text[begin + 1].surface() == ")";
  return brackets;
}

}  // namespace

absl::optional<YearMatch> ParseYear(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  if (IsYearWord(text[begin])) {
    absl::optional<YearMatch> match = ParseWordedYear(text, begin + 1);
    if (!match) return absl::nullopt;
    ApplyEra(text, begin + 1, &*match);
    return IsPlausible(*match) ? match : absl::nullopt;
  }
  if (context.loose()) {
    if (absl::optional<YearMatch> halved = ParseHalvedYear(text, begin)) return halved;
  }
  if (absl::optional<YearMatch> spelled = ParseSpelledYear(context, begin)) return spelled;
  const ValueWord& word = text[begin];
  if (!word.number_figure() || !word.figure->plain || word.figure->percent ||
      word.figure->digits != 4 || !word.figure->symbol.empty() || word.figure->scale != 1) {
    return absl::nullopt;
  }
  YearMatch match;
  match.end = begin + 1;
  match.year = static_cast<int>(word.figure->value);
  ApplyEra(text, begin, &match);
  if (match.worded) return IsPlausible(match) ? absl::optional<YearMatch>(match) : absl::nullopt;
  // Behind a month also the years of history are years.
  const int first = text[begin - 1].sense().month != 0 ? kFirstYearOfHistory : 1900;
  const bool plausible = match.year >= first && match.year <= 2100 && word.figure->suffix.empty();
  if (!plausible || HasUnitAfter(text, begin + 1)) return absl::nullopt;
  return match;
}

absl::optional<YearMatch> ParseYearReference(const DateContext& context, int begin) {
  const ValueText& text = context.text;
  int i = SkipComma(text, begin);
  if (text[i].is(Function::kFrom) || text[i].is(Function::kOf) || text[i].is(Function::kIn)) {
    i = text.SkipArticle(i + 1);
  }
  if (absl::optional<YearMatch> stated = ParseYear(context, i)) return stated;
  // "العام الماضي", "هذا العام", "last year"
  const bool leading =
      text[i].latin() ? text[i].sense().direction != Direction::kNone : text[i].is(Function::kThis);
  const int noun = leading ? i + 1 : i;
  if (text[noun].sense().time != TimeUnit::kYear ||
      text[noun].sense().time_form != NounForm::kSingular ||
      (!text[noun].latin() && !text[noun].peeled.article)) {
    return absl::nullopt;
  }
  Direction direction = Direction::kCurrent;
  int end = noun + 1;
  if (leading && text[i].latin()) {
    direction = text[i].sense().direction;
  } else if (!leading) {
    direction = text[end].sense().direction;
    if (direction == Direction::kNone || text[end].latin()) return absl::nullopt;
    ++end;
  }
  YearMatch match;
  match.end = end;
  match.relative = true;
  match.resolved = context.today.has_value();
  if (match.resolved) {
    const int offset = direction == Direction::kPast ? -1 : direction == Direction::kNext ? 1 : 0;
    match.year = context.today->year + offset;
  }
  return match;
}

absl::optional<DateMatch> ParseLoneYear(const DateContext& context, int begin) {
  const absl::optional<YearMatch> year = ParseYear(context, begin);
  if (!year) return absl::nullopt;
  if (!year->worded && !context.loose() && !AsksForDate(context.text, begin)) return absl::nullopt;
  return Stated(
      begin, year->end,
      year->hijri ? HijriInterval(context.hijri, year->year, 0) : YearInterval(year->year));
}

}  // namespace isnad::extraction
