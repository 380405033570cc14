#include "clients/cli/text_style.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"

namespace isnad::cli {
namespace {

// Marks of Unicode's bidirectional algorithm.
constexpr char kFirstStrongIsolate[] = "\xE2\x81\xA8";  // U+2068
constexpr char kPopIsolate[] = "\xE2\x81\xA9";          // U+2069
constexpr char kRightToLeftMark[] = "\xE2\x80\x8F";     // U+200F

constexpr char kBold[] = "\x1B[1m";
constexpr char kPlain[] = "\x1B[0m";

}  // namespace

std::string TextStyle::Bold(absl::string_view text) const {
  return terminal_.colors ? absl::StrCat(kBold, text, kPlain) : std::string(text);
}

std::string TextStyle::Isolated(absl::string_view text) const {
  return terminal_.bidirectional ? absl::StrCat(kFirstStrongIsolate, text, kPopIsolate)
                                 : std::string(text);
}

std::string TextStyle::RightToLeft(absl::string_view line) const {
  return absl::StrCat(terminal_.bidirectional ? kRightToLeftMark : "", line);
}

std::string EnumWords(absl::string_view name, absl::string_view prefix) {
  name.remove_prefix(prefix.size());
  const std::string words = absl::AsciiStrToLower(name);
  return words == "unspecified" ? "" : absl::StrReplaceAll(words, {{"_", " "}});
}

}  // namespace isnad::cli
