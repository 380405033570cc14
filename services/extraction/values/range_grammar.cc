#include "services/extraction/values/range_grammar.h"

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "absl/types/optional.h"
#include "services/extraction/values/number_expression.h"

namespace isnad::extraction {
namespace {

enum class Relation { kNone, kMore, kAtLeast, kLess, kAtMost, kEqual };

struct RelationRow {
  Relation relation;
  // Folded phrases, words apart by blanks. No phrase may be the beginning of a later one of the
  // same first word: the longest are listed first.
  absl::string_view phrases;
};

constexpr RelationRow kBefore[] = {
    {Relation::kAtLeast,
     "لا يقل عن|لا تقل عن|لا اقل من|ليس اقل من|ما لا يقل عن|علي الاقل|بحد ادني|كحد ادني|"
     "ابتداء من|ابتدا من|بدءا من"},
    {Relation::kAtMost,
     "لا يزيد عن|لا يزيد علي|لا تزيد عن|لا تزيد علي|لا اكثر من|ليس اكثر من|لا يتجاوز|لا تتجاوز|"
     "لا يتعدي|لا تتعدي|علي الاكثر|بحد اقصي|كحد اقصي|ما يصل الي|يصل الي|تصل الي|حتي"},
    {Relation::kMore,
     "اكثر من|اكبر من|ازيد من|اعلي من|يزيد عن|يزيد علي|تزيد عن|تزيد علي|فوق|يفوق|تفوق|فاق|فاقت|"
     "يتجاوز|تتجاوز|تجاوز|تجاوزت|يتخطي|تتخطي|تخطي|تخطت|يتعدي|تتعدي"},
    {Relation::kLess, "اقل من|اصغر من|ادني من|يقل عن|تقل عن|تحت|دون|ما دون"},
    {Relation::kEqual, "يساوي|تساوي|مساو ل|مساويا ل|يعادل|تعادل"},
};
// "أو يساوي" behind a comparison takes its end in.
constexpr absl::string_view kOrEqual = "او يساوي|او تساوي|او ما يساوي|او مساو ل";
constexpr absl::string_view kOrMore = "او اكثر|او ازيد|فاكثر|فما فوق|او اكبر|فصاعدا|علي الاقل";
constexpr absl::string_view kOrLess = "او اقل|فاقل|فما دون|او اصغر|علي الاكثر";

bool IsWord(const ValueText& text, int i, absl::string_view word, bool first) {
  absl::string_view surface = text[i].surface();
  if (surface == word) return true;
  return first && absl::ConsumePrefix(&surface, "و") && surface == word;
}

enum class Opening { kPlain, kMayBeJoined };

// Index after the longest phrase of `phrases` at `i`, or -1. The first word may open with و.
int EndOfPhrase(const ValueText& text, int i, absl::string_view phrases, Opening opening) {
  int best = -1;
  for (absl::string_view phrase : absl::StrSplit(phrases, '|')) {
    int at = i;
    bool matches = true;
    for (absl::string_view word : absl::StrSplit(phrase, ' ')) {
      matches = matches && IsWord(text, at, word, at == i && opening == Opening::kMayBeJoined);
      ++at;
    }
    if (matches && at > best) best = at;
  }
  return best;
}

// A comparison: its relation and the index of its number.
struct Comparison {
  int end = 0;
  Relation relation = Relation::kNone;
};

// "<", ">=", "< =": signs before a number.
Comparison ParseSigns(const ValueText& text, int i) {
  const absl::string_view sign = text[i].surface();
  Comparison comparison;
  if (sign == "\u2265" || sign == "\u2264") {  // greater-than or equal, less-than or equal
    comparison.relation = sign == "\u2265" ? Relation::kAtLeast : Relation::kAtMost;
    comparison.end = i + 1;
    return comparison;
  }
  if (sign != "<" && sign != ">" && sign != "<=" && sign != ">=") return comparison;
  // "<>" and "=<" compare nothing.
  const absl::string_view before = text[i - 1].surface();
  if (text.Touches(i - 1) && (before == "=" || before == "<" || before == ">")) return comparison;
  const bool equal = sign.size() == 2 || text[i + 1].surface() == "=";
  comparison.end = equal && sign.size() == 1 ? i + 2 : i + 1;
  comparison.relation = sign[0] == '>' ? (equal ? Relation::kAtLeast : Relation::kMore)
                                       : (equal ? Relation::kAtMost : Relation::kLess);
  return comparison;
}

Comparison ParseComparison(const ValueText& text, int i) {
  Comparison best = ParseSigns(text, i);
  for (const RelationRow& row : kBefore) {
    const int end = EndOfPhrase(text, i, row.phrases, Opening::kMayBeJoined);
    if (end > best.end) best = {end, row.relation};
  }
  if (best.relation == Relation::kNone) return best;
  const int equal = EndOfPhrase(text, best.end, kOrEqual, Opening::kPlain);
  if (equal < 0) return best;
  best.end = equal;
  if (best.relation == Relation::kMore) best.relation = Relation::kAtLeast;
  if (best.relation == Relation::kLess) best.relation = Relation::kAtMost;
  return best;
}

// "أو أكثر" behind the number; not "أو أقل من 5000", which compares anew.
void ApplyTail(const ValueText& text, int* end, Relation* relation) {
  const auto ends_here = [&text](int i) {
    if (i < 0) return false;
    return !ParseNumberExpression(text, text[i].is(Function::kFrom) ? i + 1 : i);
  };
  const auto take = [&](int i, Relation to) {
    *end = text[i].surface() == "من" ? i + 1 : i;
    *relation = to;
  };
  const int equal = EndOfPhrase(text, *end, kOrEqual, Opening::kPlain);
  const int more = EndOfPhrase(text, *end, kOrMore, Opening::kPlain);
  const int less = EndOfPhrase(text, *end, kOrLess, Opening::kPlain);
  const bool compared = *relation == Relation::kMore || *relation == Relation::kLess;
  if (compared && equal > 0 && !ParseNumberExpression(text, equal)) {
    *end = equal;
    *relation = *relation == Relation::kMore ? Relation::kAtLeast : Relation::kAtMost;
  } else if (!compared && ends_here(more)) {
    take(more, Relation::kAtLeast);
  } else if (!compared && ends_here(less)) {
    take(less, Relation::kAtMost);
  }
}

RangeReading Bounded(int begin, int end, Relation relation, double value) {
  RangeReading reading;
  reading.tokens = {begin, end};
  const bool equal = relation == Relation::kEqual;
  if (equal || relation == Relation::kMore || relation == Relation::kAtLeast) {
    reading.low = value;
    reading.includes_low = relation != Relation::kMore;
  }
  if (equal || relation == Relation::kLess || relation == Relation::kAtMost) {
    reading.high = value;
    reading.includes_high = relation != Relation::kLess;
  }
  return reading;
}

absl::optional<RangeReading> ParseBounded(const ValueText& text, int begin) {
  const Comparison comparison = ParseComparison(text, begin);
  Relation relation = comparison.relation;
  const int number_at = relation == Relation::kNone ? begin : comparison.end;
  const absl::optional<NumberExpression> number = ParseNumberExpression(text, number_at);
  if (!number) return absl::nullopt;
  int end = number->end;
  ApplyTail(text, &end, &relation);
  if (relation == Relation::kNone) return absl::nullopt;
  return Bounded(begin, end, relation, number->value);
}

// The first number of a range, without the quotient that "من" would make of it.
absl::optional<NumberExpression> ParseEnd(const ValueText& text, int i) {
  if (text.Joined(i) == i) return absl::nullopt;
  return ParseNumberExpression(text, i);
}

// "بين 20 و30", "من ألف إلى ألفين", "20 ~ 100", "1000-5000"
absl::optional<RangeReading> ParseSpan(const ValueText& text, int begin) {
  const bool between = text[begin].is(Function::kBetween);
  const bool from = text[begin].is(Function::kFrom);
  const int first_at = between || from ? begin + 1 : begin;
  const absl::optional<NumberExpression> low = ParseEnd(text, first_at);
  if (!low) return absl::nullopt;
  int second_at = -1;
  const ValueWord& link = text[low->end];
  if (between) {
    second_at = text.Joined(low->end);
  } else if (link.is(Function::kTo) || (from && link.is(Function::kUntil))) {
    second_at = low->end + 1;
  } else if (link.surface() == "~" || link.surface() == "-") {
    second_at = low->end + 1;
  }
  if (second_at < 0) return absl::nullopt;
  // "+1-222-2222-2222" is a telephone number.
  const absl::string_view before = text[first_at - 1].surface();
  if (link.surface() == "-" && (before == "-" || before == "+")) return absl::nullopt;
  const absl::optional<NumberExpression> high = ParseNumberExpression(text, second_at);
  if (!high || high->value <= low->value) return absl::nullopt;
  if (link.surface() == "-" && text[high->end].surface() == "-") return absl::nullopt;
  RangeReading reading;
  reading.tokens = {begin, high->end};
  reading.low = low->value;
  reading.high = high->value;
  reading.includes_low = true;
  return reading;
}

// "10-15" in one token.
absl::optional<RangeReading> ParseHyphenated(const ValueText& text, int begin) {
  const ValueWord& word = text[begin];
  if (!word.figure.has_value() || word.figure->kind != Figure::Kind::kRange) return absl::nullopt;
  RangeReading reading;
  reading.tokens = {begin, begin + 1};
  reading.low = word.figure->value;
  reading.high = word.figure->upper;
  reading.includes_low = true;
  return reading;
}

// Joins the second of two bounds to the first when they leave room between them.
absl::optional<RangeReading> Combine(const RangeReading& first, const RangeReading& second) {
  if (first.low.has_value() == second.low.has_value()) return absl::nullopt;
  if (first.high.has_value() == second.high.has_value()) return absl::nullopt;
  const RangeReading& above = first.low ? first : second;
  const RangeReading& below = first.low ? second : first;
  if (*above.low >= *below.high) return absl::nullopt;
  RangeReading both = above;
  both.high = below.high;
  both.includes_high = below.includes_high;
  both.tokens = {first.tokens.begin, second.tokens.end};
  return both;
}

}  // namespace

absl::optional<RangeReading> ParseRange(const ValueText& text, int begin) {
  if (absl::optional<RangeReading> span = ParseSpan(text, begin)) return span;
  if (absl::optional<RangeReading> span = ParseHyphenated(text, begin)) return span;
  absl::optional<RangeReading> bounded = ParseBounded(text, begin);
  if (!bounded) return absl::nullopt;
  int next = bounded->tokens.end;
  if (text[next].is(Function::kAnd)) ++next;
  const absl::string_view surface = text[next].surface();
  const bool joined = next > bounded->tokens.end || absl::StartsWith(surface, "و");
  const absl::optional<RangeReading> second =
      joined ? ParseBounded(text, next) : absl::optional<RangeReading>();
  if (!second) return bounded;
  const absl::optional<RangeReading> both = Combine(*bounded, *second);
  return both ? both : bounded;
}

}  // namespace isnad::extraction
