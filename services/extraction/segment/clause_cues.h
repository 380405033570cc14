// Words that tell, before any morphology has run, whether a stretch of text goes on or starts anew.

#ifndef ISNAD_SERVICES_EXTRACTION_SEGMENT_CLAUSE_CUES_H_
#define ISNAD_SERVICES_EXTRACTION_SEGMENT_CLAUSE_CUES_H_

#include <string>

#include "absl/strings/string_view.h"

namespace isnad::extraction {

// All words are folded, without punctuation.

// The word, read with the one after it, continues the clause before it: "حيث", "مما", "الا ان".
bool ContinuesClause(absl::string_view word, absl::string_view next_word);

// The word opens a subordinate clause or fronted phrase that cannot stand alone: "بينما", "رغم".
bool OpensSubordinate(absl::string_view word);

// A guess: the word looks like a finite verb.
bool LooksLikeFiniteVerb(absl::string_view word);

// The word is a reporting verb, with or without a conjunction: "واضاف", "قال".
bool IsReportingVerb(absl::string_view word);

// The word is the Arabic name of a Latin letter, with or without article, conjunction or
// preposition, of which newspapers make acronyms: "تي", "اس" in "تي.اس.ام.سي".
bool IsLatinLetterName(absl::string_view word);

// The word before a full stop is an abbreviation: a single letter, "د", "ا.ف.ب", "inc".
bool IsAbbreviation(absl::string_view word);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_SEGMENT_CLAUSE_CUES_H_
