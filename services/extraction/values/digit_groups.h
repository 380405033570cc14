// Groups of digits that marks hold together: 4/22, 22-4, 2015-1-32.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_DIGIT_GROUPS_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_DIGIT_GROUPS_H_

#include "services/extraction/values/value_text.h"

namespace isnad::extraction {

struct DigitGroups {
  static constexpr int kMaxGroups = 3;
  int end = 0;    // token index behind them
  int count = 0;  // 0 when there are none, or more than kMaxGroups
  int values[kMaxGroups] = {0, 0, 0};
  int digits[kMaxGroups] = {0, 0, 0};  // their lengths
  char mark = 0;                       // '/', '-' or '.', the same between all
};

// Reads the groups in the tokens that touch each other from `begin` on.
DigitGroups ReadDigitGroups(const ValueText& text, int begin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_DIGIT_GROUPS_H_
