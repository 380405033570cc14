// A figure written with digits, as it stands in one token.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_FIGURE_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_FIGURE_H_

#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"

namespace isnad::extraction {

// What digits and the marks between them stand for.
struct Figure {
  enum class Kind {
    kNumber,     // 600, 14.3, 1,234.5, 25799,52
    kRange,      // 10-15
    kDayDate,    // 30/7/2025, 2025-07-30
    kMonthDate,  // 2025/7
    kOrdinal,    // 12th
    kDecade,     // 1990s
    kOther,      // times, versions, telephone numbers: never a count
  };
  Kind kind = Kind::kNumber;
  double value = 0;
  double upper = 0;  // kRange
  double scale = 1;  // from letters: 14.3bn has value 14.3 and scale 1e9
  bool percent = false;
  std::string symbol;    // currency symbol or letters before or after the digits, folded
  std::string suffix;    // letters after the digits that are no scale: "th", "ه", "م", "km"
  bool integral = true;  // no decimal part
  bool plain = true;     // digits only: could be a year or a day
  bool maybe_thousands = false;  // "10.000": decimal here, thousands in much of the Maghreb
  int digits = 0;                // number of digits before any decimal mark
  // kDayDate and kMonthDate: parts as read, day first unless only the other order is a date.
  int year = 0;
  int month = 0;
  int day = 0;
};

// Reads a folded token (`Token::surface`); nullopt when it holds no digit first or after a symbol.
//
// Decimal and thousands marks are told apart by count and position: of two kinds the last is the
// decimal mark, one comma before exactly three digits separates thousands, any other single comma
// and every single full stop is a decimal mark.
absl::optional<Figure> ParseFigure(absl::string_view folded);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_FIGURE_H_
