// What the words before a date say about it: that something is moved away from it, or that
// something does not come before it.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_MOVED_DATE_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_MOVED_DATE_H_

#include "services/extraction/values/value_text.h"

namespace isnad::extraction {

// Whether the word at `from` ("من") begins a move in time rather than a period: "put off from April
// to July" names two dates.
bool BeginsMove(const ValueText& text, int from);

// Whether what stands at `before` ("قبل") is denied: "it will not open before June" means June at
// the earliest.
bool IsNotBefore(const ValueText& text, int before);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_MOVED_DATE_H_
