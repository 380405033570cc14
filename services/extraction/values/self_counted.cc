#include "services/extraction/values/self_counted.h"

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/values/currency_words.h"
#include "services/extraction/values/length_grammar.h"
#include "services/extraction/values/noun_words.h"
#include "services/extraction/values/number_grammar.h"
#include "services/extraction/values/unit_grammar.h"

namespace isnad::extraction {
namespace {

using Kind = AmountMatch::Kind;

// Duals that are better known as something else: the Taliban, Milan.
constexpr absl::string_view kNotDual[] = {"طالبان", "ميلان", "بيان", "عمان"};

bool IsOneOrTwo(const ValueText& text, int i, double value) {
  const ValueWord& word = text[i];
  return word.sense().number == NumberRole::kUnit && word.sense().number_value == value &&
         !word.peeled.conjunction && word.peeled.preposition == 0 && !word.peeled.article &&
         !word.latin();
}

bool HasDualEnding(absl::string_view surface) {
  return absl::EndsWith(surface, "ان") || absl::EndsWith(surface, "ين");
}

// A fatha before the ending tells "two" from "several": U+064E, then yeh and noon.
bool HasWrittenDual(const ValueText& text, int i) {
  const absl::string_view raw = text.analysis().Quote(text[i].token->range);
  return absl::StrContains(raw, "\u064Eين") || absl::StrContains(raw, "\u064Eيْن");
}

bool IsDual(const ValueText& text, int i, NounForm form) {
  const ValueWord& word = text[i];
  if (word.peeled.article || word.peeled.possessive || !HasDualEnding(word.surface())) return false;
  for (absl::string_view other : kNotDual) {
    if (word.surface() == other) return false;
  }
  if (form == NounForm::kDual) return true;
  return form == NounForm::kDualOrPlural && (HasWrittenDual(text, i) || IsOneOrTwo(text, i + 1, 2));
}

AmountMatch Counted(const ValueText& text, Kind kind, int begin, int end, double value) {
  AmountMatch amount;
  amount.kind = kind;
  amount.begin = begin;
  amount.end = end;
  amount.lower = value;
  amount.number.value = value;
  amount.number.end = end;
  const WordSense& sense = text[begin].sense();
  if (kind == Kind::kMoney) {
    amount.currency = sense.currency;
    int country = 0;
    if (text[end].sense().country != 0) {
      country = text[end].sense().country;
      ++amount.end;
    }
    amount.currency_code = std::string(CurrencyCode(sense.currency, country));
  } else {
    amount.unit = text[begin].token->form;
    amount.noun = sense.noun;
    amount.unit_key = std::string(NounKey(sense.noun));
  }
  return amount;
}

bool MayStandAlone(const ValueText& text, const LengthMatch& length) {
  if (length.counted) {
    // "عامين" or "سنة واحدة"; عقد and ليلة have other lives and need more than a dual.
    return true;
  }
  const ValueWord& before = text[length.begin - 1];
  if (before.is(Function::kDuring) || before.is(Function::kAfter)) return true;
  return text[length.begin].latin() &&
         (before.is(Function::kFor) || before.is(Function::kIn) || before.is(Function::kAfter));
}

absl::optional<AmountMatch> ParseLoneLength(const ValueText& text, int begin) {
  if (text[begin].sense().number != NumberRole::kNone || text[begin].figure.has_value()) {
    return absl::nullopt;
  }
  const absl::optional<LengthMatch> length = ParseLength(text, begin);
  if (!length || !MayStandAlone(text, *length)) return absl::nullopt;
  AmountMatch amount;
  amount.kind = Kind::kLength;
  amount.begin = length->begin;
  amount.end = length->end;
  amount.lower = length->amount;
  amount.vague = length->few;
  amount.time = length->unit;
  amount.unit_key = std::string(TimeUnitKey(length->unit));
  return amount;
}

}  // namespace

absl::optional<AmountMatch> ParseSelfCounted(const ValueText& text, int begin) {
  const ValueWord& word = text[begin];
  const WordSense& sense = word.sense();
  if (absl::optional<AmountMatch> length = ParseLoneLength(text, begin)) return length;
  if (word.latin() || word.peeled.article || sense.number != NumberRole::kNone) {
    return absl::nullopt;
  }
  if (sense.currency != 0) {
    if (IsDual(text, begin, sense.currency_form)) {
      return Counted(text, Kind::kMoney, begin, begin + 1, 2);
    }
    if (sense.currency_form == NounForm::kSingular && IsOneOrTwo(text, begin + 1, 1)) {
      return Counted(text, Kind::kMoney, begin, begin + 2, 1);
    }
  }
  if (!IsCountable(sense.noun)) return absl::nullopt;
  if (IsDual(text, begin, sense.noun_form)) {
    const int end = IsOneOrTwo(text, begin + 1, 2) ? begin + 2 : begin + 1;
    AmountMatch amount = Counted(text, Kind::kCount, begin, end, 2);
    ExtendUnit(text, &amount);
    return amount;
  }
  if (sense.noun_form == NounForm::kSingular && !word.peeled.possessive &&
      IsOneOrTwo(text, begin + 1, 1)) {
    return Counted(text, Kind::kCount, begin, begin + 2, 1);
  }
  return absl::nullopt;
}

absl::optional<AmountMatch> ParseTrailingCount(const ValueText& text, int begin) {
  const ValueWord& noun = text[begin];
  const bool plural = noun.sense().noun_form == NounForm::kPlural ||
                      noun.sense().noun_form == NounForm::kDualOrPlural;
  if (!IsCountable(noun.sense().noun) || !noun.peeled.article || !plural) return absl::nullopt;
  const bool detached = text[begin + 1].surface() == "ال";
  const int number_at = detached ? begin + 2 : begin + 1;
  const absl::optional<NumberMatch> number = ParseNumber(text, number_at);
  if (!number || number->vague || number->value < 3 || number->scale != 1) return absl::nullopt;
  const ValueWord& first = text[number_at];
  if (!detached && (!first.peeled.article || first.peeled.conjunction)) return absl::nullopt;
  AmountMatch amount = Counted(text, Kind::kCount, begin, number->end, number->value);
  amount.number = *number;
  return amount;
}

}  // namespace isnad::extraction
