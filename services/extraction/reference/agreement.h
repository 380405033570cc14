// Gender and number, as they decide what a pronoun can stand for.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_AGREEMENT_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_AGREEMENT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

struct Agreement {
  WordGender gender = WordGender::kUnknown;
  WordNumber number = WordNumber::kUnknown;
};

// The pronoun on a word and what it hangs on, both folded; views of the token.
struct PronounOnWord {
  absl::string_view pronoun;  // empty when there is none
  absl::string_view base;
};

// The third person clitic of a token. Particles and prepositions ("إنها", "ولديها") are read by
// spelling, as the morphology takes some of them whole and others for nouns.
PronounOnWord PronounOf(const Token& token);

// Of a folded third person pronoun clitic ("ه", "ها", "هم", "هن", "هما"); both unknown for others.
Agreement AgreementOfPronoun(absl::string_view enclitic);

// Of a noun or adjective: its inflectional features where a model gave them, else what its ending
// says. A word without a telling ending is unknown.
Agreement AgreementOfNoun(const Token& token);

// Gender that a verb asks of its subject; kUnknown when the form does not tell.
WordGender GenderOfVerb(const Token& token);

// Whether a pronoun may stand for a common noun: plurals of things take the feminine singular.
// Nouns of unknown gender are taken for masculine, as most nouns without ta marbuta are.
bool NounTakes(const Token& noun, Agreement pronoun);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_AGREEMENT_H_
