// UTF-8 decoding and character classes of the two scripts that news in Arabic is written in.
//
// Everything here is inline and free of tables outside ASCII and the Arabic blocks, because every
// stage calls it for every character. All functions are thread-safe.

#ifndef ISNAD_SERVICES_EXTRACTION_TEXT_SCRIPT_H_
#define ISNAD_SERVICES_EXTRACTION_TEXT_SCRIPT_H_

#include <string>

#include "absl/base/attributes.h"
#include "absl/strings/string_view.h"

namespace isnad::extraction {

// A decoded character. A byte that starts no valid sequence decodes as U+FFFD of length 1 with
// `valid` unset, so that a loop over any bytes ends.
struct DecodedChar {
  char32_t code_point = 0xFFFD;
  int length = 1;
  bool valid = false;
};

// DecodeUtf8() of what is neither ASCII nor a sequence of two bytes. Apart, so that the short path
// fits into the loops of its callers.
ABSL_ATTRIBUTE_NOINLINE inline DecodedChar DecodeLongUtf8(absl::string_view text, int position) {
  const auto byte = [&](int i) { return static_cast<unsigned char>(text[position + i]); };
  const auto follows = [&](int i) {
    return position + i < static_cast<int>(text.size()) && (byte(i) & 0xC0) == 0x80;
  };
  const unsigned char lead = byte(0);
  if ((lead & 0xF0) == 0xE0 && follows(1) && follows(2)) {
    const char32_t value = (lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    if (value >= 0x800 && (value < 0xD800 || value > 0xDFFF)) return {value, 3, true};
  }
  if (lead >= 0xF0 && lead <= 0xF4 && follows(1) && follows(2) && follows(3)) {
    const char32_t value =
        (lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
    if (value >= 0x10000 && value <= 0x10FFFF) return {value, 4, true};
  }
  return {};
}

// Decodes the character at `position`, which must be inside `text`. Strict: overlong forms,
// surrogates and values above U+10FFFF are invalid.
ABSL_ATTRIBUTE_ALWAYS_INLINE inline DecodedChar DecodeUtf8(absl::string_view text, int position) {
  const auto* at = reinterpret_cast<const unsigned char*>(text.data()) + position;
  if (at[0] < 0x80) return {at[0], 1, true};
  if (at[0] >= 0xC2 && at[0] <= 0xDF && position + 1 < static_cast<int>(text.size()) &&
      (at[1] & 0xC0) == 0x80) {
    return {static_cast<char32_t>((at[0] & 0x1F) << 6 | (at[1] & 0x3F)), 2, true};
  }
  return DecodeLongUtf8(text, position);
}

// Appends a code point as UTF-8.
inline void AppendUtf8(char32_t c, std::string* out) {
  if (c < 0x80) {
    out->push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out->push_back(static_cast<char>(0xC0 | c >> 6));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else if (c < 0x10000) {
    out->push_back(static_cast<char>(0xE0 | c >> 12));
    out->push_back(static_cast<char>(0x80 | (c >> 6 & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else {
    out->push_back(static_cast<char>(0xF0 | c >> 18));
    out->push_back(static_cast<char>(0x80 | (c >> 12 & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (c >> 6 & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  }
}

// Byte offset of the first invalid sequence, or -1 when `text` is valid UTF-8.
inline int FirstInvalidByte(absl::string_view text) {
  for (int i = 0; i < static_cast<int>(text.size());) {
    const DecodedChar c = DecodeUtf8(text, i);
    if (!c.valid) return i;
    i += c.length;
  }
  return -1;
}

// Number of characters.
inline int CountChars(absl::string_view utf8) {
  int count = 0;
  for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

// Vowel marks and Quranic signs that spell no letter.
inline bool IsArabicMark(char32_t c) {
  return (c >= 0x064B && c <= 0x065F) || c == 0x0670 || (c >= 0x0610 && c <= 0x061A) ||
         (c >= 0x06D6 && c <= 0x06ED && c != 0x06DD && c != 0x06DE && c != 0x06E5 && c != 0x06E6 &&
          c != 0x06E9);
}

inline bool IsTatweel(char32_t c) { return c == 0x0640; }

// Bidirectional controls, zero-width characters, byte order mark, variation selectors, soft hyphen.
inline bool IsInvisible(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0x061C || c == 0xFEFF || c == 0x00AD ||
         (c >= 0xFE00 && c <= 0xFE0F);
}

// Letters of the Arabic script, presentation forms included; marks and tatweel are not letters.
inline bool IsArabicLetter(char32_t c) {
  if (c < 0x0620) return false;
  if (c <= 0x06FF) {
    return (c <= 0x064A && c != 0x0640) || c == 0x066E || c == 0x066F ||
           (c >= 0x0671 && c <= 0x06D3) || c == 0x06D5 || c == 0x06EE || c == 0x06EF ||
           (c >= 0x06FA && c <= 0x06FC) || c == 0x06FF;
  }
  return (c >= 0x0750 && c <= 0x077F) || (c >= 0x08A0 && c <= 0x08C9) ||
         (c >= 0xFB50 && c <= 0xFBB1) || (c >= 0xFBD3 && c <= 0xFD3D) ||
         (c >= 0xFD50 && c <= 0xFDC7) || (c >= 0xFDF0 && c <= 0xFDFB) ||
         (c >= 0xFE70 && c <= 0xFEFC);
}

// Latin letters with and without diacritics.
inline bool IsLatinLetter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xC0 && c <= 0x024F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF) ||
         c == 0xAA || c == 0xBA;
}

inline bool IsLatinUpper(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}

// Value of an ASCII, Arabic-Indic or Persian digit, or -1.
inline int DigitValue(char32_t c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 0x0660 && c <= 0x0669) return c - 0x0660;
  if (c >= 0x06F0 && c <= 0x06F9) return c - 0x06F0;
  return -1;
}

inline bool IsDigit(char32_t c) { return DigitValue(c) >= 0; }

inline bool IsLineBreak(char32_t c) {
  return c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

// Spaces, no-break spaces, line breaks and control characters.
inline bool IsWhitespace(char32_t c) {
  return c <= 0x20 || c == 0x7F || (c >= 0x80 && c <= 0xA0) || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

// Opening, closing and direction-less double quotation marks.
inline bool IsOpeningQuote(char32_t c) {
  return c == 0x00AB || c == 0x201C || c == 0x201E || c == 0x201F || c == 0x2039;
}
inline bool IsClosingQuote(char32_t c) { return c == 0x00BB || c == 0x201D || c == 0x203A; }
inline bool IsQuote(char32_t c) { return c == '"' || IsOpeningQuote(c) || IsClosingQuote(c); }

inline bool IsApostrophe(char32_t c) {
  return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x02BC || c == 0x00B4 ||
         c == '`';
}

inline bool IsDash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 ||
         c == 0xFF0D;
}

// Full stop, question and exclamation marks, ellipsis.
inline bool IsSentenceStop(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x061F || c == 0x06D4 || c == 0x2026;
}

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TEXT_SCRIPT_H_
