#include "services/answering/compose/value_text.h"

#include "absl/strings/str_cat.h"
#include "services/answering/compose/counted_noun.h"
#include "services/answering/compose/currency_names.h"
#include "services/answering/compose/date_text.h"
#include "services/answering/compose/figure_text.h"
#include "services/answering/compose/unit_nouns.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

struct Scale {
  double size;
  NounForms noun;
};

constexpr Scale kScales[] = {
    {1e12, {"تريليون", "تريليونا", "تريليونات", "تريليون", false, "trillion", "trillion"}},
    {1e9, {"مليار", "مليارا", "مليارات", "مليار", false, "billion", "billion"}},
    {1e6, {"مليون", "مليونا", "ملايين", "مليون", false, "million", "million"}},
};

const Scale* ScaleOf(double amount) {
  for (const Scale& scale : kScales) {
    if (amount >= scale.size) return &scale;
  }
  return nullptr;
}

// "14.3 مليار", "مليارا" before the noun that follows; the bare figure below a million.
std::string ScaledFigure(double amount, Language language) {
  const Scale* scale = ScaleOf(amount);
  if (scale == nullptr) return FigureText(amount);
  const double scaled = amount / scale->size;
  if (language == Language::kArabic && scaled == 1) return std::string(scale->noun.singular);
  return CountedNoun(scaled, scale->noun, language);
}

std::string Bounded(v1::Bound bound, std::string text, Language language) {
  const bool arabic = language == Language::kArabic;
  switch (bound) {
    case v1::BOUND_ABOUT:
      return absl::StrCat(arabic ? "نحو " : "about ", text);
    case v1::BOUND_AT_LEAST:
      return absl::StrCat(arabic ? "ما لا يقل عن " : "at least ", text);
    case v1::BOUND_AT_MOST:
      // Said of "up to" and of "less than" alike.
      return absl::StrCat(arabic ? "ما لا يزيد على " : "no more than ", text);
    default:
      return text;
  }
}

std::string AmountText(double amount, const CurrencyName* currency, Language language) {
  if (currency == nullptr) return ScaledFigure(amount, language);
  if (language == Language::kEnglish) {
    if (!currency->symbol.empty()) {
      return absl::StrCat(currency->symbol, ScaledFigure(amount, language));
    }
    return absl::StrCat(ScaledFigure(amount, language), " ",
                        amount == 1 ? currency->noun.english : currency->noun.english_plural);
  }
  if (ScaleOf(amount) == nullptr) return CountedNoun(amount, currency->noun, language);
  return absl::StrCat(ScaledFigure(amount, language), " ", currency->noun.singular);
}

std::string Joined(std::string low, std::string high, Language language) {
  return language == Language::kArabic ? absl::StrCat("بين ", low, " و", high)
                                       : absl::StrCat(low, " to ", high);
}

std::string CountText(double amount, const v1::Quantity& quantity, Language language) {
  if (quantity.unit() == "%" || quantity.unit_key() == "PERCENT") {
    return absl::StrCat(FigureText(amount), "%");
  }
  const NounForms* noun = FindUnitNoun(quantity.unit_key());
  if (noun == nullptr) return ScaledFigure(amount, language);
  if (ScaleOf(amount) == nullptr) return CountedNoun(amount, *noun, language);
  return absl::StrCat(ScaledFigure(amount, language), " ",
                      language == Language::kArabic ? noun->singular : noun->english_plural);
}

}  // namespace

std::string MoneyText(const v1::Money& money, Language language, absl::string_view words) {
  const CurrencyName* currency = FindCurrency(money.currency_code());
  if (currency == nullptr) currency = FindSharedCurrency(words);
  std::string text = AmountText(money.amount(), currency, language);
  if (money.bound() == v1::BOUND_RANGE) {
    return Joined(text, AmountText(money.upper_amount(), currency, language), language);
  }
  return Bounded(money.bound(), std::move(text), language);
}

std::string QuantityText(const v1::Quantity& quantity, Language language) {
  std::string text = CountText(quantity.amount(), quantity, language);
  if (quantity.bound() == v1::BOUND_RANGE) {
    return Joined(text, CountText(quantity.upper_amount(), quantity, language), language);
  }
  return Bounded(quantity.bound(), std::move(text), language);
}

std::string LengthText(const v1::Length& length, Language language) {
  const NounForms* noun = FindUnitNoun(length.unit_key());
  const auto text_of = [&](double amount) {
    return noun == nullptr ? FigureText(amount) : CountedNoun(amount, *noun, language);
  };
  std::string text = text_of(length.amount());
  if (length.bound() == v1::BOUND_RANGE) {
    return Joined(text, text_of(length.upper_amount()), language);
  }
  return Bounded(length.bound(), std::move(text), language);
}

std::string ValueText(const v1::Value& value, Language language, absl::string_view words) {
  switch (value.kind_case()) {
    case v1::Value::kMoney:
      return MoneyText(value.money(), language, words);
    case v1::Value::kQuantity:
      return QuantityText(value.quantity(), language);
    case v1::Value::kDate:
      return DateText(value.date(), language);
    case v1::Value::kLength:
      return LengthText(value.length(), language);
    case v1::Value::kText:
      return value.text();
    case v1::Value::KIND_NOT_SET:
      return "";
  }
  return "";
}

}  // namespace isnad::answering
