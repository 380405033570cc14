#include "services/extraction/tools/train_morphology/corpus_words.h"

#include <cstdio>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "services/extraction/morphology/letter_word.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

// A command that writes the file's text, with the path quoted for the shell.
std::string ReadCommand(const std::string& path) {
  const std::string quoted = absl::StrCat("'", absl::StrReplaceAll(path, {{"'", "'\\''"}}), "'");
  return absl::StrCat(absl::EndsWith(path, ".xz") ? "xz -dc " : "cat ", quoted);
}

}  // namespace

absl::Status VisitLines(const std::string& path,
                        const std::function<void(absl::string_view)>& visit) {
  FILE* const pipe = popen(ReadCommand(path).c_str(), "r");
  if (pipe == nullptr) return absl::NotFoundError(absl::StrCat("cannot read ", path));
  char* line = nullptr;
  size_t capacity = 0;
  for (ssize_t length = 0; (length = getline(&line, &capacity, pipe)) >= 0;) {
    const absl::string_view text(line, length);
    if (!absl::StartsWith(text, "<")) visit(text);
  }
  std::free(line);
  if (pclose(pipe) != 0) return absl::NotFoundError(absl::StrCat("cannot read ", path));
  return absl::OkStatus();
}

void VisitArabicWords(absl::string_view line, const std::function<void(absl::string_view)>& visit) {
  const int size = static_cast<int>(line.size());
  int begin = -1;
  for (int i = 0; i <= size;) {
    const DecodedChar c = i < size ? DecodeUtf8(line, i) : DecodedChar{0, 1, true};
    const bool inside = IsArabicLetter(c.code_point) ||
                        (begin >= 0 && (IsArabicMark(c.code_point) || IsTatweel(c.code_point)));
    if (inside && begin < 0) begin = i;
    if (!inside && begin >= 0) {
      visit(StripMarks(line.substr(begin, i - begin)));
      begin = -1;
    }
    i += c.length;
  }
}

absl::Status WordCounts::AddFile(const std::string& path) {
  return VisitLines(path, [this](absl::string_view line) {
    VisitArabicWords(line, [this](absl::string_view word) { Add(word, 1); });
  });
}

void WordCounts::Add(absl::string_view word, uint32_t count) {
  LetterWord letters;
  if (!letters.Assign(word) || letters.size() == 0) return;
  Entry& entry = entries_[letters.Hash()];
  if (entry.count == 0) entry.word = std::string(word);
  entry.count += count;
}

}  // namespace isnad::extraction
