// The spelling under which word statistics are kept, between the written form and the lookup key.

#ifndef ISNAD_SERVICES_EXTRACTION_DISTRIBUTION_WORD_KEY_H_
#define ISNAD_SERVICES_EXTRACTION_DISTRIBUTION_WORD_KEY_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace isnad::extraction {

// The letters of a word that statistics tell apart. Marks, tatweel and invisible characters go; all
// alefs become one, Persian letters become Arabic ones, digits become "0" and Latin letters lower
// case. Alef maqsura and yeh, ta marbuta and heh, and the seats of hamza stay what they are: the
// folded key would merge the preposition "على" with the name "علي". Never fails; bytes that are no
// UTF-8 are dropped. Thread-safe.
std::string WordLetters(absl::string_view form);

// 64-bit hash of WordLetters(form), without building the string. The same on every machine; models
// store it, so a change of this function or the one above needs all of them trained again.
uint64_t WordKey(absl::string_view form);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_DISTRIBUTION_WORD_KEY_H_
