// Names of resources in requests.

#ifndef ISNAD_SERVICES_FACTS_CONVERTERS_RESOURCE_NAME_H_
#define ISNAD_SERVICES_FACTS_CONVERTERS_RESOURCE_NAME_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace isnad::facts {

// The id in "collection/id". INVALID_ARGUMENT on `field` when it is not such a name.
absl::StatusOr<std::string> ParseName(absl::string_view name, absl::string_view collection,
                                      absl::string_view field);

// "collection/id"; empty for an empty id.
std::string MakeName(absl::string_view collection, absl::string_view id);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_CONVERTERS_RESOURCE_NAME_H_
