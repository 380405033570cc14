#include "services/extraction/values/number_expression.h"

#include <cmath>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/values/glued_figure.h"
#include "services/extraction/values/number_grammar.h"
#include "services/extraction/values/word_sense.h"

namespace isnad::extraction {
namespace {

// A value that ends at a token.
struct Part {
  int end = 0;
  double value = 0;
};

bool IsPlain(const ValueWord& word) {
  return !word.peeled.conjunction && word.peeled.preposition == 0;
}

bool IsPlural(const ValueWord& word) {
  // أخماس, أثمان, أرباع, أسداس, أعشار: the broken plural of fractions.
  return absl::StartsWith(word.surface(), "ا") || absl::EndsWith(word.surface(), "s");
}

// A fraction noun that an amount stands before: "خمسة أثمان".
bool IsDenominator(const ValueText& text, int i) {
  const ValueWord& word = text[i];
  return word.sense().fraction > 0 && IsPlain(word) && !word.peeled.article &&
         word.sense().number != NumberRole::kTen;
}

// خمس, سبع, ثمن, عشر are cardinals before a plural noun and fractions elsewhere.
bool MayBeFraction(const ValueText& text, int i) {
  const WordSense& sense = text[i].sense();
  if (sense.fraction <= 0) return false;
  if (sense.number == NumberRole::kNone) return true;
  const ValueWord& next = text[i + 1];
  return !next.exists() || next.punctuation() || next.peeled.article;
}

absl::optional<Part> ParseDozens(const ValueText& text, int i, double count) {
  if (text[i].sense().number != NumberRole::kDozen || !IsPlain(text[i])) return absl::nullopt;
  return Part{i + 1, count * text[i].sense().number_value};
}

// "نصف", "نصف دزينة", "ربع مليون" (through ParseNumber).
absl::optional<Part> ParseFractionWord(const ValueText& text, int i) {
  if (!MayBeFraction(text, i)) return absl::nullopt;
  const double fraction = text[i].sense().fraction;
  if (const absl::optional<Part> dozens = ParseDozens(text, i + 1, fraction)) return dozens;
  const absl::optional<NumberMatch> scaled = ParseNumber(text, i);
  if (scaled && scaled->scale > 1) return Part{scaled->end, scaled->value};
  // "ثمن واحد"
  const WordSense& next = text[i + 1].sense();
  const bool one = next.number == NumberRole::kUnit && next.number_value == 1;
  if (one && IsPlain(text[i + 1])) return Part{i + 2, fraction};
  return Part{i + 1, fraction};
}

// The last word of a number when it is a unit that only counts the fraction behind it: of "مئة
// وثلاثة أرباع" the three.
double LastUnit(const ValueText& text, int begin, int end) {
  const WordSense& last = text[end - 1].sense();
  const bool counts = last.number == NumberRole::kUnit || last.number == NumberRole::kTen;
  const bool joined = text[end - 1].peeled.conjunction || text[end - 2].is(Function::kAnd);
  return counts && (joined || end - 1 == begin) ? last.number_value : 0;
}

Part CountFractions(const ValueText& text, int begin, const NumberMatch& number) {
  const ValueWord& denominator = text[number.end];
  const double fraction = denominator.sense().fraction;
  const double unit = IsPlural(denominator) ? LastUnit(text, begin, number.end) : 0;
  if (unit > 0) return {number.end + 1, number.value - unit + unit * fraction};
  return {number.end + 1, number.value * fraction};
}

// A second fraction or dozen that is added: "خمسة وربع", "ثلاث وخمس", "واحد ونصف".
void AddJoined(const ValueText& text, Part* part) {
  const int joined = text.Joined(part->end);
  if (joined < 0) return;
  const WordSense& sense = text[joined].sense();
  if (sense.number == NumberRole::kUnit && sense.number_value >= 2 &&
      IsDenominator(text, joined + 1)) {
    *part = {joined + 2, part->value + sense.number_value * text[joined + 1].sense().fraction};
    return;
  }
  // A unit cannot follow a unit, so that خمس is a fifth here.
  if (sense.fraction > 0) *part = {joined + 1, part->value + sense.fraction};
}

// "٤ آلاف ٣ مئة": a smaller group without a conjunction, with its hundreds told.
void AddHundreds(const ValueText& text, const NumberMatch& number, Part* part) {
  if (number.scale < 1000) return;
  const bool hundreds =
      text[part->end].plain_up_to(9) && text[part->end + 1].sense().number == NumberRole::kHundred;
  const absl::optional<NumberMatch> rest = hundreds ? ParseNumber(text, part->end) : absl::nullopt;
  if (rest && rest->value < number.scale) *part = {rest->end, part->value + rest->value};
}

// "2 1/4", or "1/4 2" as it is typed from right to left.
void AddQuotient(const ValueText& text, bool quotient, Part* part) {
  const ValueWord& next = text[part->end];
  if (quotient) {
    if (part->value < 1 && next.plain_up_to(999) && !text[part->end + 1].figure.has_value()) {
      *part = {part->end + 1, part->value + next.figure->value};
    }
    return;
  }
  const absl::optional<GluedFigure> fraction = ParseGluedFigure(text, part->end);
  if (fraction && fraction->quotient && fraction->value < 1) {
    *part = {fraction->end, part->value + fraction->value};
  }
}

absl::optional<Part> ParseTerm(const ValueText& text, int begin) {
  if (const absl::optional<GluedFigure> figure = ParseGluedFigure(text, begin)) {
    Part part{figure->end, figure->value};
    if (figure->quotient) AddQuotient(text, true, &part);
    return part;
  }
  if (const absl::optional<Part> fraction = ParseFractionWord(text, begin)) return fraction;
  const absl::optional<NumberMatch> number = ParseNumber(text, begin);
  if (!number || number->vague) return absl::nullopt;
  if (IsDenominator(text, number->end) && !number->fraction) {
    return CountFractions(text, begin, *number);
  }
  // "مئتان وثلاث دزينات": only the three count dozens.
  const double counted = LastUnit(text, begin, number->end);
  if (counted > 0 && counted < number->value) {
    if (const absl::optional<Part> dozens = ParseDozens(text, number->end, counted)) {
      return Part{dozens->end, number->value - counted + dozens->value};
    }
  }
  Part part{number->end, number->value};
  if (number->digits) AddQuotient(text, false, &part);
  AddHundreds(text, *number, &part);
  AddJoined(text, &part);
  return part;
}

// Index of the divisor behind "على", "من" or "جزء من", or -1.
int DivisorAt(const ValueText& text, int i) {
  const ValueWord& word = text[i];
  if (!IsPlain(word)) return -1;
  if (word.is(Function::kDivide) || word.surface() == "من") return i + 1;
  const bool share = word.surface() == "جزء" || word.surface() == "اجزاء";
  return share && text[i + 1].surface() == "من" ? i + 2 : -1;
}

absl::optional<Part> ParseQuotient(const ValueText& text, int i, double dividend) {
  const int divisor_at = DivisorAt(text, i);
  if (divisor_at < 0 || !IsPlain(text[divisor_at]) || text[divisor_at].peeled.article) {
    return absl::nullopt;
  }
  const absl::optional<NumberMatch> divisor = ParseNumber(text, divisor_at);
  if (!divisor || divisor->value == 0 || divisor->fraction) return absl::nullopt;
  return Part{divisor->end, dividend / divisor->value};
}

bool IsSign(const ValueText& text, int i) {
  if (text[i].is(Function::kNegative)) return true;
  if (text[i].surface() != "-" || !text.Touches(i)) return false;
  const absl::string_view before = text[i - 1].surface();
  return !text.Touches(i - 1) || before == "<" || before == ">" || before == "=";
}

}  // namespace

absl::optional<NumberExpression> ParseNumberExpression(const ValueText& text, int begin) {
  const bool negative = IsSign(text, begin);
  const int at = negative ? begin + 1 : begin;
  absl::optional<Part> part = ParseTerm(text, at);
  if (!part) {
    // "جزء من مئة"
    if (text[at].surface() != "جزء") return absl::nullopt;
    part = ParseQuotient(text, at, 1);
  } else if (const absl::optional<Part> quotient = ParseQuotient(text, part->end, part->value)) {
    part = quotient;
  }
  if (!part) return absl::nullopt;
  return NumberExpression{begin, part->end, negative ? -part->value : part->value,
                          !negative && !text[begin].figure.has_value()};
}

}  // namespace isnad::extraction
