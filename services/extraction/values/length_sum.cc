#include "services/extraction/values/length_sum.h"

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/values/length_grammar.h"
#include "services/extraction/values/unit_grammar.h"

namespace isnad::extraction {
namespace {

constexpr int kMaxParts = 6;

bool IsWholeMark(const ValueWord& word) {
  return word.surface() == "طوال" || word.surface() == "طيله" || word.surface() == "كامل" ||
         word.surface() == "كل";
}

// "طوال الأسبوع", "طيلة شهر"
absl::optional<LengthReading> ParseWholeUnit(const ValueText& text, int begin) {
  if (!IsWholeMark(text[begin]) || text[begin].surface() == "كل") return absl::nullopt;
  const ValueWord& unit = text[begin + 1];
  if (TimeUnitKey(unit.sense().time).empty() || unit.sense().time_form != NounForm::kSingular) {
    return absl::nullopt;
  }
  LengthReading reading;
  reading.tokens = {begin, begin + 2};
  reading.parts.push_back({1, unit.sense().time});
  return reading;
}

// "نصف الساعة", "ربع الساعة"
absl::optional<LengthReading> ParseShareOfUnit(const ValueText& text, int begin) {
  const WordSense& share = text[begin].sense();
  const ValueWord& unit = text[begin + 1];
  if (share.fraction <= 0 || share.number != NumberRole::kNone || text[begin].peeled.article ||
      !unit.peeled.article || TimeUnitKey(unit.sense().time).empty() ||
      unit.sense().time_form != NounForm::kSingular) {
    return absl::nullopt;
  }
  LengthReading reading;
  reading.tokens = {begin, begin + 2};
  reading.parts.push_back({share.fraction, unit.sense().time});
  return reading;
}

// Lengths count centuries in decades.
LengthReading::Part PartOf(const LengthMatch& length) {
  return {length.amount, length.unit == TimeUnit::kCentury ? TimeUnit::kDecade : length.unit};
}

bool HasUnit(const LengthReading& reading, TimeUnit unit) {
  for (const LengthReading::Part& part : reading.parts) {
    if (part.unit == unit) return true;
  }
  return false;
}

// Index of the next part behind "و" or a comma, or -1.
int NextPart(const ValueText& text, int end) {
  const int joined = text.Joined(end);
  if (joined >= 0) return joined;
  const absl::string_view mark = text[end].surface();
  return mark == "," || mark == "،" ? end + 1 : -1;
}

}  // namespace

absl::optional<LengthReading> ParseLengthSum(const ValueText& text, int begin,
                                             LengthDemand demand) {
  if (absl::optional<LengthReading> whole = ParseWholeUnit(text, begin)) return whole;
  if (absl::optional<LengthReading> share = ParseShareOfUnit(text, begin)) return share;
  const absl::optional<LengthMatch> first = ParseLength(text, begin);
  if (!first) return absl::nullopt;
  LengthReading reading;
  reading.tokens = {begin, first->end};
  reading.parts.push_back(PartOf(*first));
  bool counted = first->counted;
  while (static_cast<int>(reading.parts.size()) < kMaxParts) {
    const int next = NextPart(text, reading.tokens.end);
    if (next < 0) break;
    const absl::optional<LengthMatch> more = ParseLength(text, next);
    if (!more || (!more->counted && demand == LengthDemand::kCounted) ||
        HasUnit(reading, more->unit)) {
      break;
    }
    counted = counted || more->counted;
    reading.parts.push_back(PartOf(*more));
    reading.tokens.end = more->end;
  }
  if (!counted && demand == LengthDemand::kCounted) return absl::nullopt;
  return reading;
}

}  // namespace isnad::extraction
