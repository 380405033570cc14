// Finding out the charset of bytes that carry no name of it.
//
// Stateless functions, safe from any thread.

#ifndef ISNAD_SERVICES_INGESTION_DECODE_CHARSET_GUESS_H_
#define ISNAD_SERVICES_INGESTION_DECODE_CHARSET_GUESS_H_

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"

namespace isnad::ingestion {

// A byte order mark at the front of the bytes.
struct ByteOrderMark {
  absl::string_view charset;
  size_t length = 0;
};

// Returns the byte order mark that `bytes` begin with, if any.
absl::optional<ByteOrderMark> FindByteOrderMark(absl::string_view bytes);

// Returns "UTF-16LE" or "UTF-16BE" when every second byte of `bytes` is one that UTF-16 text in
// Arabic and Latin script has there.
absl::optional<absl::string_view> GuessUtf16(absl::string_view bytes);

// Returns the charset that the HTML in `bytes` declares by `<meta charset>`, `<meta http-equiv>` or
// an XML declaration in its first 4 KiB, as it is written there.
absl::optional<std::string> FindDeclaredCharset(absl::string_view bytes);

// Returns the single-byte charset of Arabic, "windows-1256" or "ISO-8859-6", in which `bytes` read
// best, if they read like Arabic in any.
absl::optional<absl::string_view> GuessArabicCharset(absl::string_view bytes);

// Returns the charset that ICU's statistics find, if they are sure enough.
absl::optional<std::string> GuessForeignCharset(absl::string_view bytes);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_DECODE_CHARSET_GUESS_H_
