#include "services/extraction/morphology/letter_word.h"

namespace isnad::extraction {
namespace {

constexpr char32_t kFirstLetter = 0x0621;
constexpr char32_t kLastLetter = 0x064A;

bool IsHamzatedAlef(char32_t c) { return c == 0x0622 || c == 0x0623 || c == 0x0625 || c == 0x0671; }

// Number of a letter of the two-byte Arabic blocks; 0 when it is none that Arabic is written with.
uint8_t LetterNumber(char32_t c) {
  if (IsHamzatedAlef(c)) return letter::kAlef;
  if (c >= kFirstLetter && c <= kLastLetter && (c <= 0x063A || c >= 0x0641)) {
    return static_cast<uint8_t>(c - kFirstLetter + 1);
  }
  switch (c) {
    case 0x067E:  // peh
      return 43;
    case 0x0686:  // tcheh
      return 44;
    case 0x0698:  // jeh
      return 45;
    case 0x06A4:  // veh
      return 46;
    case 0x06AF:  // gaf
      return 47;
    case 0x06A9:  // keheh
      return letter::kKaf;
    case 0x06CC:  // Farsi yeh
      return letter::kYeh;
    default:
      return letter::kNone;
  }
}

}  // namespace

bool LetterWord::Assign(absl::string_view form) {
  size_ = 0;
  hamza_ = 0;
  if (form.size() % 2 != 0 || form.size() > 2 * kMaxLetters) return false;
  const int count = static_cast<int>(form.size()) / 2;
  for (int i = 0; i < count; ++i) {
    const auto lead = static_cast<unsigned char>(form[2 * i]);
    const auto tail = static_cast<unsigned char>(form[2 * i + 1]);
    if (lead < 0xD8 || lead > 0xDB || (tail & 0xC0) != 0x80) return false;
    const char32_t c = static_cast<char32_t>((lead & 0x1F) << 6 | (tail & 0x3F));
    const uint8_t number = LetterNumber(c);
    if (number == letter::kNone) return false;
    letters_[i] = number;
    hamza_ |= static_cast<uint32_t>(IsHamzatedAlef(c)) << i;
    prefix_hash_[i + 1] = Append(prefix_hash_[i], number);
  }
  size_ = count;
  return true;
}

}  // namespace isnad::extraction
