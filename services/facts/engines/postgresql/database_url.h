// Addresses of PostgreSQL databases, and how they may be shown.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_DATABASE_URL_H_
#define ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_DATABASE_URL_H_

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace isnad::facts::postgresql {

// Whether `name` begins as an address of PostgreSQL does: postgresql:// or postgres://.
bool IsDatabaseUrl(absl::string_view name);

// `url` without its password, for messages and logs: what stands between the user's colon and the
// last "@" before the host, and the values of parameters that hold secrets, become "***".
std::string WithoutPassword(absl::string_view url);

// INVALID_ARGUMENT, with the password taken out, when libpq cannot read the address.
absl::Status CheckDatabaseUrl(const std::string& url);

}  // namespace isnad::facts::postgresql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_DATABASE_URL_H_
