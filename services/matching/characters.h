// Code points of UTF-8 text.

#ifndef ISNAD_SERVICES_MATCHING_CHARACTERS_H_
#define ISNAD_SERVICES_MATCHING_CHARACTERS_H_

#include "absl/strings/string_view.h"

namespace isnad::matching {

// Takes the first code point off `text`, which must not be empty; a byte that begins none is taken
// alone and gives U+FFFD.
char32_t TakeCodePoint(absl::string_view* text);

// Vowel marks, tatweel, combining and invisible characters: they are not seen at all.
bool IsSilent(char32_t c);

// 0 to 9 for a digit in ASCII, Arabic-Indic or Persian form, else -1.
int DigitValue(char32_t c);

// Latin letters in the Latin-1, Extended-A, Extended-B and Extended Additional blocks and ASCII.
bool IsLatinLetter(char32_t c);

bool IsArabicLetter(char32_t c);

// Lower case letters that an English paper would write for a Latin letter, without diacritics:
// "sh" for U+0161. Empty when it is none.
absl::string_view PlainLatin(char32_t c);

// The basic Arabic letter for an Arabic one (see Spelling); two for U+0686 and presentation forms
// of lam-alef. Empty when it is none.
absl::string_view PlainArabic(char32_t c);

}  // namespace isnad::matching

#endif  // ISNAD_SERVICES_MATCHING_CHARACTERS_H_
