#include "services/answering/compose/text_length.h"

namespace isnad::answering {
namespace {

constexpr absl::string_view kLeading[] = {" ", "\n", "\r", "\t", "،", "؛", ",", ";", ".", ":",
                                          "-", "–",  "—",  "*",  "•", "!", ")", "»", "…"};
constexpr absl::string_view kTrailing[] = {" ", "\n", "\r", "\t", "،", "؛", ",", ";",
                                           ".", ":",  "-",  "–",  "—", "(", "«", "…"};

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

bool IsSpace(char byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }

bool EndsWith(absl::string_view text, absl::string_view suffix) {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

}  // namespace

size_t CharacterCount(absl::string_view text) {
  size_t count = 0;
  for (char byte : text) count += IsContinuation(byte) ? 0 : 1;
  return count;
}

absl::string_view CutAtWord(absl::string_view text, size_t limit) {
  size_t characters = 0;
  size_t last_space = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (IsContinuation(text[i])) continue;
    if (characters == limit) return text.substr(0, last_space > 0 ? last_space : i);
    if (IsSpace(text[i])) last_space = i;
    ++characters;
  }
  return text;
}

absl::string_view TrimEnds(absl::string_view text) {
  for (bool changed = true; changed;) {
    changed = false;
    for (absl::string_view mark : kLeading) {
      if (text.substr(0, mark.size()) == mark && !text.empty()) {
        text.remove_prefix(mark.size());
        changed = true;
      }
    }
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (absl::string_view mark : kTrailing) {
      if (!text.empty() && EndsWith(text, mark)) {
        text.remove_suffix(mark.size());
        changed = true;
      }
    }
  }
  return text;
}

}  // namespace isnad::answering
