// Composes a text and frees it of what readers do not see, keeping the way back to its bytes.

#ifndef ISNAD_SERVICES_EXTRACTION_TEXT_CLEAN_H_
#define ISNAD_SERVICES_EXTRACTION_TEXT_CLEAN_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/extraction/text/offset_map.h"

namespace isnad::extraction {

// The second layer of a text, between its raw bytes and the folded key (see fold.h): Unicode
// normalisation form C, presentation forms opened into letters, without Arabic marks, tatweel,
// bidirectional and zero-width characters. Letters and digits are as written. Immutable after Clean
// and then thread-safe.
struct CleanText {
  std::string text;
  // From bytes of `text` to raw bytes.
  OffsetMap to_raw;

  // Raw byte offset of the character at `clean_offset`, which lies in [0, text.size()]. The end
  // maps to the end of the raw text. An offset inside a character that was composed from several
  // maps to the first of them.
  int ToRaw(int clean_offset) const { return to_raw.ToSource(clean_offset); }
};

// Cleans a text. INVALID_ARGUMENT with the byte offset when it is not UTF-8, or longer than 1 GiB.
//
// Idempotent. Linear whatever the text: of a letter with more than 30 combining marks the rest of
// the marks is dropped (the bound of the Stream-Safe Text Format, UAX #15), because reordering them
// would not be. Arabic and ASCII text does not touch ICU.
absl::StatusOr<CleanText> Clean(absl::string_view utf8);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TEXT_CLEAN_H_
