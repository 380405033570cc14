// Years: stated ("عام 2025", "ألفين وخمسة وعشرين", "1446هـ") and relative ("العام الماضي").

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_YEAR_GRAMMAR_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_YEAR_GRAMMAR_H_

#include "absl/types/optional.h"
#include "services/extraction/values/date_match.h"

namespace isnad::extraction {

// A year that qualifies a month, season or quarter.
struct YearMatch {
  int end = 0;
  int year = 0;
  bool resolved = true;   // false: relative without reference date
  bool relative = false;  // worked out from the reference date
  bool hijri = false;
  bool worded = false;  // led by عام, سنة or "year", or marked م or هـ
};

// A stated year at `begin`: with a word for year any number, without one four digits 1900 to 2100
// that no unit follows.
absl::optional<YearMatch> ParseYear(const DateContext& context, int begin);

// A stated or relative year at `begin`, after an optional "من", "في", "of" or comma.
absl::optional<YearMatch> ParseYearReference(const DateContext& context, int begin);

// A year that stands by itself: worded, or four digits where the word before asks for a date.
absl::optional<DateMatch> ParseLoneYear(const DateContext& context, int begin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_YEAR_GRAMMAR_H_
