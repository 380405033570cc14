#include "services/extraction/text/name_key.h"

#include "absl/strings/match.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

constexpr absl::string_view kArticle = "ال";
// Shorter rests are words of their own: "الله".
constexpr int kMinLettersAfterArticle = 3;

// First parts of compound names that writers glue to the second.
constexpr absl::string_view kCompoundHeads[] = {"عبد",  "ابو", "ابي",  "ابا",  "سيف", "نور", "صلاح",
                                                "علاء", "عز",  "محيي", "بهاء", "شمس", "جمال"};

absl::string_view WithoutArticle(absl::string_view word) {
  if (absl::StartsWith(word, kArticle)) {
    const absl::string_view rest = word.substr(kArticle.size());
    if (CountChars(rest) >= kMinLettersAfterArticle) return rest;
  }
  return word;
}

bool IsSeparator(char c) {
  return c == ' ' || c == '-' || c == '\'' || c == '"' || c == '.' || c == '_';
}

void AppendWord(absl::string_view word, std::string* key) {
  word = WithoutArticle(word);
  for (const absl::string_view head : kCompoundHeads) {
    if (absl::StartsWith(word, head) && absl::StartsWith(word.substr(head.size()), kArticle)) {
      key->append(head.data(), head.size());
      word = WithoutArticle(word.substr(head.size()));
      break;
    }
  }
  key->append(word.data(), word.size());
}

}  // namespace

std::string NameKeyOfFolded(absl::string_view folded) {
  std::string key;
  key.reserve(folded.size());
  size_t begin = 0;
  while (begin < folded.size()) {
    size_t end = begin;
    while (end < folded.size() && !IsSeparator(folded[end])) ++end;
    if (end > begin) AppendWord(folded.substr(begin, end - begin), &key);
    begin = end + 1;
  }
  return key;
}

std::string NameKey(absl::string_view name) { return NameKeyOfFolded(Fold(name)); }

}  // namespace isnad::extraction
