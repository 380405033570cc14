// Ids of resources, made of names.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_SLUG_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_SLUG_H_

#include <string>

#include "absl/strings/string_view.h"

namespace isnad::facts {

// `text` as 1 to 48 characters of `[a-z0-9-]`: ASCII letters in lower case, everything else a
// hyphen. Empty when nothing is left, as for a name in Arabic letters alone.
std::string Slug(absl::string_view text);

// The slug of `text`, or `prefix` and a hash of it when it has none of its own or loses letters
// that are not ASCII.
std::string SlugOrHash(absl::string_view text, absl::string_view prefix);

// Whether `id` is 1 to 64 characters of `[a-z0-9-]`.
bool IsResourceId(absl::string_view id);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_SLUG_H_
