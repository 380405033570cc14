#include "services/extraction/values/name_numbers.h"

#include "absl/strings/string_view.h"

namespace isnad::extraction {
namespace {

constexpr int kMinTelephoneDigits = 10;

bool IsLatinLike(const ValueWord& word) {
  return word.exists() && (word.token->shape == TokenShape::kLatin ||
                           (word.token->shape == TokenShape::kMixed && !word.figure.has_value()));
}

// Letters or a hyphen touch the digits: GPT-4, H100, 5G.
bool TouchesLetters(const ValueText& text, const AmountMatch& amount) {
  const int i = amount.begin;
  if (text.Touches(i - 1)) {
    const ValueWord& before = text[i - 1];
    if (IsLatinLike(before) && before.sense().currency == 0) return true;
    const bool mark = before.surface() == "-" || before.surface() == "." ||
                      before.surface() == "#" || before.surface() == "/" ||
                      before.surface() == "_" || before.surface() == "@";
    if (mark && text.Touches(i - 2) && text[i - 2].exists() && !text[i - 2].figure.has_value() &&
        text[i - 2].surface() != "ب" && text[i - 2].surface() != "ال") {
      return true;
    }
    if (before.surface() == "#") return true;
  }
  return text.Touches(amount.number.end - 1) && IsLatinLike(text[amount.number.end]) &&
         amount.kind == AmountMatch::Kind::kBare;
}

// "الساعة 3", "9 مساء", "5 pm"
bool IsTimeOfDay(const ValueText& text, const AmountMatch& amount) {
  const ValueWord& before = text[amount.begin - 1];
  if (before.sense().time == TimeUnit::kHour && before.peeled.article) return true;
  const absl::string_view after = text[amount.end].surface();
  return after == "صباحا" || after == "مساء" || after == "ظهرا" || after == "am" || after == "pm" ||
         after == "a.m" || after == "p.m";
}

// 3 to 10 ask for a plural: "Llama 4 نموذج" is no count.
bool BreaksAgreement(const AmountMatch& amount) {
  return amount.kind == AmountMatch::Kind::kCount && amount.noun_form == NounForm::kSingular &&
         amount.number.value >= 3 && amount.number.value <= 10;
}

}  // namespace

bool IsPartOfName(const ValueText& text, const AmountMatch& amount) {
  const ValueWord& first = text[amount.begin];
  if (!amount.number.digits || !first.number_figure()) return false;
  const Figure& figure = *first.figure;
  if (TouchesLetters(text, amount)) return true;
  if (amount.kind == AmountMatch::Kind::kBare) {
    if (!figure.suffix.empty() || (figure.scale != 1 && figure.symbol.empty())) return true;
    if (figure.plain && figure.digits >= kMinTelephoneDigits) return true;
    if (text[amount.begin - 1].is(Function::kVersionLabel)) return true;
    if (IsTimeOfDay(text, amount)) return true;
  }
  const bool bare = amount.kind == AmountMatch::Kind::kBare && amount.number.scale == 1;
  if (!bare && !BreaksAgreement(amount)) return false;
  const ValueWord& before = text[amount.begin - 1];
  if (!IsLatinLike(before) || before.sense().currency != 0) return false;
  return !text.english() || before.capital;
}

}  // namespace isnad::extraction
