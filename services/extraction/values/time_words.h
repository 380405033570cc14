// Words of dates, periods and lengths of time.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_TIME_WORDS_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_TIME_WORDS_H_

#include "services/extraction/values/value_lexicon.h"

namespace isnad::extraction {

// Adds months of all Arabic families and of English, Hijri months, weekdays, units of time, words
// of relation (last, current, next) and the function words that bind them.
void AddTimeWords(LexiconBuilder* lexicon);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_TIME_WORDS_H_
