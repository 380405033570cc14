#include "services/extraction/values/ordinal_grammar.h"

#include <initializer_list>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/values/number_base.h"
#include "services/extraction/values/number_grammar.h"
#include "services/extraction/values/word_sense.h"

namespace isnad::extraction {
namespace {

using Origin = OrdinalReading::Origin;

OrdinalReading Place(int begin, int end, Origin origin, double offset) {
  OrdinalReading reading;
  reading.tokens = {begin, end};
  reading.origin = origin;
  reading.offset = offset;
  return reading;
}

// A word among `words`, perhaps behind و.
bool IsOneOf(const ValueWord& word, std::initializer_list<absl::string_view> words) {
  for (absl::string_view other : words) {
    if (word.surface() == other) return true;
  }
  return false;
}

bool IsLast(const ValueWord& word) {
  return word.peeled.article && IsOneOf(word, {"الاخير", "الاخيره", "الاخيرين", "الاخيرتين"});
}

bool IsUnitOrdinal(const ValueWord& word) {
  return word.sense().ordinal >= 1 && word.peeled.preposition == 0 &&
         (word.peeled.article || word.latin());
}

// Tens behind a unit ordinal: "والعشرون", "و عشرون"; 0 when there are none.
double TensAt(const ValueText& text, int i, int* end) {
  const int joined = text.Joined(i);
  if (joined < 0 || NumberRoleAt(text, joined) != NumberRole::kTens) return 0;
  *end = joined + 1;
  return NumberValueAt(text, joined);
}

// "الخامس", "الخامس عشر", "الخامسة والعشرون"
double ParseUnits(const ValueText& text, int begin, int* end) {
  double value = text[begin].sense().ordinal;
  *end = begin + 1;
  if (NumberRoleAt(text, *end) == NumberRole::kTen && !text[*end].peeled.conjunction) {
    ++*end;
    return value + 10;
  }
  return value + TensAt(text, *end, end);
}

// "الخامسة بعد المئة"
double AfterHundred(const ValueText& text, int* end) {
  if (!text[*end].is(Function::kAfter)) return 0;
  const NumberRole role = NumberRoleAt(text, *end + 1);
  const bool large = role == NumberRole::kHundred || role == NumberRole::kHundreds ||
                     role == NumberRole::kScale || role == NumberRole::kScaleDual;
  if (!large || !text[*end + 1].peeled.article) return 0;
  const double value = NumberValueAt(text, *end + 1);
  *end += 2;
  return value;
}

// "الثلاثون", "المئة والخامسة والعشرون", "التريليون"
absl::optional<OrdinalReading> ParseLargeOrdinal(const ValueText& text, int begin) {
  const ValueWord& word = text[begin];
  if (!word.peeled.article || word.peeled.preposition != 0) return absl::nullopt;
  const NumberRole role = word.sense().number;
  const bool large = role == NumberRole::kTens || role == NumberRole::kHundred ||
                     role == NumberRole::kHundreds || role == NumberRole::kScale ||
                     role == NumberRole::kScaleDual;
  if (!large) return absl::nullopt;
  const absl::optional<NumberMatch> number = ParseNumber(text, begin);
  if (!number) return absl::nullopt;
  OrdinalReading reading = Place(begin, number->end, Origin::kStart, number->value);
  const int joined = text.Joined(number->end);
  if (joined >= 0 && text[joined].sense().ordinal >= 1 && text[joined].peeled.article) {
    int end = 0;
    reading.offset += ParseUnits(text, joined, &end);
    reading.tokens.end = end;
  }
  return reading;
}

// "الأخير", "قبل الأخير", "ما قبل الأخير", "السابقة للأخيرة", "آخر"
absl::optional<OrdinalReading> ParseFromEnd(const ValueText& text, int begin) {
  const bool before =
      text[begin].is(Function::kBefore) || IsOneOf(text[begin], {"سبق", "سبقت", "يسبق", "تسبق"});
  if (before && IsLast(text[begin + 1])) return Place(begin, begin + 2, Origin::kEnd, -1);
  if (IsLast(text[begin]) || text[begin].is(Function::kLastFirst)) {
    return Place(begin, begin + 1, Origin::kEnd, 0);
  }
  return absl::nullopt;
}

// "التالي", "السابقة", "الحالي"
absl::optional<OrdinalReading> ParseFromCurrent(const ValueText& text, int begin) {
  const ValueWord& word = text[begin];
  if (IsOneOf(word, {"التالي", "التاليه", "التاليين", "التاليتين"})) {
    return Place(begin, begin + 1, Origin::kCurrent, 1);
  }
  if (!word.peeled.article || word.peeled.preposition != 0) return absl::nullopt;
  switch (word.sense().direction) {
    case Direction::kNext:
      return Place(begin, begin + 1, Origin::kCurrent, 1);
    case Direction::kCurrent:
      return Place(begin, begin + 1, Origin::kCurrent, 0);
    case Direction::kPast:
      return Place(begin, begin + 1, Origin::kCurrent, -1);
    default:
      return absl::nullopt;
  }
}

// "أول كتاب", "ثالث مرة": without article, before what it orders.
absl::optional<OrdinalReading> ParseConstruct(const ValueText& text, int begin) {
  const ValueWord& word = text[begin];
  const ValueWord& next = text[begin + 1];
  const bool unit = word.sense().ordinal >= 1 && !word.peeled.article && !word.latin() &&
                    word.peeled.preposition == 0 && word.sense().time == TimeUnit::kNone;
  if (!unit || !next.exists() || next.punctuation() || next.peeled.article ||
      next.sense().function != Function::kNone) {
    return absl::nullopt;
  }
  return Place(begin, begin + 1, Origin::kStart, word.sense().ordinal);
}

}  // namespace

absl::optional<OrdinalReading> ParseOrdinal(const ValueText& text, int begin) {
  const ValueWord& word = text[begin];
  if (word.figure.has_value() && word.figure->kind == Figure::Kind::kOrdinal) {
    return Place(begin, begin + 1, Origin::kStart, word.figure->value);
  }
  if (absl::optional<OrdinalReading> last = ParseFromEnd(text, begin)) return last;
  if (IsUnitOrdinal(word)) {
    int end = 0;
    double value = ParseUnits(text, begin, &end);
    value += AfterHundred(text, &end);
    return Place(begin, end, Origin::kStart, value);
  }
  if (absl::optional<OrdinalReading> large = ParseLargeOrdinal(text, begin)) return large;
  if (absl::optional<OrdinalReading> current = ParseFromCurrent(text, begin)) return current;
  return ParseConstruct(text, begin);
}

}  // namespace isnad::extraction
