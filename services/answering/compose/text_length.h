// Lengths and cuts of UTF-8 text in characters.

#ifndef ISNAD_SERVICES_ANSWERING_COMPOSE_TEXT_LENGTH_H_
#define ISNAD_SERVICES_ANSWERING_COMPOSE_TEXT_LENGTH_H_

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"

namespace isnad::answering {

// Code points in valid UTF-8.
size_t CharacterCount(absl::string_view text);

// The longest beginning of at most `limit` characters that ends at white space, without white
// space at its end; the first `limit` characters when there is none.
absl::string_view CutAtWord(absl::string_view text, size_t limit);

// White space and stray punctuation gone from both ends, the range adjusted. Closing quotation
// marks and brackets stay.
absl::string_view TrimEnds(absl::string_view text);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_COMPOSE_TEXT_LENGTH_H_
