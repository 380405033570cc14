#include "services/answering/handlers/utf8_check.h"

#include <cstdint>

namespace isnad::answering {
namespace {

// Bytes of the character at the start of `text`, 0 when it is malformed.
size_t CharacterLength(absl::string_view text) {
  const uint8_t first = static_cast<uint8_t>(text[0]);
  if (first < 0x80) return 1;
  const size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < length) return 0;
  uint32_t code = first & (0xFF >> (length + 1));
  for (size_t i = 1; i < length; ++i) {
    const uint8_t byte = static_cast<uint8_t>(text[i]);
    if ((byte & 0xC0) != 0x80) return 0;
    code = (code << 6) | (byte & 0x3F);
  }
  constexpr uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  return code < kLeast[length] || code > 0x10FFFF || surrogate ? 0 : length;
}

}  // namespace

Utf8Check CheckUtf8(absl::string_view text) {
  Utf8Check check;
  while (check.valid_bytes < text.size()) {
    const size_t length = CharacterLength(text.substr(check.valid_bytes));
    if (length == 0) break;
    check.valid_bytes += length;
    ++check.characters;
  }
  return check;
}

}  // namespace isnad::answering
