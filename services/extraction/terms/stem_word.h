// A folded Arabic word as an array of letters, for the stemmer's inner loop.

#ifndef ISNAD_SERVICES_EXTRACTION_TERMS_STEM_WORD_H_
#define ISNAD_SERVICES_EXTRACTION_TERMS_STEM_WORD_H_

#include <cstdint>
#include <cstring>

#include "absl/strings/string_view.h"

namespace isnad::extraction {

// Low byte of a letter's code point in U+0600-06FF.
using LetterCode = uint8_t;

namespace stem_letters {
constexpr LetterCode kAlef = 0x27;
constexpr LetterCode kBeh = 0x28;
constexpr LetterCode kTeh = 0x2A;
constexpr LetterCode kSeen = 0x33;
constexpr LetterCode kFeh = 0x41;
constexpr LetterCode kKaf = 0x43;
constexpr LetterCode kLam = 0x44;
constexpr LetterCode kMeem = 0x45;
constexpr LetterCode kNoon = 0x46;
constexpr LetterCode kHeh = 0x47;
constexpr LetterCode kWaw = 0x48;
constexpr LetterCode kYeh = 0x4A;
}  // namespace stem_letters

// Up to kCapacity letters by value; cheap to copy and to cut at both ends.
class StemWord {
 public:
  static constexpr int kCapacity = 24;
  // Words of at most so many letters have a key.
  static constexpr int kMaxKeyLetters = 8;

  StemWord() = default;

  // Reads UTF-8. False, and the word is then unspecified, unless every character is one of
  // U+0600-06FF and there are 1 to kCapacity of them.
  bool Assign(absl::string_view utf8) {
    begin_ = 0;
    size_ = static_cast<int>(utf8.size()) / 2;
    if (utf8.size() % 2 != 0 || size_ < 1 || size_ > kCapacity) return false;
    unsigned wrong = 0;
    for (int i = 0; i < size_; ++i) {
      const unsigned lead = static_cast<unsigned char>(utf8[2 * i]);
      const unsigned trail = static_cast<unsigned char>(utf8[2 * i + 1]);
      wrong |= (lead ^ 0xD8u) & 0xFCu;
      wrong |= (trail ^ 0x80u) & 0xC0u;
      codes_[i] = static_cast<LetterCode>(lead << 6 | (trail & 0x3Fu));
    }
    return wrong == 0;
  }

  int size() const { return size_; }
  LetterCode operator[](int i) const { return codes_[begin_ + i]; }
  // Counted from the end: back(0) is the last letter.
  LetterCode back(int i) const { return codes_[begin_ + size_ - 1 - i]; }

  void DropFirst(int letters) {
    begin_ += letters;
    size_ -= letters;
  }
  void DropLast(int letters) { size_ -= letters; }

  // Removes the letter at `i`.
  void Erase(int i) {
    std::memmove(codes_ + begin_ + i, codes_ + begin_ + i + 1, size_ - i - 1);
    --size_;
  }
  void Set(int i, LetterCode code) { codes_[begin_ + i] = code; }

  // All letters in one number; 0 when there are too many.
  uint64_t Key() const {
    if (size_ > kMaxKeyLetters) return 0;
    uint64_t key = 0;
    for (int i = 0; i < size_; ++i) key = key << 8 | codes_[begin_ + i];
    return key;
  }

  void AssignKey(uint64_t key) {
    begin_ = 0;
    size_ = 0;
    for (int shift = 56; shift >= 0; shift -= 8) {
      const LetterCode code = static_cast<LetterCode>(key >> shift);
      if (code != 0 || size_ > 0) codes_[size_++] = code;
    }
  }

  // Writes 2 * size() bytes of UTF-8.
  void Write(char* out) const {
    for (int i = 0; i < size_; ++i) {
      const LetterCode code = codes_[begin_ + i];
      out[2 * i] = static_cast<char>(0xD8 | code >> 6);
      out[2 * i + 1] = static_cast<char>(0x80 | (code & 0x3F));
    }
  }

 private:
  LetterCode codes_[kCapacity];
  int begin_ = 0;
  int size_ = 0;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TERMS_STEM_WORD_H_
