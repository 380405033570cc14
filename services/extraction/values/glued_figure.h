// Figures that the tokeniser cuts up: ".08", "12,32e+14", "2.5^-1", "3/16".

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_GLUED_FIGURE_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_GLUED_FIGURE_H_

#include "absl/types/optional.h"
#include "services/extraction/values/value_text.h"

namespace isnad::extraction {

struct GluedFigure {
  int end = 0;  // token index behind it
  double value = 0;
  bool quotient = false;  // "3/4": digits over digits
};

// Reads tokens that touch each other from `begin` on as one figure without sign: a decimal with
// exponent ("1e10") or power ("1.1^+23"), a quotient, a decimal that begins with its mark. Plain
// numbers are left to ParseFigure. At most a handful of tokens is looked at.
absl::optional<GluedFigure> ParseGluedFigure(const ValueText& text, int begin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_GLUED_FIGURE_H_
