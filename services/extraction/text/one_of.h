// Whether a word is among a few that rules name.

#ifndef ISNAD_SERVICES_EXTRACTION_TEXT_ONE_OF_H_
#define ISNAD_SERVICES_EXTRACTION_TEXT_ONE_OF_H_

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <iterator>

#include "absl/strings/string_view.h"

namespace isnad::extraction {

// Compares one after the other: for a dozen words. Longer lists are hash sets.
inline bool IsOneOf(absl::string_view word, std::initializer_list<absl::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The same for a list that has a name.
template <size_t N>
bool OneOf(const absl::string_view (&words)[N], absl::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TEXT_ONE_OF_H_
