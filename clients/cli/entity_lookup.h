// From a name as somebody types it to stored entities.

#ifndef ISNAD_CLIENTS_CLI_ENTITY_LOOKUP_H_
#define ISNAD_CLIENTS_CLI_ENTITY_LOOKUP_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "clients/cli/connection.h"

namespace isnad::cli {

// Matches for a name in any spelling or script, best first. The extraction service reads the name,
// so that the CLI needs no Arabic. Empty when nothing matches.
absl::StatusOr<std::vector<isnad::v1::EntityMatch>> FindEntities(const std::string& name, int limit,
                                                                 const Connection& connection);

// The best match's resource name. NOT_FOUND when nothing matches.
absl::StatusOr<std::string> ResolveEntity(const std::string& name, const Connection& connection);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_ENTITY_LOOKUP_H_
