// Reads everything in a text that can be taken for a value.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_VALUE_READER_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_VALUE_READER_H_

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/text/hijri_calendar.h"
#include "services/extraction/values/bound_words.h"
#include "services/extraction/values/value_lexicon.h"
#include "services/extraction/values/value_readings.h"

namespace isnad::extraction {

// Where `ValueTagger` settles on the one value that running news text states, the reader takes
// words at their face: "نصف" is a number, "في 15" the fifteenth of a month, "الثالث" a place in an
// order. It serves whoever asks for one kind of value: forms, dialogues, the evaluation on public
// suites. Every layer is read on its own, so that layers may overlap each other; within a layer
// readings are in text order and do not overlap.
//
// Both share the vocabulary and the grammars. Thread-safe after creation; linear in the tokens.
class ValueReader {
 public:
  // Builds the vocabulary; a few milliseconds.
  static absl::StatusOr<std::unique_ptr<ValueReader>> Create();

  ValueReader(const ValueReader&) = delete;
  ValueReader& operator=(const ValueReader&) = delete;

  // All of them need text and tokens (range, shape, form, surface, passage).

  // Numbers in digits and words with decimals, fractions, powers and scale words. Figures that are
  // no number, such as 5/17/2018, give each of their groups.
  std::vector<NumberReading> Numbers(const Analysis& analysis) const;
  // Places in an order: "الخامس والعشرون", "قبل الأخير".
  std::vector<OrdinalReading> Ordinals(const Analysis& analysis) const;
  // Numbers bounded by words or signs: "أكثر من 20", "بين 20 و30", "<= 30".
  std::vector<RangeReading> Ranges(const Analysis& analysis) const;
  // Percentages; ranges of them give their lower end.
  std::vector<NumberReading> Percentages(const Analysis& analysis) const;
  // Days and periods, holidays included. Relative ones need the reference date; a time of day
  // without a date is one of that day.
  std::vector<DateReading> Dates(const Analysis& analysis) const;
  // Lengths of time, also of several units: "شهر ويومان".
  std::vector<LengthReading> Lengths(const Analysis& analysis) const;

 private:
  ValueReader() = default;

  const ValueLexicon lexicon_;
  const BoundWords bounds_;
  const HijriCalendar hijri_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_VALUE_READER_H_
