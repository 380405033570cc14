#include "services/extraction/values/amount_grammar.h"

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/values/name_numbers.h"
#include "services/extraction/values/number_grammar.h"
#include "services/extraction/values/unit_grammar.h"

namespace isnad::extraction {
namespace {

using Kind = AmountMatch::Kind;

constexpr int kChangeVerbReach = 7;

// Verbs of change: "ارتفع من 10 إلى 15" gives two figures, not a range.
constexpr absl::string_view kChangeStems[] = {
    "ارتفع", "انخفض", "تراجع", "زاد",   "قفز",   "نما",   "هبط",     "صعد",   "رفع",
    "خفض",   "يرتفع", "تنخفض", "ينخفض", "ترتفع", "انتقل", "تقلص",    "ازداد", "تضاعف",
    "هوي",   "تحول",  "rose",  "fell",  "grew",  "jump",  "increas", "drop",  "declin",
    "climb", "cut",   "rais",  "surg",  "slid",  "went",  "soar",    "reduc", "shr",
};

bool IsChangeVerb(absl::string_view word) {
  for (absl::string_view stem : kChangeStems) {
    if (absl::StartsWith(word, stem)) return true;
    if (absl::StartsWith(word, "و") && absl::StartsWith(word.substr(2), stem)) return true;
  }
  return false;
}

bool TellsChange(const ValueText& text, int begin) {
  for (int i = begin - 1; i >= begin - kChangeVerbReach; --i) {
    if (!text[i].exists()) return false;
    if (IsChangeVerb(text[i].surface())) return true;
  }
  return false;
}

// A figure like "10-15" in one token.
absl::optional<AmountMatch> ParseHyphenated(const ValueText& text, int begin) {
  const ValueWord& word = text[begin];
  if (!word.figure.has_value() || word.figure->kind != Figure::Kind::kRange) return absl::nullopt;
  AmountMatch amount;
  amount.begin = begin;
  amount.end = begin + 1;
  amount.range = true;
  double scale = word.figure->scale;
  while (text[amount.end].sense().number == NumberRole::kScale ||
         text[amount.end].sense().number == NumberRole::kScalePlural) {
    scale *= text[amount.end].sense().number_value;
    ++amount.end;
  }
  amount.lower = word.figure->value * scale;
  amount.upper = word.figure->upper * scale;
  amount.number.digits = true;
  amount.number.value = amount.upper;
  amount.number.scale = scale;
  AttachUnit(text, &amount);
  // A score or a part number without unit is no range of anything.
  if (amount.kind == Kind::kBare) return absl::nullopt;
  return amount;
}

// Index of the second figure when a range goes on behind `amount`, else -1.
int SecondFigure(const ValueText& text, const AmountMatch& amount) {
  const int end = amount.end;
  const ValueWord& before = text[amount.begin - 1];
  const bool from = before.is(Function::kFrom);
  if (before.is(Function::kBetween)) return text.Joined(end);
  // "بين نحو 10 و15"
  if (text[amount.begin - 2].is(Function::kBetween) && text.Joined(end) >= 0 &&
      before.sense().number == NumberRole::kNone && !before.is(Function::kYearsDual)) {
    return text.Joined(end);
  }
  if (text[end].is(Function::kTo) || (from && text[end].is(Function::kUntil))) {
    // "رفع الراتب من 3 آلاف إلى 5"; "زاد 10 إلى 15 في المئة" is still a range.
    const bool two_figures = from || amount.kind != Kind::kBare;
    return two_figures && TellsChange(text, amount.begin) ? -1 : end + 1;
  }
  if (text[end].surface() == "-") return end + 1;
  return -1;
}

bool MayCombine(const AmountMatch& lower, const AmountMatch& upper) {
  if (lower.vague || upper.vague || lower.range || upper.range) return false;
  if (lower.number.year_like && upper.number.year_like && upper.kind == Kind::kBare) return false;
  if (lower.kind == Kind::kBare) return true;
  if (lower.kind != upper.kind) return false;
  if (lower.kind == Kind::kMoney) return lower.currency_code == upper.currency_code;
  return lower.unit_key == upper.unit_key;
}

absl::optional<AmountMatch> Combine(const AmountMatch& lower, AmountMatch upper) {
  double low = lower.lower;
  // "10 إلى 15 مليار": the scale is said once.
  if (lower.number.scale == 1 && upper.number.scale > 1 &&
      low <= upper.lower / upper.number.scale) {
    low *= upper.number.scale;
  }
  if (low >= upper.lower) return absl::nullopt;
  upper.begin = lower.begin;
  upper.upper = upper.lower;
  upper.lower = low;
  upper.range = true;
  return upper;
}

bool StartsWithSymbol(const ValueText& text, int i) {
  const ValueWord& word = text[i];
  return word.exists() && word.sense().currency != 0 && !text[i + 1].peeled.conjunction &&
         (text[i + 1].number_figure()) && (word.token->shape != TokenShape::kArabic) &&
         word.surface().size() <= 3;
}

// A sign or word before the figure makes it negative: "-5%", "سالب خمسة".
bool IsNegativeSign(const ValueText& text, int i) {
  if (text[i].is(Function::kNegative)) return true;
  return text[i].surface() == "-" && text.Touches(i) && !text.Touches(i - 1) &&
         text[i + 1].number_figure() && !text[i - 1].figure.has_value();
}

}  // namespace

absl::optional<AmountMatch> ParseSingleAmount(const ValueText& text, int begin) {
  AmountMatch amount;
  amount.begin = begin;
  int number_at = begin;
  if (StartsWithSymbol(text, begin)) {
    amount.currency = text[begin].sense().currency;
    number_at = begin + 1;
  } else if (text[begin].is(Function::kPercentNoun) && text[begin + 1].number_figure() &&
             (text.Touches(begin) || text[begin].surface() != "%") && !text[begin].latin()) {
    // "%50", "بالمئة 50"
    amount.kind = Kind::kPercent;
    number_at = begin + 1;
  }
  const bool negative = IsNegativeSign(text, begin);
  if (negative) number_at = begin + 1;
  const absl::optional<NumberMatch> number = ParseNumber(text, number_at);
  if (!number) return absl::nullopt;
  amount.number = *number;
  amount.lower = negative ? -number->value : number->value;
  amount.vague = number->vague;
  amount.end = number->end;
  if (amount.kind == Kind::kPercent) {
    amount.unit = "%";
    amount.unit_key = "PERCENT";
    return amount;
  }
  AttachUnit(text, &amount);
  return amount;
}

absl::optional<AmountMatch> ParseAmount(const ValueText& text, int begin) {
  absl::optional<AmountMatch> amount = ParseHyphenated(text, begin);
  if (amount) return amount;
  amount = ParseSingleAmount(text, begin);
  if (!amount || IsPartOfName(text, *amount)) return absl::nullopt;
  const int second = SecondFigure(text, *amount);
  if (second < 0) return amount;
  const absl::optional<AmountMatch> upper = ParseSingleAmount(text, second);
  if (!upper || upper->begin != second || !MayCombine(*amount, *upper)) return amount;
  const absl::optional<AmountMatch> range = Combine(*amount, *upper);
  return range ? range : amount;
}

}  // namespace isnad::extraction
