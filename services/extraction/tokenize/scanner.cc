#include "services/extraction/tokenize/scanner.h"

#include "absl/strings/match.h"
#include "services/extraction/text/char_class.h"

namespace isnad::extraction {
namespace {

constexpr int kMaxEmailLocalPart = 64;
constexpr int kMaxEmailDomain = 253;

constexpr char32_t kZeroWidthJoiner = 0x200D;
constexpr char32_t kEmojiStyle = 0xFE0F;
constexpr char32_t kKeycap = 0x20E3;

bool IsAsciiAlnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool IsWordInner(char32_t c) { return IsArabicMark(c) || IsTatweel(c) || IsInvisible(c); }

// Marks that may stand between two digits of one number.
bool JoinsDigits(char32_t c) {
  return c == '.' || c == ',' || c == '/' || c == ':' || c == 0x066B || c == 0x066C || c == 0x060C;
}

bool IsRegionalIndicator(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

// Characters that may begin an emoji sequence, flags apart.
bool IsPictograph(char32_t c) {
  return (c >= 0x1F000 && c <= 0x1FAFF && !IsRegionalIndicator(c)) ||
         (c >= 0x2600 && c <= 0x27BF) || (c >= 0x2300 && c <= 0x23FF) ||
         (c >= 0x2B00 && c <= 0x2BFF);
}

// Style selectors, skin tones, the keycap and the tags of regional flags.
bool ModifiesEmoji(char32_t c) {
  return c == kEmojiStyle || c == 0xFE0E || (c >= 0x1F3FB && c <= 0x1F3FF) || c == kKeycap ||
         (c >= 0xE0020 && c <= 0xE007F);
}

}  // namespace

int Scanner::SkipSpace(int position) const {
  while (position < limit_) {
    const DecodedChar c = At(position);
    if (!c.valid || !(IsWhitespace(c.code_point) || IsInvisible(c.code_point))) break;
    position += c.length;
  }
  return position;
}

ScannedToken Scanner::Next(int position) const {
  const DecodedChar c = At(position);
  if (!c.valid) return {position + 1, TokenShape::kSymbol};
  if (IsArabicLetter(c.code_point) || IsTatweel(c.code_point)) {
    return {ArabicAcronymEnd(position, ScanArabic(position)), TokenShape::kArabic};
  }
  const int keycap = KeycapEnd(position);
  if (keycap > position) return {keycap, TokenShape::kSymbol};
  if (IsDigit(c.code_point)) {
    const int end = ScanNumber(position);
    const DecodedChar next = At(end);
    if (next.valid && IsLatinLetter(next.code_point)) return ScanLatin(position);
    return {end, TokenShape::kDigits};
  }
  if (IsLatinLetter(c.code_point)) {
    const int url = ScanUrl(position);
    if (url > position) return {url, TokenShape::kUrl};
    const int email = ScanEmail(position);
    if (email > position) return {email, TokenShape::kUrl};
    return ScanLatin(position);
  }
  return ScanMark(position);
}

bool Scanner::AtLatinOrDigit(int position) const {
  const DecodedChar c = At(position);
  return c.valid && (IsLatinLetter(c.code_point) || IsDigit(c.code_point));
}

bool Scanner::AtWordChar(int position) const {
  return AtLatinOrDigit(position) ||
         (At(position).valid && IsArabicLetter(At(position).code_point));
}

int Scanner::ScanArabic(int position) const {
  while (position < limit_) {
    const DecodedChar c = At(position);
    if (!c.valid || !(IsArabicLetter(c.code_point) || IsWordInner(c.code_point))) break;
    position += c.length;
  }
  return position;
}

// Where a run of single letters between dots ends, the last dot left out: "أ.ف.ب". `first_end` when
// the word that begins at `position` starts none.
int Scanner::ArabicAcronymEnd(int position, int first_end) const {
  int end = first_end;
  for (int begin = position; At(end).valid && At(end).code_point == '.';) {
    int letters = 0;
    for (int i = begin; i < end && letters < 2; i += At(i).length) {
      letters += IsArabicLetter(At(i).code_point);
    }
    if (letters != 1) break;
    begin = end + 1;
    const int next = ScanArabic(begin);
    int next_letters = 0;
    for (int i = begin; i < next && next_letters < 2; i += At(i).length) {
      next_letters += IsArabicLetter(At(i).code_point);
    }
    if (next_letters != 1) break;
    end = next;
  }
  return end;
}

int Scanner::ScanDigits(int position) const {
  for (DecodedChar c = At(position); c.valid && IsDigit(c.code_point); c = At(position)) {
    position += c.length;
  }
  return position;
}

int Scanner::IsoDateEnd(int position) const {
  // dddd-dd-dd, in one kind of dash.
  int end = position;
  for (const int width : {4, 2, 2}) {
    if (end != position) {
      const DecodedChar dash = At(end);
      if (!dash.valid || dash.code_point != '-') return position;
      end += dash.length;
    }
    const int begin = end;
    end = ScanDigits(end);
    const int digits = CountChars(text_.substr(begin, end - begin));
    if (digits > width || digits == 0 || (width == 4 && digits != 4)) return position;
  }
  return end;
}

int Scanner::ScanNumber(int position) const {
  int end = IsoDateEnd(position);
  if (end == position) {
    end = ScanDigits(position);
    for (;;) {
      const DecodedChar joint = At(end);
      if (!joint.valid || !JoinsDigits(joint.code_point)) break;
      const int after = ScanDigits(end + joint.length);
      if (after == end + joint.length) break;
      end = after;
    }
  }
  const DecodedChar percent = At(end);
  if (percent.valid && (percent.code_point == '%' || percent.code_point == 0x066A)) {
    end += percent.length;
  }
  return end;
}

bool Scanner::DotJoins(int begin, int position) const {
  // "Llama-3.1", "U.S", "x.ai", "Character.AI", but not the end of a sentence without a space.
  const DecodedChar next = At(position + 1);
  if (!next.valid) return false;
  if (IsDigit(next.code_point))
    return position > begin && IsDigit(static_cast<unsigned char>(text_[position - 1]));
  if (!IsLatinLetter(next.code_point)) return false;
  int end = position + 1;
  bool upper = true;
  int letters = 0;
  for (DecodedChar c = At(end); c.valid && IsLatinLetter(c.code_point); c = At(end)) {
    upper = upper && IsLatinUpper(c.code_point);
    ++letters;
    end += c.length;
  }
  const bool initial =
      position - begin == 1 || (position - begin >= 2 && text_[position - 2] == '.');
  return initial || (upper && letters <= 3) || (!IsLatinUpper(next.code_point) && letters <= 4);
}

// Bytes of the joint at `position` that keep the Latin word going; 0 ends it.
int Scanner::LatinJoin(int begin, int position) const {
  const DecodedChar c = At(position);
  if (!c.valid) return 0;
  if (IsLatinLetter(c.code_point) || IsDigit(c.code_point)) return c.length;
  if (c.code_point >= 0x0300 && c.code_point <= 0x036F) return c.length;
  if (IsInvisible(c.code_point) && AtLatinOrDigit(position + c.length)) return c.length;
  if ((c.code_point == '-' || c.code_point == 0x2011 || c.code_point == '&') &&
      AtLatinOrDigit(position + c.length)) {
    return c.length;
  }
  if (c.code_point == '.') return DotJoins(begin, position) ? 1 : 0;
  if (IsApostrophe(c.code_point)) {
    const DecodedChar next = At(position + c.length);
    if (!next.valid || !IsLatinLetter(next.code_point)) return 0;
    const bool possessive = (next.code_point == 's' || next.code_point == 'S') &&
                            !AtLatinOrDigit(position + c.length + next.length);
    return possessive ? 0 : c.length;
  }
  // "C++", "Disney+"; "C#" and "F#", but no hashtag that lacks its space.
  if (c.code_point == '+' && !AtLatinOrDigit(position + 1)) return 1;
  if (c.code_point == '#' && position == begin + 1 && !AtWordChar(position + 1)) return 1;
  return 0;
}

ScannedToken Scanner::ScanLatin(int position) const {
  bool digits = false;
  bool letters = false;
  int end = position;
  for (int step = At(end).length; step > 0; step = LatinJoin(position, end)) {
    const DecodedChar c = At(end);
    digits = digits || IsDigit(c.code_point);
    letters = letters || IsLatinLetter(c.code_point);
    end += step;
  }
  return {end, digits && letters ? TokenShape::kMixed
               : digits          ? TokenShape::kDigits
                                 : TokenShape::kLatin};
}

int Scanner::ScanUrl(int position) const {
  const absl::string_view rest = text_.substr(position);
  if (!absl::StartsWithIgnoreCase(rest, "http://") &&
      !absl::StartsWithIgnoreCase(rest, "https://") && !absl::StartsWithIgnoreCase(rest, "www.")) {
    return position;
  }
  int end = position;
  while (end < limit_) {
    const DecodedChar c = At(end);
    const char32_t p = c.code_point;
    if (!c.valid || IsWhitespace(p) || IsQuote(p) || p == '<' || p == '>' || p == 0x060C ||
        p == 0x061B || p == 0x061F || p == '|' || IsInvisible(p)) {
      break;
    }
    end += c.length;
  }
  while (end > position &&
         (absl::string_view(".,;:!?)]}'").find(text_[end - 1]) != absl::string_view::npos)) {
    --end;
  }
  return end;
}

int Scanner::ScanEmail(int position) const {
  int end = position;
  while (end < limit_ && end - position < kMaxEmailLocalPart &&
         (IsAsciiAlnum(text_[end]) ||
          absl::string_view("._%+-").find(text_[end]) != absl::string_view::npos)) {
    ++end;
  }
  if (end >= limit_ || text_[end] != '@') return position;
  const int domain = ++end;
  int last_dot = -1;
  while (end < limit_ && end - domain < kMaxEmailDomain &&
         (IsAsciiAlnum(text_[end]) || text_[end] == '.' || text_[end] == '-')) {
    if (text_[end] == '.') last_dot = end;
    ++end;
  }
  while (end > domain && !IsAsciiAlnum(text_[end - 1])) --end;
  return last_dot > domain && last_dot < end - 1 ? end : position;
}

// "1" and the keycap mark, with or without the style selector between them.
int Scanner::KeycapEnd(int position) const {
  const char base = text_[position];
  if ((base < '0' || base > '9') && base != '#' && base != '*') return position;
  int end = position + 1;
  if (At(end).valid && At(end).code_point == kEmojiStyle) end += At(end).length;
  return At(end).valid && At(end).code_point == kKeycap ? end + At(end).length : position;
}

// One emoji as readers see it: a flag of two letters, or a pictograph with its modifiers and all
// that joiners tie to it.
int Scanner::EmojiEnd(int position) const {
  DecodedChar c = At(position);
  if (IsRegionalIndicator(c.code_point)) {
    const int end = position + c.length;
    const DecodedChar second = At(end);
    return second.valid && IsRegionalIndicator(second.code_point) ? end + second.length : end;
  }
  if (!IsPictograph(c.code_point)) return position;
  int end = position + c.length;
  for (;;) {
    for (c = At(end); c.valid && ModifiesEmoji(c.code_point); c = At(end)) end += c.length;
    if (!c.valid || c.code_point != kZeroWidthJoiner) return end;
    const DecodedChar tied = At(end + c.length);
    if (!tied.valid || !IsPictograph(tied.code_point)) return end;
    end += c.length + tied.length;
  }
}

int Scanner::ScanOtherLetters(int position) const {
  while (position < limit_) {
    const DecodedChar c = At(position);
    if (!c.valid || IsArabicLetter(c.code_point) || IsLatinLetter(c.code_point) ||
        IsDigit(c.code_point) || IsTatweel(c.code_point)) {
      break;
    }
    const CharClass kind = ClassOf(c.code_point);
    if (kind != CharClass::kLetter && kind != CharClass::kMark && kind != CharClass::kDigit) break;
    position += c.length;
  }
  return position;
}

ScannedToken Scanner::ScanMark(int position) const {
  const DecodedChar c = At(position);
  const char32_t p = c.code_point;
  int end = position + c.length;
  if (p == '.' || p == '!' || p == '?' || p == 0x061F || p == '_' || p == '=' || p == '*' ||
      IsDash(p)) {
    // The last of several asterisks may be a keycap's.
    while (At(end).valid && At(end).code_point == p && (p != '*' || KeycapEnd(end) == end)) {
      end += c.length;
    }
    return {end, p == '_' || p == '=' ? TokenShape::kSymbol : TokenShape::kPunctuation};
  }
  if (IsApostrophe(p) && At(end).valid &&
      (At(end).code_point == 's' || At(end).code_point == 'S') && position > begin_ &&
      IsAsciiAlnum(text_[position - 1]) && !AtLatinOrDigit(end + 1)) {
    return {end + 1, TokenShape::kLatin};
  }
  const int emoji = EmojiEnd(position);
  if (emoji > position) return {emoji, TokenShape::kSymbol};
  const CharClass kind = ClassOf(p);
  if (kind == CharClass::kLetter || kind == CharClass::kMark || kind == CharClass::kDigit) {
    const int letters_end = ScanOtherLetters(position);
    return {letters_end > position ? letters_end : end,
            IsArabicMark(p) ? TokenShape::kSymbol : TokenShape::kMixed};
  }
  return {end, kind == CharClass::kPunctuation ? TokenShape::kPunctuation : TokenShape::kSymbol};
}

}  // namespace isnad::extraction
