// The version of the suite.

#ifndef ISNAD_SERVICES_SERVER_VERSION_VERSION_H_
#define ISNAD_SERVICES_SERVER_VERSION_VERSION_H_

namespace isnad::server {

// Follows semantic versioning; CHANGELOG.md says what each version brought.
constexpr char kVersion[] = "0.1.0";

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_VERSION_VERSION_H_
