#include "clients/cli/display_width.h"

#include <algorithm>
#include <cstdint>

namespace isnad::cli {
namespace {

struct Character {
  uint32_t code = 0;
  int bytes = 1;
};

// Reads one character; a malformed byte counts as one column.
Character ReadCharacter(absl::string_view text) {
  const unsigned char lead = static_cast<unsigned char>(text[0]);
  const int bytes = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  if (static_cast<size_t>(bytes) > text.size()) return {lead, 1};
  uint32_t code = bytes == 1 ? lead : lead & (0x7F >> bytes);
  for (int i = 1; i < bytes; ++i) code = code << 6 | (static_cast<unsigned char>(text[i]) & 0x3F);
  return {code, bytes};
}

bool TakesNoColumn(uint32_t c) {
  return (c >= 0x064B && c <= 0x065F) || c == 0x0670 || (c >= 0x0300 && c <= 0x036F) ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || c == 0x061C || c < 0x20;
}

int Columns(uint32_t c) {
  if (TakesNoColumn(c)) return 0;
  const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
                    (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                    (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x1F300 && c <= 0x1FAFF);
  return wide ? 2 : 1;
}

}  // namespace

int DisplayWidth(absl::string_view text) {
  int columns = 0;
  while (!text.empty()) {
    const Character character = ReadCharacter(text);
    columns += Columns(character.code);
    text.remove_prefix(character.bytes);
  }
  return columns;
}

std::string FitToWidth(absl::string_view text, int columns) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  std::replace(line.begin(), line.end(), '\r', ' ');
  if (DisplayWidth(line) <= columns) return line;
  absl::string_view rest = line;
  int used = 0;
  while (!rest.empty()) {
    const Character character = ReadCharacter(rest);
    if (used + Columns(character.code) > columns - 1) break;
    used += Columns(character.code);
    rest.remove_prefix(character.bytes);
  }
  return line.substr(0, line.size() - rest.size()) + "…";
}

}  // namespace isnad::cli
