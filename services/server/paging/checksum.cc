#include "services/server/paging/checksum.h"

#include <cstddef>

namespace isnad::server {
namespace {

uint64_t RotateLeft(uint64_t value, int bits) { return (value << bits) | (value >> (64 - bits)); }

struct SipState {
  uint64_t a, b, c, d;

  void Rounds(int count) {
    for (int i = 0; i < count; ++i) {
      a += b;
      b = RotateLeft(b, 13) ^ a;
      a = RotateLeft(a, 32);
      c += d;
      d = RotateLeft(d, 16) ^ c;
      a += d;
      d = RotateLeft(d, 21) ^ a;
      c += b;
      b = RotateLeft(b, 17) ^ c;
      c = RotateLeft(c, 32);
    }
  }

  void Absorb(uint64_t word) {
    d ^= word;
    Rounds(2);
    a ^= word;
  }
};

// Up to eight bytes, the first one lowest.
uint64_t Word(absl::string_view bytes) {
  uint64_t word = 0;
  for (size_t i = 0; i < bytes.size(); ++i) {
    word |= static_cast<uint64_t>(static_cast<uint8_t>(bytes[i])) << (8 * i);
  }
  return word;
}

}  // namespace

uint64_t Checksum(ChecksumKey key, absl::string_view bytes) {
  SipState state = {key.first ^ 0x736f6d6570736575u, key.second ^ 0x646f72616e646f6du,
                    key.first ^ 0x6c7967656e657261u, key.second ^ 0x7465646279746573u};
  const uint64_t length = bytes.size();
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) state.Absorb(Word(bytes.substr(0, 8)));
  state.Absorb(Word(bytes) | (length << 56));
  state.c ^= 0xff;
  state.Rounds(4);
  return state.a ^ state.b ^ state.c ^ state.d;
}

}  // namespace isnad::server
