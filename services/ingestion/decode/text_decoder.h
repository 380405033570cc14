// Bytes of an article to UTF-8 text.

#ifndef ISNAD_SERVICES_INGESTION_DECODE_TEXT_DECODER_H_
#define ISNAD_SERVICES_INGESTION_DECODE_TEXT_DECODER_H_

#include <cstddef>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace isnad::ingestion {

// Text that was decoded.
struct DecodedText {
  // Valid UTF-8 without byte order mark. Byte for byte the input when that was UTF-8 without
  // ill-formed sequences.
  std::string text;
  // IANA name of the encoding the bytes were read as.
  std::string encoding;
  // Ill-formed sequences that became U+FFFD.
  size_t replaced_characters = 0;
};

// Decodes `bytes`. In order of weight: a byte order mark, `charset` (the sender's word, may be
// empty), well-formed UTF-8, what the HTML declares, statistics of Arabic letters, statistics of
// other scripts. A few ill-formed sequences are replaced and counted.
//
// Errors, all INVALID_ARGUMENT: EMPTY_CONTENT; BINARY_CONTENT for NUL bytes, control characters and
// known binary formats; UNDECODABLE_TEXT when more than one byte of 20 has no meaning in the
// encoding, no encoding fits, or `charset` contradicts well-formed UTF-8; INVALID_FIELD when
// `charset` is not known.
//
// Thread safe. Takes a few passes over the bytes; the size is the caller's to bound.
absl::StatusOr<DecodedText> DecodeText(absl::string_view bytes, absl::string_view charset);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_DECODE_TEXT_DECODER_H_
