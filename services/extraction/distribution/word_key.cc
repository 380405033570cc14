#include "services/extraction/distribution/word_key.h"

#include <array>
#include <initializer_list>

#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

constexpr char32_t kArabicBlock = 0x0600;
constexpr int kArabicBlockSize = 0x100;
using LetterTable = std::array<uint16_t, kArabicBlockSize>;

// What each code point of U+0600-06FF counts as; 0 drops it.
LetterTable MakeLetterTable() {
  LetterTable table{};
  for (int i = 0; i < kArabicBlockSize; ++i) {
    const char32_t c = kArabicBlock + i;
    const bool dropped = IsArabicMark(c) || IsTatweel(c) || IsInvisible(c);
    table[i] = dropped ? 0 : IsDigit(c) ? '0' : static_cast<uint16_t>(c);
  }
  const auto merge = [&table](std::initializer_list<char32_t> from, char32_t to) {
    for (const char32_t c : from) table[c - kArabicBlock] = static_cast<uint16_t>(to);
  };
  merge({U'أ', U'إ', U'آ', 0x0671, 0x0672, 0x0673}, U'ا');
  merge({0x06CC, 0x06CD, 0x06D0}, U'ي');
  merge({0x06A9, 0x06AA, 0x06AF}, U'ك');
  merge({0x06C0, 0x06C3}, U'ة');
  merge({0x06BE, 0x06C1, 0x06D5}, U'ه');
  merge({0x06A4}, U'ف');
  merge({0x067E}, U'ب');
  merge({0x0686}, U'ج');
  merge({0x066B}, '.');
  merge({0x066C}, ',');
  merge({0x066A}, '%');
  return table;
}

// Calls `take` with every letter that counts, in order.
template <class Take>
void ForEachLetter(absl::string_view form, Take take) {
  static const LetterTable table = MakeLetterTable();
  const int size = static_cast<int>(form.size());
  for (int i = 0; i < size;) {
    const unsigned char lead = static_cast<unsigned char>(form[i]);
    if (lead >= 0xD8 && lead <= 0xDB && i + 1 < size &&
        (static_cast<unsigned char>(form[i + 1]) & 0xC0) == 0x80) {
      const int letter = (lead & 0x03) << 6 | (static_cast<unsigned char>(form[i + 1]) & 0x3F);
      if (table[letter] != 0) take(static_cast<char32_t>(table[letter]));
      i += 2;
    } else if (lead < 0x80) {
      const char c = form[i++];
      take(static_cast<char32_t>(c >= 'A' && c <= 'Z'   ? c - 'A' + 'a'
                                 : c >= '0' && c <= '9' ? '0'
                                                        : c));
    } else {
      const DecodedChar c = DecodeUtf8(form, i);
      i += c.length;
      if (c.valid && !IsInvisible(c.code_point)) take(c.code_point);
    }
  }
}

}  // namespace

std::string WordLetters(absl::string_view form) {
  std::string letters;
  letters.reserve(form.size());
  ForEachLetter(form, [&letters](char32_t c) { AppendUtf8(c, &letters); });
  return letters;
}

uint64_t WordKey(absl::string_view form) {
  // FNV-1a over code points, then the finaliser of MurmurHash3, because the top bits choose a
  // bucket.
  uint64_t hash = 0xCBF29CE484222325;
  ForEachLetter(form, [&hash](char32_t c) { hash = (hash ^ c) * 0x100000001B3; });
  hash ^= hash >> 33;
  hash *= 0xFF51AFD7ED558CCD;
  hash ^= hash >> 33;
  hash *= 0xC4CEB9FE1A85EC53;
  return hash ^ (hash >> 33);
}

}  // namespace isnad::extraction
