// Days as numbers from 1970-01-01.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_CIVIL_DAY_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_CIVIL_DAY_H_

#include <cstdint>

#include "absl/time/civil_time.h"

namespace isnad::facts {

inline absl::CivilDay CivilDayOf(int32_t day) { return absl::CivilDay(1970, 1, 1) + day; }

inline int32_t DayNumber(absl::CivilDay day) {
  return static_cast<int32_t>(day - absl::CivilDay(1970, 1, 1));
}

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_CIVIL_DAY_H_
