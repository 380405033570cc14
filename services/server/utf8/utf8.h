// Reads text that claims to be UTF-8, one well-formed character at a time.

#ifndef ISNAD_SERVICES_SERVER_UTF8_UTF8_H_
#define ISNAD_SERVICES_SERVER_UTF8_UTF8_H_

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"

namespace isnad::server {

// Length in bytes of the well-formed character at the start of `text`, 0 when there is none.
size_t Utf8CharacterLength(absl::string_view text);

// The character at the start of `text`, which must not be empty and loses the bytes that were read.
// A byte that begins no well-formed character yields U+FFFD.
std::string TakeUtf8Character(absl::string_view* text);

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_UTF8_UTF8_H_
