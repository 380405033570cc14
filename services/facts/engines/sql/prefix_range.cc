#include "services/facts/engines/sql/prefix_range.h"

#include <cstdint>

namespace isnad::facts::sql {
namespace {

constexpr uint32_t kLastCharacter = 0x10FFFF;
constexpr uint32_t kBeforeSurrogates = 0xD7FF;
constexpr uint32_t kAfterSurrogates = 0xE000;

// Takes the last character off the text, which is not empty.
uint32_t TakeLast(std::string* text) {
  size_t begin = text->size() - 1;
  while (begin > 0 && (static_cast<unsigned char>((*text)[begin]) & 0xC0) == 0x80) --begin;
  const auto first = static_cast<unsigned char>((*text)[begin]);
  const size_t length = text->size() - begin;
  uint32_t character = length == 1 ? first : first & (0x7Fu >> length);
  for (size_t i = begin + 1; i < text->size(); ++i) {
    character = character << 6 | (static_cast<unsigned char>((*text)[i]) & 0x3F);
  }
  text->resize(begin);
  return character;
}

void Append(uint32_t character, std::string* text) {
  const auto continuation = [&](int shift) {
    text->push_back(static_cast<char>(0x80 | (character >> shift & 0x3F)));
  };
  if (character < 0x80) {
    text->push_back(static_cast<char>(character));
  } else if (character < 0x800) {
    text->push_back(static_cast<char>(0xC0 | character >> 6));
    continuation(0);
  } else if (character < 0x10000) {
    text->push_back(static_cast<char>(0xE0 | character >> 12));
    continuation(6);
    continuation(0);
  } else {
    text->push_back(static_cast<char>(0xF0 | character >> 18));
    continuation(12);
    continuation(6);
    continuation(0);
  }
}

}  // namespace

std::string AfterPrefix(std::string prefix) {
  while (!prefix.empty()) {
    const uint32_t last = TakeLast(&prefix);
    if (last >= kLastCharacter) continue;
    Append(last == kBeforeSurrogates ? kAfterSurrogates : last + 1, &prefix);
    break;
  }
  return prefix;
}

}  // namespace isnad::facts::sql
