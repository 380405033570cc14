// The lookup key of a word: what stays of its spelling when everything that Arabic writers vary is
// taken away.

#ifndef ISNAD_SERVICES_EXTRACTION_TEXT_FOLD_H_
#define ISNAD_SERVICES_EXTRACTION_TEXT_FOLD_H_

#include <string>

#include "absl/strings/string_view.h"
#include "services/extraction/text/offset_map.h"

namespace isnad::extraction {

// Folds text for lookup and comparison; not for display.
//
// Gone: vowel marks, tatweel, bidirectional and zero-width characters. Merged: all seats of hamza
// into their letter (a bare hamza stays), alef maqsura into yeh, ta marbuta into heh, Persian, Urdu
// and Maghreb letters into the nearest Arabic one, presentation forms into letters, Arabic-Indic
// and Persian digits and their separators into ASCII, Latin letters into lower case without
// diacritics, kinds of quotation marks, apostrophes and dashes into `"`, `'` and `-`. Runs of white
// space become one space, none at the ends. Bytes that are no valid UTF-8 are dropped.
//
// Idempotent: Fold(Fold(x)) == Fold(x). Linear, and without ICU as long as the text is Arabic or
// ASCII. Thread-safe.
std::string Fold(absl::string_view utf8);

// The folded layer of a text with the way back to what was folded.
struct FoldedText {
  // As Fold makes it.
  std::string text;
  // From bytes of `text` to bytes of the source. A space that stands for a run of white space maps
  // to all of the run; white space at the ends belongs to nothing.
  OffsetMap to_source;
};

// Fold that remembers where everything came from; slower than Fold. Thread-safe.
FoldedText FoldWithOffsets(absl::string_view utf8);

// The word as written, without vowel marks, tatweel and invisible characters; hamza written with a
// combining mark is composed, presentation forms are opened (see clean.h). This is `Token::form`.
// Bytes that are no valid UTF-8 come back as they are.
std::string StripMarks(absl::string_view utf8);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TEXT_FOLD_H_
