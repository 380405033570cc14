#include "services/extraction/values/number_base.h"

#include <cmath>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"

namespace isnad::extraction {
namespace {

constexpr int kMaxGroups = 6;
constexpr int kMaxZeros = 6;

bool IsUnitUpToNine(const ValueText& text, int i) {
  return NumberRoleAt(text, i) == NumberRole::kUnit && NumberValueAt(text, i) >= 3 &&
         NumberValueAt(text, i) <= 9;
}

// Units, teens and tens: خمسة, خمسة عشر, خمسة وعشرون, twenty five.
absl::optional<NumberBase> ParseBelowHundred(const ValueText& text, int i) {
  const double value = NumberValueAt(text, i);
  switch (NumberRoleAt(text, i)) {
    case NumberRole::kUnit:
    case NumberRole::kUnitHead: {
      if (NumberRoleAt(text, i + 1) == NumberRole::kTen && !text[i + 1].peeled.conjunction &&
          !text[i + 1].latin()) {
        return NumberBase{i + 2, value + 10};
      }
      const int tens = text.Joined(i + 1);
      if (tens >= 0 && NumberRoleAt(text, tens) == NumberRole::kTens && !text[i].latin()) {
        return NumberBase{tens + 1, value + NumberValueAt(text, tens)};
      }
      if (NumberRoleAt(text, i) == NumberRole::kUnitHead) return absl::nullopt;
      return NumberBase{i + 1, value};
    }
    case NumberRole::kTens: {
      if (!text[i].latin()) return NumberBase{i + 1, value};
      const int unit = text[i + 1].surface() == "-" ? i + 2 : i + 1;
      const bool follows = text[unit].latin() && NumberRoleAt(text, unit) == NumberRole::kUnit &&
                           NumberValueAt(text, unit) >= 1;
      return follows ? NumberBase{unit + 1, value + NumberValueAt(text, unit)}
                     : NumberBase{i + 1, value};
    }
    case NumberRole::kTen:
    case NumberRole::kTeen:
    case NumberRole::kCompound:
    case NumberRole::kDozen:
      return NumberBase{i + 1, value};
    default:
      return absl::nullopt;
  }
}

bool IsDecimalWord(const ValueText& text, int i) {
  const absl::string_view word = text[i].surface();
  return word == "فاصله" || word == "فاصل" || word == "فارزه" || word == "point";
}

// "نقطة" is a point only between spelled numbers: "خمسة نقطة ستة".
bool IsSpokenPoint(const ValueText& text, int i) {
  return text[i].surface() == "نقطه" && NumberRoleAt(text, i - 1) != NumberRole::kNone &&
         NumberRoleAt(text, i + 1) != NumberRole::kNone && !text[i + 1].peeled.conjunction;
}

// What decimals are worth by the number of their digits: 25 is 0.25.
double AsDecimals(double digits, int count) { return digits / std::pow(10, count); }

int CountDigits(double whole) {
  int count = 1;
  while (whole >= 10) {
    whole /= 10;
    ++count;
  }
  return count;
}

}  // namespace

absl::optional<NumberBase> ParseHundreds(const ValueText& text, int i) {
  const NumberRole role = NumberRoleAt(text, i);
  if (role == NumberRole::kHundred && !text[i].latin()) return NumberBase{i + 1, 100};
  if (role == NumberRole::kHundreds) return NumberBase{i + 1, NumberValueAt(text, i)};
  if (NumberRoleAt(text, i + 1) != NumberRole::kHundred || text[i + 1].peeled.conjunction ||
      text[i + 1].peeled.preposition != 0) {
    return absl::nullopt;
  }
  if (text[i].plain_up_to(9)) return NumberBase{i + 2, 100 * text[i].figure->value};
  const bool counted = IsUnitUpToNine(text, i) ||
                       (text[i].latin() && (role == NumberRole::kUnit || text[i].is(Function::kA)));
  if (!counted) return absl::nullopt;
  return NumberBase{i + 2, 100 * (text[i].is(Function::kA) ? 1 : NumberValueAt(text, i))};
}

absl::optional<NumberBase> ParseBelowThousand(const ValueText& text, int i) {
  const absl::optional<NumberBase> hundreds = ParseHundreds(text, i);
  if (!hundreds) return ParseBelowHundred(text, i);
  int rest = text.Joined(hundreds->end);
  if (rest < 0 && text[i].latin()) rest = hundreds->end;
  if (rest < 0) return hundreds;
  // "مئة و50": digits may follow words.
  if (text[rest].plain_up_to(99) && !text[rest].peeled.conjunction) {
    return NumberBase{rest + 1, hundreds->value + text[rest].figure->value};
  }
  const absl::optional<NumberBase> below = ParseBelowHundred(text, rest);
  return below && below->value > 0 ? NumberBase{below->end, hundreds->value + below->value}
                                   : hundreds;
}

NumberBase ParseSpacedThousands(const ValueText& text, int i) {
  NumberBase base{i + text[i].figure_tokens, text[i].figure->value};
  if (!text[i].figure->plain || text[i].figure->digits > 3 || base.value < 1) return base;
  const auto is_group = [&text](int j) {
    const ValueWord& word = text[j];
    return word.number_figure() && word.figure->digits == 3 && word.figure->suffix.empty() &&
           !word.figure->maybe_thousands && !word.figure->percent &&
           text[j - 1].token->range.end + 3 >= word.token->range.begin;
  };
  int groups = 0;
  while (is_group(base.end) && ++groups <= kMaxGroups) {
    base.value = base.value * 1000 + text[base.end].figure->value;
    ++base.end;
    if (!text[base.end - 1].figure->plain) break;  // decimals end it: 1 234 567.89
  }
  return base;
}

absl::optional<NumberBase> ParseFraction(const ValueText& text, int i) {
  const WordSense& sense = text[i].sense();
  const WordSense& next = text[i + 1].sense();
  const bool counted = sense.number == NumberRole::kUnit && sense.number_value >= 1 &&
                       next.fraction > 0 && next.number == NumberRole::kNone &&
                       !text[i + 1].peeled.conjunction && !text[i + 1].peeled.article &&
                       next.fraction != 0.5;
  if (counted && (text[i].latin() || sense.number_value >= 3)) {
    return NumberBase{i + 2, sense.number_value * next.fraction};
  }
  if (text[i].is(Function::kA) && next.fraction > 0 && text[i + 1].latin()) {
    return NumberBase{i + 2, next.fraction};
  }
  // Unit words that are also fractions (خمس, عشر) count as fractions only with a count.
  if (sense.fraction > 0 && sense.number == NumberRole::kNone)
    return NumberBase{i + 1, sense.fraction};
  return absl::nullopt;
}

absl::optional<NumberBase> ParseDecimals(const ValueText& text, int i) {
  if (!IsDecimalWord(text, i) && !IsSpokenPoint(text, i)) return absl::nullopt;
  int at = i + 1;
  int zeros = 0;
  const auto is_zero = [&text](int j) {
    return NumberRoleAt(text, j) == NumberRole::kUnit && NumberValueAt(text, j) == 0 &&
           !text[j].peeled.conjunction;
  };
  while (is_zero(at) && zeros < kMaxZeros) {
    ++at;
    ++zeros;
  }
  const ValueWord& word = text[at];
  if (word.number_figure()) {
    if (!word.figure->plain || !word.figure->suffix.empty()) return absl::nullopt;
    return NumberBase{at + 1, AsDecimals(word.figure->value, zeros + word.figure->digits)};
  }
  if (word.peeled.conjunction) return absl::nullopt;
  const absl::optional<NumberBase> decimals = ParseBelowThousand(text, at);
  if (!decimals) return zeros > 0 ? absl::optional<NumberBase>(NumberBase{at, 0}) : absl::nullopt;
  return NumberBase{decimals->end,
                    AsDecimals(decimals->value, zeros + CountDigits(decimals->value))};
}

}  // namespace isnad::extraction
