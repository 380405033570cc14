// Classes of characters outside the Arabic and Latin scripts, from the Unicode Character Database.

#ifndef ISNAD_SERVICES_EXTRACTION_TEXT_CHAR_CLASS_H_
#define ISNAD_SERVICES_EXTRACTION_TEXT_CHAR_CLASS_H_

#include <string>

namespace isnad::extraction {

enum class CharClass { kLetter, kMark, kDigit, kPunctuation, kSymbol, kOther };

// Class of any code point. ASCII is answered without a table look-up. Thread-safe.
CharClass ClassOf(char32_t code_point);

// Lower case without diacritics, as UTF-8, for a character of any script: U+00C9 gives "e", U+00DF
// gives "ss". Thread-safe.
std::string FoldForeignChar(char32_t code_point);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TEXT_CHAR_CLASS_H_
