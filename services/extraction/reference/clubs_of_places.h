// Clubs that are called after a place: "نادي الفرات", and "الفرات" where the club is meant.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_CLUBS_OF_PLACES_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_CLUBS_OF_PLACES_H_

#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// Makes one organisation of the word for a club and the place behind it, and of the bare place
// where the text calls the club so. Linear in the text.
void JoinClubsOfPlaces(Analysis* analysis);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_CLUBS_OF_PLACES_H_
