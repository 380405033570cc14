// Conversion from any charset that ICU knows to UTF-8.
//
// The only file of the service, with charset_guess, that touches ICU. Safe from any thread.

#ifndef ISNAD_SERVICES_INGESTION_DECODE_CHARSET_CONVERTER_H_
#define ISNAD_SERVICES_INGESTION_DECODE_CHARSET_CONVERTER_H_

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"

namespace isnad::ingestion {

// Bytes after conversion.
struct Conversion {
  // UTF-8, with U+FFFD in place of what was ill-formed or has no meaning in the charset.
  std::string text;
  // Number of replacements made.
  size_t invalid_sequences = 0;
  // Input bytes that were replaced.
  size_t invalid_bytes = 0;
};

// Returns the IANA spelling of `charset` ("cp1256" -> "windows-1256"), or nothing when it is not
// known or not a plain text encoding (stateful escapes and EBCDIC are refused).
absl::optional<std::string> CanonicalCharset(absl::string_view charset);

// Converts `bytes` from `charset`. Nothing when `CanonicalCharset` would be nothing.
absl::optional<Conversion> ConvertToUtf8(absl::string_view bytes, absl::string_view charset);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_DECODE_CHARSET_CONVERTER_H_
