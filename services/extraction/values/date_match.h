// A date or period found in a text.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_DATE_MATCH_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_DATE_MATCH_H_

#include "absl/types/optional.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/text/hijri_calendar.h"
#include "services/extraction/values/value_text.h"

namespace isnad::extraction {

// How readily words are taken for dates.
enum class DateStyle {
  kNews,   // what running news text means
  kLoose,  // everything that the words can mean
};

// What the date grammars work on.
struct DateContext {
  const ValueText& text;
  absl::optional<CivilDate> today;  // the reference date
  const HijriCalendar& hijri;
  DateStyle style = DateStyle::kNews;
  // The last date that the text has named so far, for "في العام نفسه".
  absl::optional<DateInterval> spoken_of = absl::nullopt;

  bool loose() const { return style == DateStyle::kLoose; }
};

// A date that begins at some token.
struct DateMatch {
  int begin = 0;
  int end = 0;  // token index behind it
  DateInterval interval;
  bool resolved = true;            // false: relative, and no reference date is known
  bool inherits_year = false;      // a month or day without year: a range may lend it one
  absl::optional<CivilDate> last;  // first day of the period that ends a range
};

// A match with an interval that the text states.
inline DateMatch Stated(int begin, int end, DateInterval interval) {
  interval.basis = DateBasis::kStated;
  DateMatch match;
  match.begin = begin;
  match.end = end;
  match.interval = interval;
  return match;
}

// A match with an interval that was worked out from the reference date.
inline DateMatch FromPublication(int begin, int end, DateInterval interval) {
  interval.basis = DateBasis::kPublication;
  DateMatch match;
  match.begin = begin;
  match.end = end;
  match.interval = interval;
  return match;
}

// A match that would need a reference date.
inline DateMatch Unresolved(int begin, int end, DatePrecision precision) {
  DateMatch match;
  match.begin = begin;
  match.end = end;
  match.interval.precision = precision;
  match.interval.basis = DateBasis::kPublication;
  match.resolved = false;
  return match;
}

// Index after a comma at `index`, or `index`.
inline int SkipComma(const ValueText& text, int index) {
  const absl::string_view surface = text[index].surface();
  return surface == "," || surface == "،" ? index + 1 : index;
}

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_DATE_MATCH_H_
