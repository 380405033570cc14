#include "services/extraction/values/mention_builder.h"

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/values/word_sense.h"

namespace isnad::extraction {
namespace {

using Kind = AmountMatch::Kind;

constexpr int kMoneyContextReach = 8;
constexpr double kMinBareMoney = 1e6;
// Half of the employees is 50 percent of them.
constexpr double kPercentPerWhole = 100;

// Stems of words that tell that a bare large figure is money.
constexpr absl::string_view kMoneyStems[] = {
    "قيم",   "كلف",   "تكلف",   "تكاليف", "استثمار", "راتب",   "رواتب",  "اجور",  "صفق",
    "ايراد", "تمويل", "سعر",    "مبلغ",   "ارباح",   "خسائر",  "ميزاني", "موازن", "تعويض",
    "مكاف",  "دولار", "يورو",   "ضخ",     "ثروه",    "ديون",   "قرض",    "عوائد", "مبيعات",
    "حزم",   "عقود",  "worth",  "invest", "paid",    "pay",    "salar",  "cost",  "revenue",
    "price", "fund",  "deal",   "valu",   "budget",  "profit", "loss",   "bonus", "compens",
    "offer", "spend", "raised", "sales",  "income",
};

bool HasMoneyStem(absl::string_view word) {
  for (absl::string_view stem : kMoneyStems) {
    const size_t at = word.find(stem);
    // A stem stands first or behind proclitics of up to three letters.
    if (at != absl::string_view::npos && at <= 6 && (at == 0 || word[0] < 0)) return true;
  }
  return false;
}

bool SpeaksOfMoney(const ValueText& text, TokenRange tokens) {
  for (int i = tokens.begin - kMoneyContextReach; i < tokens.end + kMoneyContextReach / 2; ++i) {
    if (tokens.contains(i) || !text[i].exists()) continue;
    if (HasMoneyStem(text[i].surface())) return true;
  }
  return false;
}

Bound BoundOf(const ValueText& text, const BoundWords& bounds, const AmountMatch& amount) {
  if (amount.range) return Bound::kRange;
  const Bound bound = bounds.Decode(text, {amount.begin, amount.end});
  return amount.vague && bound != Bound::kAtMost ? Bound::kAtLeast : bound;
}

// "نسبة 10": a percentage without its sign.
bool IsBarePercent(const ValueText& text, const AmountMatch& amount) {
  const ValueWord& before = text[amount.begin - 1];
  return before.is(Function::kPercentOf) && amount.number.scale == 1;
}

bool IsTooWeak(const ValueText& text, const AmountMatch& amount) {
  const NumberMatch& number = amount.number;
  if (number.year_like || number.lone_one || number.weak_word || number.vague) return true;
  if (number.fraction || number.value == 0) return true;
  const ValueWord& first = text[amount.begin];
  // "الاثنان", "الأربعة": the ones that were spoken of.
  if (!number.digits && first.peeled.article) return true;
  if (!number.digits && number.value <= 2) return true;
  return false;
}

void FillMoney(const AmountMatch& amount, absl::string_view code, Bound bound,
               ValueMention* mention) {
  mention->kind = ValueKind::kMoney;
  mention->money.currency_code = std::string(code);
  mention->money.amount = amount.lower;
  mention->money.upper_amount = amount.range ? amount.upper : 0;
  mention->money.bound = bound;
}

void FillQuantity(const AmountMatch& amount, Bound bound, ValueMention* mention) {
  mention->kind = ValueKind::kQuantity;
  mention->quantity.amount = amount.lower;
  mention->quantity.upper_amount = amount.range ? amount.upper : 0;
  mention->quantity.bound = bound;
  mention->quantity.unit = amount.unit;
  mention->quantity.unit_key = amount.unit_key;
}

// "نصف الموظفين", "two thirds of the staff"
bool FillShare(const AmountMatch& amount, Bound bound, ValueMention* mention) {
  if (!amount.number.fraction || amount.kind != Kind::kCount) return false;
  FillQuantity(amount, bound, mention);
  mention->quantity.amount = amount.lower * kPercentPerWhole;
  mention->quantity.unit = "%";
  mention->quantity.unit_key = "PERCENT";
  return true;
}

bool FillBare(const ValueText& text, const AmountMatch& amount, Bound bound,
              ValueMention* mention) {
  if (IsBarePercent(text, amount)) {
    FillQuantity(amount, bound, mention);
    mention->quantity.unit = "%";
    mention->quantity.unit_key = "PERCENT";
    return true;
  }
  const bool large = amount.lower >= kMinBareMoney && (amount.number.scale > 1 || amount.range);
  if (large && SpeaksOfMoney(text, mention->tokens)) {
    FillMoney(amount, "XXX", bound, mention);
    return true;
  }
  if (!amount.range && IsTooWeak(text, amount)) return false;
  FillQuantity(amount, bound, mention);
  return true;
}

}  // namespace

absl::optional<ValueMention> BuildMention(const ValueText& text, const BoundWords& bounds,
                                          const AmountMatch& amount) {
  ValueMention mention;
  mention.tokens = {amount.begin, amount.end};
  mention.range = text.analysis().BytesOf(mention.tokens);
  const Bound bound = BoundOf(text, bounds, amount);
  switch (amount.kind) {
    case Kind::kMoney:
      FillMoney(amount, amount.currency_code, bound, &mention);
      return mention;
    case Kind::kCount:
      if (amount.number.lone_one && amount.noun == 0) return absl::nullopt;
      if (FillShare(amount, bound, &mention)) return mention;
      FillQuantity(amount, bound, &mention);
      return mention;
    case Kind::kPercent:
      FillQuantity(amount, bound, &mention);
      return mention;
    case Kind::kLength:
      mention.kind = ValueKind::kLength;
      mention.length.amount = amount.lower;
      mention.length.upper_amount = amount.range ? amount.upper : 0;
      mention.length.unit_key = amount.unit_key;
      mention.length.bound = bound;
      return mention;
    case Kind::kBare:
      if (!FillBare(text, amount, bound, &mention)) return absl::nullopt;
      return mention;
  }
  return absl::nullopt;
}

ValueMention BuildMention(const ValueText& text, const DateMatch& date) {
  ValueMention mention;
  mention.kind = ValueKind::kDate;
  mention.tokens = {date.begin, date.end};
  mention.range = text.analysis().BytesOf(mention.tokens);
  mention.date = date.interval;
  mention.resolved = date.resolved;
  return mention;
}

}  // namespace isnad::extraction
