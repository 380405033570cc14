#include "services/extraction/text/char_class.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

CharClass ClassOfAscii(char32_t c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return CharClass::kLetter;
  if (c >= '0' && c <= '9') return CharClass::kDigit;
  if (c <= ' ' || c == 0x7F) return CharClass::kOther;
  switch (c) {
    case '$':
    case '+':
    case '<':
    case '=':
    case '>':
    case '^':
    case '`':
    case '|':
    case '~':
    case '#':
    case '@':
    case '%':
    case '_':
      return CharClass::kSymbol;
    default:
      return CharClass::kPunctuation;
  }
}

// Letters whose base is no part of their canonical decomposition.
const char* BaseOfSpecialLetter(char32_t c) {
  switch (c) {
    case 0x00DF:
    case 0x1E9E:
      return "ss";
    case 0x00E6:
    case 0x00C6:
      return "ae";
    case 0x0153:
    case 0x0152:
      return "oe";
    case 0x00F8:
    case 0x00D8:
      return "o";
    case 0x0142:
    case 0x0141:
      return "l";
    case 0x0111:
    case 0x0110:
    case 0x00F0:
    case 0x00D0:
      return "d";
    case 0x0131:
    case 0x0130:
      return "i";
    case 0x00FE:
    case 0x00DE:
      return "th";
    case 0x0127:
    case 0x0126:
      return "h";
    default:
      return nullptr;
  }
}

}  // namespace

CharClass ClassOf(char32_t code_point) {
  if (code_point < 0x80) return ClassOfAscii(code_point);
  const uint32_t mask = U_GET_GC_MASK(static_cast<UChar32>(code_point));
  if (mask & U_GC_L_MASK) return CharClass::kLetter;
  if (mask & U_GC_M_MASK) return CharClass::kMark;
  if (mask & U_GC_ND_MASK) return CharClass::kDigit;
  if (mask & U_GC_P_MASK) return CharClass::kPunctuation;
  if (mask & (U_GC_S_MASK | U_GC_N_MASK)) return CharClass::kSymbol;
  return CharClass::kOther;
}

std::string FoldForeignChar(char32_t code_point) {
  std::string folded;
  if (const char* base = BaseOfSpecialLetter(code_point)) return base;
  if (code_point < 0x80) {
    folded.push_back(static_cast<char>(
        code_point >= 'A' && code_point <= 'Z' ? code_point - 'A' + 'a' : code_point));
    return folded;
  }
  icu::UnicodeString decomposed;
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(error);
  if (U_FAILURE(error) || !nfd->getDecomposition(static_cast<UChar32>(code_point), decomposed)) {
    AppendUtf8(static_cast<char32_t>(u_tolower(static_cast<UChar32>(code_point))), &folded);
    return folded;
  }
  for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (U_GET_GC_MASK(c) & U_GC_M_MASK) continue;
    const char32_t lower = static_cast<char32_t>(u_tolower(c));
    if (const char* base = BaseOfSpecialLetter(lower)) {
      folded += base;
    } else {
      AppendUtf8(lower, &folded);
    }
  }
  return folded;
}

}  // namespace isnad::extraction
