// Access to the letters of folded Arabic words, which are two bytes each.

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_LETTERS_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_LETTERS_H_

#include <string>

#include "absl/strings/string_view.h"

namespace isnad::extraction {

constexpr int kBytesPerLetter = 2;

// True when every letter of `word` takes two bytes in the Arabic block: the precondition of the
// functions below.
inline bool IsTwoByteArabic(absl::string_view word) {
  if (word.empty() || word.size() % kBytesPerLetter != 0) return false;
  for (size_t i = 0; i < word.size(); i += kBytesPerLetter) {
    const unsigned char lead = static_cast<unsigned char>(word[i]);
    if (lead < 0xD8 || lead > 0xDB) return false;
  }
  return true;
}

inline int LetterCount(absl::string_view word) {
  return static_cast<int>(word.size()) / kBytesPerLetter;
}

// The letter at `index`, counted from the end when negative; empty when there is none.
inline absl::string_view LetterAt(absl::string_view word, int index) {
  const int count = LetterCount(word);
  if (index < 0) index += count;
  if (index < 0 || index >= count) return {};
  return word.substr(index * kBytesPerLetter, kBytesPerLetter);
}

inline absl::string_view DropFirst(absl::string_view word, int letters) {
  return word.substr(letters * kBytesPerLetter);
}

inline absl::string_view DropLast(absl::string_view word, int letters) {
  return word.substr(0, word.size() - letters * kBytesPerLetter);
}

// The word with the letter at `index` (from the end when negative) replaced; "" removes it.
inline std::string WithLetter(absl::string_view word, int index, absl::string_view letter) {
  const int at = index < 0 ? index + LetterCount(word) : index;
  std::string changed(word.substr(0, at * kBytesPerLetter));
  changed.append(letter.data(), letter.size());
  const absl::string_view rest = word.substr((at + 1) * kBytesPerLetter);
  changed.append(rest.data(), rest.size());
  return changed;
}

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_LETTERS_H_
