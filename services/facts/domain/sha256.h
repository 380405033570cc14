// SHA-256 (FIPS 180-4), for content hashes and for names that are derived from content.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_SHA256_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_SHA256_H_

#include <string>

#include "absl/strings/string_view.h"

namespace isnad::facts {

// The hash of `bytes` as 64 lower-case hexadecimal digits. Thread safe.
std::string Sha256Hex(absl::string_view bytes);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_SHA256_H_
