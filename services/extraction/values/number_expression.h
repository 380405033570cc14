// Numbers taken at their face: with sign, decimals, fractions, powers and quotients.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_NUMBER_EXPRESSION_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_NUMBER_EXPRESSION_H_

#include "absl/types/optional.h"
#include "services/extraction/values/value_text.h"

namespace isnad::extraction {

struct NumberExpression {
  int begin = 0;
  int end = 0;  // token index behind it
  double value = 0;
  bool word = false;  // begins with a word, not with digits or a sign
};

// Parses the longest expression at `begin`: what ParseNumber reads, and
//   - signs: "سالب خمسة", "-9.2";
//   - figures of several tokens: ".08", "12,5e+14", "2.5^-1", "3/16", "2 1/4";
//   - fractions: "ثلاثة أخماس", "عشرون وثلاثة أخماس", "مئة وثلاثون خمسا", "نصف دزينة";
//   - quotients: "واحد من ثلاثة", "1 على 20", "جزء من مئة".
// Vague counts ("مئات") are no numbers here.
absl::optional<NumberExpression> ParseNumberExpression(const ValueText& text, int begin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_NUMBER_EXPRESSION_H_
