#include "services/extraction/values/length_grammar.h"

#include <cmath>

#include "absl/strings/match.h"
#include "absl/types/optional.h"
#include "services/extraction/values/amount_grammar.h"
#include "services/extraction/values/calendar.h"
#include "services/extraction/values/unit_grammar.h"

namespace isnad::extraction {
namespace {

constexpr double kFew = 3;
constexpr double kDaysPerMonth = 30.4;

// "ونصف", "وربع", "ونصف العام", "and a half"
void AddFraction(const ValueText& text, LengthMatch* length) {
  int joined = text.Joined(length->end);
  if (joined < 0) return;
  if (text[joined].is(Function::kA)) ++joined;
  const double fraction = text[joined].sense().fraction;
  if (fraction <= 0 || text[joined].sense().number != NumberRole::kNone) return;
  length->amount += fraction;
  length->counted = true;
  length->end = joined + 1;
  const ValueWord& repeated = text[length->end];
  if (repeated.sense().time == length->unit && repeated.peeled.article) ++length->end;
}

// "كامل", "واحد", "اثنين" after a noun that counts itself.
void AddConfirmation(const ValueText& text, LengthMatch* length) {
  const ValueWord& next = text[length->end];
  if (next.latin() || next.peeled.conjunction || next.peeled.preposition != 0) return;
  const bool one = next.sense().number == NumberRole::kUnit && next.sense().number_value <= 2 &&
                   next.sense().number_value >= 1;
  if (!one && !next.is(Function::kWhole)) return;
  length->counted = true;
  ++length->end;
}

// "عقد من الزمن"
bool IsSureDecade(const ValueText& text, int end) {
  return text[end].is(Function::kFrom) &&
         (text[end + 1].surface() == "الزمن" || text[end + 1].surface() == "الزمان");
}

absl::optional<LengthMatch> ParseNumbered(const ValueText& text, int begin) {
  const absl::optional<AmountMatch> amount = ParseSingleAmount(text, begin);
  if (!amount || amount->kind != AmountMatch::Kind::kLength || amount->range) return absl::nullopt;
  LengthMatch length;
  length.begin = begin;
  length.end = amount->end;
  length.amount = amount->lower;
  length.unit = amount->time;
  length.counted = true;
  return length;
}

absl::optional<LengthMatch> ParseNoun(const ValueText& text, int begin) {
  int at = begin;
  LengthMatch length;
  length.begin = begin;
  length.amount = 1;
  if (text[at].is(Function::kFew)) {
    ++at;
    length.few = true;
    length.counted = true;
  } else if (text[at].is(Function::kA)) {
    ++at;
    if (text[at].is(Function::kFew)) {
      ++at;
      length.few = true;
      length.counted = true;
    }
  }
  const ValueWord& word = text[at];
  const WordSense& sense = word.sense();
  if (TimeUnitKey(sense.time).empty() || word.peeled.article || word.peeled.possessive) {
    return absl::nullopt;
  }
  if (word.surface() == "اليوم" || (at > begin && word.peeled.conjunction)) return absl::nullopt;
  length.end = at + 1;
  length.unit = sense.time;
  switch (sense.time_form) {
    case NounForm::kDual:
      // "شهري", "يومي" are adjectives; only the full endings count.
      if (!absl::EndsWith(word.surface(), "ين") && !absl::EndsWith(word.surface(), "ان")) {
        return absl::nullopt;
      }
      length.amount = 2;
      length.counted = true;
      break;
    case NounForm::kPlural:
      length.few = true;
      length.amount = kFew;
      break;
    default:
      if (length.few) return absl::nullopt;
      if (word.latin() && at == begin) return absl::nullopt;
      break;
  }
  if (length.few) {
    length.amount = kFew;
    return length;
  }
  AddConfirmation(text, &length);
  AddFraction(text, &length);
  if (sense.time == TimeUnit::kDecade && IsSureDecade(text, length.end)) {
    length.counted = true;
    length.end += 2;
  }
  // "عام 2025", "يوم 5": a label, not a length.
  const bool label = length.amount == 1 && !length.counted &&
                     (text[length.end].figure.has_value() || text[length.end].sense().month != 0);
  if (label) return absl::nullopt;
  if (sense.time == TimeUnit::kCentury) length.amount *= 10;
  return length;
}

}  // namespace

absl::optional<LengthMatch> ParseLength(const ValueText& text, int begin) {
  if (absl::optional<LengthMatch> numbered = ParseNumbered(text, begin)) return numbered;
  return ParseNoun(text, begin);
}

CivilDate BackTo(CivilDate today, const LengthMatch& length) {
  const int whole = static_cast<int>(std::floor(length.amount));
  const double rest = length.amount - whole;
  switch (length.unit) {
    case TimeUnit::kSecond:
    case TimeUnit::kMinute:
      return today;
    case TimeUnit::kHour:
      return AddUnits(today, TimeUnit::kDay, -static_cast<int>(std::lround(length.amount / 24)));
    case TimeUnit::kYear:
      return AddUnits(AddUnits(today, TimeUnit::kYear, -whole), TimeUnit::kMonth,
                      -static_cast<int>(std::lround(rest * 12)));
    case TimeUnit::kMonth:
      return AddUnits(AddUnits(today, TimeUnit::kMonth, -whole), TimeUnit::kDay,
                      -static_cast<int>(std::lround(rest * kDaysPerMonth)));
    case TimeUnit::kWeek:
      return AddUnits(today, TimeUnit::kDay, -static_cast<int>(std::lround(length.amount * 7)));
    case TimeUnit::kCentury:
      // The amount is in decades.
      return AddUnits(today, TimeUnit::kDecade, -whole);
    default:
      return AddUnits(today, length.unit, -whole);
  }
}

}  // namespace isnad::extraction
