// What kind of content bytes are, judged by their shape.
//
// Stateless functions, safe from any thread. They read at most a fixed prefix unless said
// otherwise.

#ifndef ISNAD_SERVICES_INGESTION_DECODE_CONTENT_SNIFFER_H_
#define ISNAD_SERVICES_INGESTION_DECODE_CONTENT_SNIFFER_H_

#include "absl/strings/string_view.h"

namespace isnad::ingestion {

// Returns the name of the binary file format that `bytes` begin like ("PDF", "PNG", ...), or empty.
absl::string_view BinaryFormatOf(absl::string_view bytes);

// Returns whether decoded `text` holds what text files do not: a NUL, or control characters other
// than white space and escape in more than one of 100 characters. Reads all of `text`.
bool HoldsBinaryControls(absl::string_view text);

// Returns whether decoded `text` is an HTML page or fragment rather than plain text.
bool LooksLikeHtml(absl::string_view text);

// Returns whether valid UTF-8 `text` has nothing but white space, no-break and zero-width
// characters. Reads all of `text` in the worst case.
bool IsBlank(absl::string_view text);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_DECODE_CONTENT_SNIFFER_H_
