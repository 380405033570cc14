#include "services/extraction/distribution/new_word.h"

#include <cstddef>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"

namespace isnad::extraction {
namespace {

// Arabic letters take two bytes each.
constexpr std::size_t kLetterBytes = 2;
constexpr std::size_t kShortest = 4 * kLetterBytes;
// Logarithms of counts: 64 times or more, 32 times or more.
constexpr int kCommon = 6;
constexpr int kCommonBase = 5;

constexpr absl::string_view kLetters[] = {
    "ا", "أ", "إ", "آ", "ب", "ت", "ة", "ث", "ج", "ح", "خ", "د", "ذ", "ر", "ز", "س", "ش", "ص",
    "ض", "ط", "ظ", "ع", "غ", "ف", "ق", "ك", "ل", "م", "ن", "ه", "و", "ؤ", "ي", "ى", "ئ", "ء"};

bool IsArabic(absl::string_view form) {
  if (form.size() % kLetterBytes != 0) return false;
  for (std::size_t i = 0; i < form.size(); i += kLetterBytes) {
    // The lead bytes of U+0600 to U+06FF.
    const auto lead = static_cast<unsigned char>(form[i]);
    if (lead < 0xD8 || lead > 0xDB) return false;
  }
  return true;
}

// Rare words are near to too many others.
bool IsCommon(absl::string_view form, const WordDistribution& words) {
  return words.Find(form).frequency >= kCommon;
}

bool IsNearCommonWord(absl::string_view form, const WordDistribution& words) {
  for (std::size_t at = 0; at <= form.size(); at += kLetterBytes) {
    const absl::string_view before = form.substr(0, at);
    const absl::string_view from = form.substr(at);
    const absl::string_view after = from.size() < kLetterBytes ? from : from.substr(kLetterBytes);
    if (!from.empty() && IsCommon(absl::StrCat(before, after), words)) return true;
    for (const absl::string_view letter : kLetters) {
      if (IsCommon(absl::StrCat(before, letter, from), words)) return true;
      if (!from.empty() && IsCommon(absl::StrCat(before, letter, after), words)) return true;
    }
  }
  return false;
}

// "الموقفان": duals and other inflections of a word are rarer than the word.
bool IsInflected(absl::string_view form, const WordDistribution& words) {
  for (const absl::string_view ending : {"ان", "ين", "ون", "ات", "تان", "تين", "اها", "يها", "ها",
                                         "هم", "هما", "ته", "تها", "نا", "وا", "ية"}) {
    absl::string_view rest = form;
    if (!absl::ConsumeSuffix(&rest, ending) || rest.size() < kShortest - kLetterBytes) continue;
    if (words.FindStripped(rest).facts.frequency >= kCommonBase ||
        words.FindStripped(absl::StrCat(rest, "ة")).facts.frequency >= kCommonBase) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool IsNewWord(absl::string_view form, const WordDistribution& words) {
  if (form.size() < kShortest || !IsArabic(form)) return false;
  return !words.FindStripped(form).facts.known && !IsInflected(form, words) &&
         !IsNearCommonWord(form, words);
}

}  // namespace isnad::extraction
