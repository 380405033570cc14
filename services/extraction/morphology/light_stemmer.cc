#include "services/extraction/morphology/light_stemmer.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/extraction/morphology/letters.h"

namespace isnad::extraction {
namespace {

constexpr int kMinStem = 3;

constexpr absl::string_view kEndings[] = {"يات", "يون", "يين", "تين", "تان", "ات", "ون", "ين", "ان",
                                          "يه",  "وا",  "تا",  "تي",  "ه",   "ي",  "ت",  "ا",  "و"};

bool IsLong(absl::string_view letter) { return letter == "ا" || letter == "و" || letter == "ي"; }

absl::string_view StripEnding(absl::string_view word) {
  for (const absl::string_view ending : kEndings) {
    if (!absl::EndsWith(word, ending)) continue;
    const absl::string_view stem = DropLast(word, LetterCount(ending));
    if (LetterCount(stem) >= kMinStem) return stem;
  }
  return word;
}

// The tenth form: (ا|ي|ت|ن|م)ست + three letters, with a long vowel before the last in the masdar.
std::string TenthForm(absl::string_view stem) {
  const absl::string_view first = LetterAt(stem, 0);
  const bool opens = first == "ا" || first == "ي" || first == "ت" || first == "ن" || first == "م";
  if (!opens || LetterAt(stem, 1) != "س" || LetterAt(stem, 2) != "ت") return {};
  const int letters = LetterCount(stem);
  if (letters == 6) {
    // "استقال", "يستقيل": hollow roots meet in alef.
    const absl::string_view middle = LetterAt(stem, 4);
    return absl::StrCat("است", LetterAt(stem, 3), IsLong(middle) ? "ا" : middle, LetterAt(stem, 5));
  }
  if (letters == 7 && LetterAt(stem, 5) == "ا") {
    return absl::StrCat("است", LetterAt(stem, 3), LetterAt(stem, 4), LetterAt(stem, 6));
  }
  return {};
}

// The eighth form: (ا|ي|ن|م) C ت C C, masdar with alef before the last letter.
std::string EighthForm(absl::string_view stem) {
  const absl::string_view first = LetterAt(stem, 0);
  const bool opens = first == "ا" || first == "ي" || first == "م";
  const absl::string_view second = LetterAt(stem, 1);
  if (!opens || LetterAt(stem, 2) != "ت" || IsLong(second) || second == "س" || second == "ت") {
    return {};
  }
  const int letters = LetterCount(stem);
  if (letters == 5) {
    // "مفتوح" and "مكتوب" are participles of the first form.
    if (first == "م" && IsLong(LetterAt(stem, 3))) return {};
    return absl::StrCat("ا", second, "ت", LetterAt(stem, 3), LetterAt(stem, 4));
  }
  if (letters == 6 && LetterAt(stem, 4) == "ا" && first == "ا") {
    return absl::StrCat("ا", second, "ت", LetterAt(stem, 3), LetterAt(stem, 5));
  }
  return {};
}

// The seventh form: ان C C C, masdar with alef before the last letter.
std::string SeventhForm(absl::string_view stem) {
  const absl::string_view first = LetterAt(stem, 0);
  const bool opens = first == "ا" || first == "ي" || first == "م";
  if (!opens || LetterAt(stem, 1) != "ن") return {};
  const int letters = LetterCount(stem);
  if (letters == 5 && (IsLong(LetterAt(stem, 2)) || LetterAt(stem, 4) == "ي" ||
                       (first == "م" && IsLong(LetterAt(stem, 3))))) {
    return {};
  }
  if (letters == 5) {
    return absl::StrCat("ان", LetterAt(stem, 2), LetterAt(stem, 3), LetterAt(stem, 4));
  }
  if (letters == 6 && LetterAt(stem, 4) == "ا" && first == "ا") {
    return absl::StrCat("ان", LetterAt(stem, 2), LetterAt(stem, 3), LetterAt(stem, 5));
  }
  return {};
}

// The masdar of the second form, ت C C ي C, meets its verb C C C.
std::string SecondFormMasdar(absl::string_view stem) {
  if (LetterCount(stem) != 5 || LetterAt(stem, 0) != "ت" || LetterAt(stem, 3) != "ي") return {};
  const absl::string_view second = LetterAt(stem, 1);
  if (IsLong(LetterAt(stem, 2)) && IsLong(second)) return {};
  return absl::StrCat(second, LetterAt(stem, 2), LetterAt(stem, 4));
}

std::string FirstPattern(absl::string_view stem) {
  std::string verb = TenthForm(stem);
  if (verb.empty()) verb = EighthForm(stem);
  if (verb.empty()) verb = SeventhForm(stem);
  return verb;
}

}  // namespace

std::string DerivedVerb(absl::string_view base) {
  if (!IsTwoByteArabic(base)) return {};
  std::string verb = TenthForm(base);
  if (verb.empty()) verb = TenthForm(StripEnding(base));
  return verb;
}

std::string StemOfCitation(absl::string_view citation) {
  for (const absl::string_view ending : {"يه", "ي", "ه"}) {
    if (absl::EndsWith(citation, ending) &&
        LetterCount(citation) - LetterCount(ending) >= kMinStem) {
      return std::string(DropLast(citation, LetterCount(ending)));
    }
  }
  return std::string(citation);
}

std::string LightStem(absl::string_view base) {
  if (!IsTwoByteArabic(base) || LetterCount(base) <= kMinStem) return std::string(base);
  std::string stem = FirstPattern(base);
  if (!stem.empty()) return stem;
  const absl::string_view stripped = StripEnding(base);
  stem = FirstPattern(stripped);
  if (stem.empty()) stem = SecondFormMasdar(stripped);
  return stem.empty() ? std::string(stripped) : stem;
}

}  // namespace isnad::extraction
