// Finds figures and dates in Arabic and English text.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_VALUE_TAGGER_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_VALUE_TAGGER_H_

#include <cstddef>
#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/text/hijri_calendar.h"
#include "services/extraction/values/bound_words.h"
#include "services/extraction/values/value_lexicon.h"

namespace isnad::extraction {

// The stage that fills `Analysis::values`.
//
// A mention covers the figure with its scale and its unit or currency ("14.3 مليار دولار أميركي");
// words that bound it ("أكثر من", "up to") are decoded into `Bound` and left out, as are the
// prepositions before dates ("في", "منذ", "since"). "قبل شهرين" is covered whole.
//
// Money: a bare ريال, دينار, درهم, جنيه or ليرة is "XXX" unless a country adjective follows or the
// same text names exactly one country's currency of that name elsewhere. Percentages have unit "%"
// and key PERCENT; percentage points and basis points have keys of their own. Measures keep their
// size in the key (MEGAWATT, GIGAWATT). "تسع خانات" is the range of nine-digit numbers, money of
// currency "XXX" beside words of pay. Vague counts (مئات, millions) are kAtLeast of their power.
//
// Dates: relative ones need `Analysis::reference_date`; without it they are marked unresolved.
// Weeks start on Monday. Hijri dates go through the Umm al-Qura calendar.
// Figures of product names, versions, times of day and telephone numbers are no values.
//
// Thread-safe after creation. Time is linear in the tokens.
class ValueTagger {
 public:
  // Builds the vocabulary; a few milliseconds. Always succeeds with the built-in vocabulary.
  static absl::StatusOr<std::unique_ptr<ValueTagger>> Create();

  ValueTagger(const ValueTagger&) = delete;
  ValueTagger& operator=(const ValueTagger&) = delete;

  // Replaces `analysis->values`. Needs text, tokens (range, shape, form, surface, and passage where
  // known) and, for relative dates, the reference date. Values do not cross passages.
  void Tag(Analysis* analysis) const;

 private:
  ValueTagger() = default;

  // A money value and the currency noun that it was read with.
  struct CurrencyUse {
    size_t value = 0;  // index into `Analysis::values`
    int currency = 0;  // as in WordSense
  };

  void TagWindow(TokenRange window, Analysis* analysis, std::vector<CurrencyUse>* uses) const;

  static void NameSharedCurrencies(const std::vector<CurrencyUse>& uses, Analysis* analysis);

  const ValueLexicon lexicon_;
  const BoundWords bounds_;
  const HijriCalendar hijri_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_VALUE_TAGGER_H_
