// How much a decoded text looks like Arabic.

#ifndef ISNAD_SERVICES_INGESTION_DECODE_ARABIC_PLAUSIBILITY_H_
#define ISNAD_SERVICES_INGESTION_DECODE_ARABIC_PLAUSIBILITY_H_

#include "absl/strings/string_view.h"

namespace isnad::ingestion {

// Score at and above which a text is taken for Arabic. Running Arabic text scores about -4.3, the
// same bytes read in another Arabic code page about -7, those of another script -9 and less.
constexpr double kPlausibleArabic = -6.0;

// Returns the mean base-2 logarithm of the letter frequencies of modern written Arabic over the
// characters of `text` that are not ASCII; anything that Arabic text does not use counts -12. The
// lowest score when there are none. `text` is valid UTF-8; at most its first 64 KiB of non-ASCII
// characters are read.
double ArabicPlausibility(absl::string_view text);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_DECODE_ARABIC_PLAUSIBILITY_H_
