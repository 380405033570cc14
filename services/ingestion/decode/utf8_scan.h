// Strict validation and repair of UTF-8 (Unicode 15, table 3-7).
//
// Stateless functions, safe from any thread.

#ifndef ISNAD_SERVICES_INGESTION_DECODE_UTF8_SCAN_H_
#define ISNAD_SERVICES_INGESTION_DECODE_UTF8_SCAN_H_

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"

namespace isnad::ingestion {

// What a pass over bytes read as UTF-8 found.
struct Utf8Scan {
  // Number of ill-formed sequences; each becomes one U+FFFD in `RepairUtf8`.
  size_t invalid_sequences = 0;
  // Bytes in those sequences.
  size_t invalid_bytes = 0;
  // Bytes of well-formed sequences of two bytes or more.
  size_t multibyte_bytes = 0;

  bool valid() const { return invalid_sequences == 0; }
};

// Counts what is well-formed in `bytes`. Overlong forms, surrogates and values above U+10FFFF are
// ill-formed.
Utf8Scan ScanUtf8(absl::string_view bytes);

// Returns `bytes` with each ill-formed sequence (maximal subpart, as WHATWG decoders do) replaced
// by U+FFFD. Well-formed bytes are kept as they are.
std::string RepairUtf8(absl::string_view bytes);

// Reads the code point at the front of valid UTF-8 and removes it from `text`. `text` must not be
// empty.
char32_t TakeCodePoint(absl::string_view* text);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_DECODE_UTF8_SCAN_H_
