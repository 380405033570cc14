// Numbers in digits and words, in Arabic and English.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_NUMBER_GRAMMAR_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_NUMBER_GRAMMAR_H_

#include "absl/types/optional.h"
#include "services/extraction/values/value_text.h"

namespace isnad::extraction {

// A number that begins at a given token.
struct NumberMatch {
  int end = 0;  // token index after the number with its scale words
  double value = 0;
  double base = 0;               // the figure before its scale: 14.3 in "14.3 billion"
  double scale = 1;              // of the last group: 1e9 in "14.3 billion"
  bool digits = false;           // begins with digits
  bool vague = false;            // dozens, hundreds, millions: a lower bound
  bool dual = false;             // a scale in the dual with no figure: مليونين
  bool lone_one = false;         // only the word "one", which is often a pronoun
  bool weak_word = false;        // a single word with everyday senses: ست, ألف, ثمن
  bool fraction = false;         // a fraction without scale: نصف, three quarters
  bool maybe_thousands = false;  // "10.000": see Figure
  bool year_like = false;        // four plain digits from 1900 to 2100
};

// Parses the longest number at `begin`: digits with scale ("14.3 مليار", "14.3bn"), words
// ("مئة وخمسين ألفا", "fourteen billion"), joined groups ("14 مليارا و300 مليون"), duals, fractions
// ("نصف مليون", "مليار ونصف المليار"), hundreds of digits ("3 مئة"), thousands with blanks
// ("10 000") and vague counts ("مئات الآلاف", "millions"). Dates, times and versions are no
// numbers.
absl::optional<NumberMatch> ParseNumber(const ValueText& text, int begin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_NUMBER_GRAMMAR_H_
