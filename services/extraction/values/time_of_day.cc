#include "services/extraction/values/time_of_day.h"

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/text/one_of.h"
#include "services/extraction/values/length_grammar.h"
#include "services/extraction/values/number_base.h"

namespace isnad::extraction {
namespace {

// صباحا, ظهرا, "بعد الظهر", ص, م
int EndOfDayPart(const ValueText& text, int i) {
  const absl::string_view word = text[i].surface();
  if (IsOneOf(word,
              {"صباحا", "مساء", "مساءا", "ظهرا", "عصرا", "ليلا", "فجرا", "ص", "م", "am", "pm"})) {
    return i + 1;
  }
  if (IsOneOf(word, {"بعد", "قبل"}) && IsOneOf(text[i + 1].surface(), {"الظهر", "ظهر"})) {
    return i + 2;
  }
  return -1;
}

bool IsClock(const ValueText& text, int i) {
  const ValueWord& word = text[i];
  if (!word.figure.has_value()) return false;
  if (word.figure->kind == Figure::Kind::kOther) {
    return word.surface().find(':') != absl::string_view::npos;
  }
  return word.plain_up_to(24) || (word.number_figure() && word.figure->value == 0);
}

// A clock time in digits or words: 8:00:31, 3, الثامنة والنصف, "السابعة إلا الربع".
int EndOfClock(const ValueText& text, int i) {
  if (IsClock(text, i)) return i + text[i].figure_tokens;
  const WordSense& sense = text[i].sense();
  const bool named = text[i].peeled.article && sense.ordinal >= 1 && sense.ordinal <= 12;
  const bool one = text[i].surface() == "الواحده";
  if (!named && !one) return -1;
  int end = i + 1;
  if (NumberRoleAt(text, end) == NumberRole::kTen && !text[end].peeled.conjunction) ++end;
  if (text[end].surface() == "الا" && text[end + 1].sense().fraction > 0) return end + 2;
  const int joined = text.Joined(end);
  if (joined >= 0 && text[joined].sense().fraction > 0) return joined + 1;
  return end;
}

// "آخر 3 دقائق", "بضع ساعات القادمة": a span of hours or less about now; or -1.
int ParseHours(const ValueText& text, int begin) {
  const bool last = text[begin].is(Function::kLastFirst);
  const absl::optional<LengthMatch> length = ParseLength(text, last ? begin + 1 : begin);
  if (!length || !length->counted) return -1;
  const bool short_unit = length->unit == TimeUnit::kHour || length->unit == TimeUnit::kMinute ||
                          length->unit == TimeUnit::kSecond;
  if (!short_unit) return -1;
  if (last) return length->end;
  const ValueWord& relation = text[length->end];
  const bool told = relation.peeled.article && relation.sense().direction != Direction::kNone;
  return told ? length->end + 1 : -1;
}

}  // namespace

int EndOfTimeOfDay(const ValueText& text, int begin) {
  const ValueWord& word = text[begin];
  const bool labelled =
      word.sense().time == TimeUnit::kHour && word.peeled.article && !word.latin();
  const int clock = EndOfClock(text, labelled ? begin + 1 : begin);
  if (clock < 0) return -1;
  const int part = EndOfDayPart(text, clock);
  if (part > 0) return part;
  const bool colon = word.surface().find(':') != absl::string_view::npos;
  return labelled || (word.figure.has_value() && colon) ? clock : -1;
}

PartOfToday ParsePartOfToday(const ValueText& text, int begin) {
  const bool leading = text[begin].is(Function::kThis);
  const int at = leading ? begin + 1 : begin;
  const absl::string_view word = text[at].surface();
  if (word == "الليله") {
    const Direction direction =
        text[at + 1].peeled.article ? text[at + 1].sense().direction : Direction::kNone;
    if (direction == Direction::kPast) return {at + 2, -1};
    if (direction == Direction::kNext) return {at + 2, 1};
    return {at + 1, 0};
  }
  if (leading && IsOneOf(word, {"الصباح", "المساء", "الظهر", "العصر", "الفجر", "الظهيره"})) {
    return {at + 1, 0};
  }
  // "في الساعة القادمة", "اللحظة الأخيرة"
  if ((word == "الساعه" || word == "الدقيقه" || word == "اللحظه") &&
      text[at + 1].sense().direction != Direction::kNone) {
    return {at + 2, 0};
  }
  return {ParseHours(text, begin), 0};
}

}  // namespace isnad::extraction
