// Letters of names: scripts, cases, proclitics, and what looks foreign.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_NAME_LETTERS_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_NAME_LETTERS_H_

#include <string>

#include "absl/container/inlined_vector.h"
#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// "Arab" when the text holds an Arabic letter, else "Latn".
std::string ScriptOf(absl::string_view text);

// Number of code points.
int LetterCount(absl::string_view folded);

// Letters and digits of a folded name, nothing else but "+": the key of the gazetteer, so that
// spaces, hyphens, dots, quotation marks and apostrophes do not matter.
std::string MatchKey(absl::string_view folded);
void AppendMatchKey(absl::string_view folded, std::string* key);

// A reading of a folded word without its first proclitics.
struct BareForm {
  absl::string_view text;
  int stripped_letters = 0;  // code points that were taken off
};

// All readings of a folded Arabic word without proclitics (w f, then b l k, then the article), the
// word itself first. For Latin words only the word itself. They are views of `surface`.
using BareFormList = absl::InlinedVector<BareForm, 8>;
BareFormList BareForms(absl::string_view surface);

// `word` without the article; the word itself when it has none.
absl::string_view WithoutArticle(absl::string_view word);

// The bytes of a token without its first `letters` letters and the marks on them.
ByteRange WithoutLetters(const Analysis& analysis, const Token& token, int letters);

bool StartsUpper(absl::string_view form);
bool HasUpper(absl::string_view form);
bool IsAllUpper(absl::string_view form);

// The letter pattern of a folded Arabic word is one that Arabic roots rarely make: "تش", "ينغ",
// "سكي"... A strong sign of a transcribed name.
bool HasForeignLetters(absl::string_view surface);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_NAME_LETTERS_H_
