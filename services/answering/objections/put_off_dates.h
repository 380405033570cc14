// Dates that held until what was planned for them was put off.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_PUT_OFF_DATES_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_PUT_OFF_DATES_H_

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// "It was due in March before the studio put it off until June": March is no date of the release,
// nor another account of it, unless the question asks for what was planned at first.
bool IsPutOff(const Inquiry& inquiry, const Candidate& candidate);

// The words before the date say that it was due then: "after it had been set for the end of the
// year". Weaker than the above, as nothing need say that it is due at another time.
bool WasDueOnly(const Inquiry& inquiry, const Candidate& candidate);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_PUT_OFF_DATES_H_
