// Every error of this service that callers can see, decided once.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_ERRORS_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_ERRORS_H_

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace isnad::facts {

// `names` are resource names.
absl::Status DocumentContentDiffers(absl::string_view name);
absl::Status DocumentPurged(absl::string_view name);
absl::Status DocumentNotActive(absl::string_view name, absl::string_view state);
absl::Status EntitiesDistinct(absl::string_view one, absl::string_view other);
absl::Status TypesDiffer(absl::string_view one, absl::string_view other);
absl::Status EntityNotMerged(absl::string_view name);
absl::Status EtagMismatch(absl::string_view name, absl::string_view given,
                          absl::string_view current);
// A `request_id` that came before with another body.
absl::Status RequestIdReused(absl::string_view request_id);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_ERRORS_H_
