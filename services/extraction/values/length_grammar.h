// Lengths of time: "شهرين", "ثلاث سنوات ونصف", "عام كامل", "بضعة أيام", "two months", "a year".

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_LENGTH_GRAMMAR_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_LENGTH_GRAMMAR_H_

#include "absl/types/optional.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/values/value_text.h"
#include "services/extraction/values/word_sense.h"

namespace isnad::extraction {

// A number of units of time.
struct LengthMatch {
  int begin = 0;
  int end = 0;
  double amount = 0;
  TimeUnit unit = TimeUnit::kNone;
  bool few = false;      // "بضعة أشهر", "أشهر": three at least, amount is 3
  bool counted = false;  // a number, dual, fraction or "few" says how many
};

// A length at `begin`, also a bare singular ("عام", "a year") or plural ("سنوات"), which stand for
// one and for some; those are not `counted`.
absl::optional<LengthMatch> ParseLength(const ValueText& text, int begin);

// The day that lies `length` before `today`; parts of units are rounded to days.
CivilDate BackTo(CivilDate today, const LengthMatch& length);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_LENGTH_GRAMMAR_H_
