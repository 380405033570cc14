// Composes a text and frees it of what readers do not see, keeping the way back to its bytes.

#ifndef ISNAD_SERVICES_EXTRACTION_TEXT_CLEAN_H_
#define ISNAD_SERVICES_EXTRACTION_TEXT_CLEAN_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace isnad::extraction {

// A text in Unicode normalisation form C without vowel marks, tatweel, bidirectional and zero-width
// characters; letters are as written. Immutable after Clean and then thread-safe.
struct CleanText {
  std::string text;

  // Raw byte offset of the character at `clean_offset`, which lies in [0, text.size()]. The end
  // maps to the end of the raw text. An offset inside a character that was composed from several
  // maps to the first of them. Logarithmic in the number of changed places.
  int ToRaw(int clean_offset) const;

  // Where a run of unchanged bytes starts, in both texts, in ascending order.
  struct Anchor {
    int clean = 0;
    int raw = 0;
    bool verbatim = true;  // false: the bytes up to the next anchor all map to `raw`
  };
  std::vector<Anchor> anchors;
  int raw_size = 0;
};

// Cleans a text. INVALID_ARGUMENT with the byte offset when it is not UTF-8, or longer than 1 GiB.
absl::StatusOr<CleanText> Clean(absl::string_view utf8);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TEXT_CLEAN_H_
