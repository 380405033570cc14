// The parts of a number below its scale words.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_NUMBER_BASE_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_NUMBER_BASE_H_

#include "absl/types/optional.h"
#include "services/extraction/values/value_text.h"
#include "services/extraction/values/word_sense.h"

namespace isnad::extraction {

// A figure or words that end at a token.
struct NumberBase {
  int end = 0;
  double value = 0;
};

inline NumberRole NumberRoleAt(const ValueText& text, int i) { return text[i].sense().number; }
inline double NumberValueAt(const ValueText& text, int i) { return text[i].sense().number_value; }

// مليون, ملايين; not the dual.
inline bool IsScaleAt(const ValueText& text, int i) {
  const NumberRole role = NumberRoleAt(text, i);
  return role == NumberRole::kScale || role == NumberRole::kScalePlural;
}

// Hundreds at `i`: مئة, مئتين, ثلاثمئة, ثلاث مئة, two hundred, "3 مئة".
absl::optional<NumberBase> ParseHundreds(const ValueText& text, int i);

// Words below a thousand: خمسة عشر, مئة وخمسة وعشرون, twenty five, "مئة و50".
absl::optional<NumberBase> ParseBelowThousand(const ValueText& text, int i);

// The figure at `i` with the groups of three digits behind it: "10 000 000", "1 234 567.89".
NumberBase ParseSpacedThousands(const ValueText& text, int i);

// A fraction word with its count: نصف, ثلثي, ثلاثة أرباع, two thirds.
absl::optional<NumberBase> ParseFraction(const ValueText& text, int i);

// The decimals that a word introduces at `i`: "فاصلة خمسة", "فاصلة صفر خمسة", "فاصلة خمسة وعشرون".
absl::optional<NumberBase> ParseDecimals(const ValueText& text, int i);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_NUMBER_BASE_H_
