// Whether a question is well-formed UTF-8.

#ifndef ISNAD_SERVICES_ANSWERING_HANDLERS_UTF8_CHECK_H_
#define ISNAD_SERVICES_ANSWERING_HANDLERS_UTF8_CHECK_H_

#include <cstddef>

#include "absl/strings/string_view.h"

namespace isnad::answering {

// What was found in a text, up to its first byte that is not UTF-8 (surrogates and overlong forms
// are not).
struct Utf8Check {
  size_t characters = 0;
  // Equals the size of the text when all of it is well formed.
  size_t valid_bytes = 0;
};

Utf8Check CheckUtf8(absl::string_view text);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_HANDLERS_UTF8_CHECK_H_
