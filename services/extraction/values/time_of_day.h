// Times of day: "الساعة 8:00 مساءً", "السابعة والنصف", "صباحا", "الليلة".

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_TIME_OF_DAY_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_TIME_OF_DAY_H_

#include "services/extraction/values/value_text.h"

namespace isnad::extraction {

// Index behind the time of day at `begin`, or -1. The time itself is not worked out: values are of
// days and longer.
int EndOfTimeOfDay(const ValueText& text, int begin);

// A part of this day or of one beside it.
struct PartOfToday {
  int end = -1;    // index behind it; -1 when there is none
  int offset = 0;  // days from today
};

// "الليلة", "هذا المساء", "الليلة الماضية", "آخر 3 دقائق".
PartOfToday ParsePartOfToday(const ValueText& text, int begin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_TIME_OF_DAY_H_
