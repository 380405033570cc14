// Whether a word is among a few that rules name.

#ifndef ISNAD_SERVICES_EXTRACTION_TEXT_ONE_OF_H_
#define ISNAD_SERVICES_EXTRACTION_TEXT_ONE_OF_H_

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <iterator>

#include "absl/strings/string_view.h"

namespace isnad::extraction {

// Rules ask it of every word of a text: most words differ in length or in the last byte, which is
// seen without calling anything.
inline bool IsSameWord(absl::string_view a, absl::string_view b) {
  return a.size() == b.size() && (a.empty() || (a.back() == b.back() && a == b));
}

// Compares one after the other: for a dozen words. Longer lists are hash sets.
inline bool IsOneOf(absl::string_view word, std::initializer_list<absl::string_view> words) {
  for (absl::string_view one : words) {
    if (IsSameWord(one, word)) return true;
  }
  return false;
}

// The same for a list that has a name.
template <size_t N>
bool OneOf(const absl::string_view (&words)[N], absl::string_view word) {
  return std::any_of(std::begin(words), std::end(words),
                     [word](absl::string_view one) { return IsSameWord(one, word); });
}

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TEXT_ONE_OF_H_
