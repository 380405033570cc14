// A word as letter numbers with hashes of all its parts, for the learned models.
//
// Models look up many parts of a word (the word without its conjunction, without its pronoun, its
// last three letters...). With prefix hashes each of them costs a few instructions, no string.

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_LETTER_WORD_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_LETTER_WORD_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace isnad::extraction {

// Numbers of the letters that the models name. All seats of hamza on alef count as alef; ta
// marbuta, alef maqsura and hamza on waw or yeh are letters of their own. 0 is no letter.
namespace letter {
constexpr uint8_t kNone = 0;
constexpr uint8_t kHamza = 1;
constexpr uint8_t kWawHamza = 4;
constexpr uint8_t kYehHamza = 6;
constexpr uint8_t kAlef = 7;
constexpr uint8_t kBeh = 8;
constexpr uint8_t kTehMarbuta = 9;
constexpr uint8_t kTeh = 10;
constexpr uint8_t kSeen = 19;
constexpr uint8_t kFeh = 33;
constexpr uint8_t kQaf = 34;
constexpr uint8_t kKaf = 35;
constexpr uint8_t kLam = 36;
constexpr uint8_t kMeem = 37;
constexpr uint8_t kNoon = 38;
constexpr uint8_t kHeh = 39;
constexpr uint8_t kWaw = 40;
constexpr uint8_t kAlefMaqsura = 41;
constexpr uint8_t kYeh = 42;
constexpr uint8_t kCount = 64;
}  // namespace letter

// Powers of the base of LetterWord's hashes.
constexpr int kMaxHashedLetters = 24;
struct LetterHashPowers {
  static constexpr uint64_t kBase = 0x9E3779B97F4A7C15ULL;
  uint64_t value[kMaxHashedLetters + 2];

  constexpr LetterHashPowers() : value() {
    uint64_t power = 1;
    for (uint64_t& slot : value) {
      slot = power;
      power *= kBase;
    }
  }
};
constexpr LetterHashPowers kLetterHashPowers;

// A word of up to kMaxLetters Arabic letters. A plain value.
class LetterWord {
 public:
  static constexpr int kMaxLetters = kMaxHashedLetters;

  // An empty word.
  LetterWord() = default;

  // False, leaving the word empty, when `form` (see Token::form) holds anything but Arabic letters
  // or too many of them.
  bool Assign(absl::string_view form);

  int size() const { return size_; }
  uint8_t operator[](int i) const { return letters_[i]; }
  // Counted from the end: Last(0) is the last letter; 0 when there is none.
  uint8_t Last(int i) const { return i < size_ ? letters_[size_ - 1 - i] : letter::kNone; }
  // The letter at `i` was written with hamza or madda on alef.
  bool has_hamza(int i) const { return hamza_ >> i & 1; }

  // Hash of the letters from `begin` up to but not including `end`. Equal parts of any words have
  // equal hashes.
  uint64_t Hash(int begin, int end) const {
    return prefix_hash_[end] - prefix_hash_[begin] * kLetterHashPowers.value[end - begin];
  }
  uint64_t Hash() const { return prefix_hash_[size_]; }

  // The hash of a part with one more letter at its end.
  static uint64_t Append(uint64_t hash, uint8_t letter) {
    return hash * LetterHashPowers::kBase + letter + 1;
  }
  // The hash of a part that `letter` stands before.
  static uint64_t Prepend(uint8_t letter, uint64_t hash, int length) {
    return (letter + 1) * kLetterHashPowers.value[length] + hash;
  }

 private:
  int size_ = 0;
  uint32_t hamza_ = 0;
  uint8_t letters_[kMaxLetters] = {};
  uint64_t prefix_hash_[kMaxLetters + 1] = {};
};

// Spreads a hash over all bits (the finisher of splitmix64, Steele et al. 2014).
inline uint64_t MixHash(uint64_t hash) {
  hash ^= hash >> 30;
  hash *= 0xBF58476D1CE4E5B9ULL;
  hash ^= hash >> 27;
  hash *= 0x94D049BB133111EBULL;
  return hash ^ hash >> 31;
}

// A hash of two numbers in order.
inline uint64_t CombineHash(uint64_t a, uint64_t b) {
  return MixHash(a * 0xD6E8FEB86659FD93ULL + b + 0x632BE59BD9B4E019ULL);
}

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_LETTER_WORD_H_
