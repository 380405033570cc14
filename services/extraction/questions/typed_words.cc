#include "services/extraction/questions/typed_words.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"

namespace isnad::extraction {
namespace {

constexpr absl::string_view kMarks[] = {"؟", "،", "؛", "«", "»", "“", "”", "–", "—", "…"};

// The length of the mark at `at`; 0 where there is a letter, a digit or white space.
std::size_t MarkAt(absl::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return absl::ascii_isalnum(byte) || absl::ascii_isspace(byte) ? 0 : 1;
  for (const absl::string_view mark : kMarks) {
    if (absl::StartsWith(text.substr(at), mark)) return mark.size();
  }
  return 0;
}

// "Al-Furat", "Norsa's", "K_2": between letters.
bool Joins(absl::string_view text, std::size_t at) {
  const char c = text[at];
  if (c != '\'' && c != '-' && c != '_') return false;
  return at + 1 < text.size() && MarkAt(text, at + 1) == 0 &&
         !absl::ascii_isspace(static_cast<unsigned char>(text[at + 1]));
}

bool IsSpace(absl::string_view text, std::size_t at) {
  return absl::ascii_isspace(static_cast<unsigned char>(text[at])) != 0;
}

}  // namespace

std::vector<TypedWord> TypedWordsOf(absl::string_view question) {
  std::vector<TypedWord> words;
  bool quoted = false;
  const auto read_mark = [&](std::size_t at) {
    const std::size_t size = MarkAt(question, at);
    const absl::string_view mark = question.substr(at, size);
    if (mark == "«" || mark == "“") quoted = true;
    if (mark == "»" || mark == "”") quoted = false;
    if (mark == "\"") quoted = !quoted;
    return size;
  };
  std::size_t at = 0;
  while (at < question.size()) {
    if (IsSpace(question, at)) {
      ++at;
      continue;
    }
    if (const std::size_t mark = read_mark(at)) {
      at += mark;
      continue;
    }
    TypedWord word;
    word.begin = at;
    word.quoted = quoted;
    while (at < question.size() && !IsSpace(question, at) &&
           (MarkAt(question, at) == 0 || Joins(question, at))) {
      ++at;
    }
    word.end = at;
    while (at < question.size() && MarkAt(question, at) > 0) at += read_mark(at);
    word.marks_end = at;
    words.push_back(word);
  }
  return words;
}

}  // namespace isnad::extraction
