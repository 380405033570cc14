#include "services/ingestion/language/language_identifier.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "absl/strings/ascii.h"

namespace isnad::ingestion {
namespace {

constexpr size_t kMaxBytes = 64 * 1024;

constexpr absl::string_view kArabicScriptCodes[] = {"fa", "ur", "ps", "ug", "sd", "ku", "ckb"};

// CLD2 shouts some names ("ENGLISH").
std::string TitleCase(absl::string_view name) {
  std::string title = absl::AsciiStrToLower(name);
  if (!title.empty()) title[0] = absl::ascii_toupper(static_cast<unsigned char>(title[0]));
  return title;
}

absl::string_view WholeCharacters(absl::string_view text) {
  if (text.size() <= kMaxBytes) return text;
  size_t end = kMaxBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace

LanguageGuess IdentifyLanguage(absl::string_view text) {
  const absl::string_view sample = WholeCharacters(text);
  LanguageGuess guess;
  const CLD2::Language language = CLD2::DetectLanguage(
      sample.data(), static_cast<int>(sample.size()), /*is_plain_text=*/true, &guess.reliable);
  if (language == CLD2::UNKNOWN_LANGUAGE) return LanguageGuess();
  guess.name = TitleCase(CLD2::LanguageName(language));
  guess.code = CLD2::LanguageCode(language);
  return guess;
}

bool IsOtherArabicScriptLanguage(const LanguageGuess& guess) {
  return guess.reliable && std::find(std::begin(kArabicScriptCodes), std::end(kArabicScriptCodes),
                                     guess.code) != std::end(kArabicScriptCodes);
}

}  // namespace isnad::ingestion
