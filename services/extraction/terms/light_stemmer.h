// Affix stripping and verb patterns for folded Arabic words, without a dictionary.
//
// The affix list grew out of "light10" (Larkey, Ballesteros and Connell 2007), as Lucene's
// ArabicAnalyzer has it; pronouns, tanwin, the future, imperfects and the patterns of derived verbs
// are ours, each kept because titles then found their articles better (see index_stemmer.h).

#ifndef ISNAD_SERVICES_EXTRACTION_TERMS_LIGHT_STEMMER_H_
#define ISNAD_SERVICES_EXTRACTION_TERMS_LIGHT_STEMMER_H_

#include <string>

#include "absl/strings/string_view.h"
#include "services/extraction/terms/stem_word.h"

namespace isnad::extraction {

// Letters of the conjunction and article at the start of `word` that a light stemmer takes for
// clitics: "وال", "بال", "لل", a bare "و". 0 when there are none, or too little would stay.
int ProcliticLetters(const StemWord& word);

// The same without the rule for a bare "و".
int ArticleLetters(const StemWord& word);

// The word starts with the future "س" before an imperfect prefix.
bool StartsWithFuture(const StemWord& word);

// Takes pronouns, plural, dual, feminine and accusative endings off, brings derived verbs, their
// participles and masdars to one spelling where the pattern is plain ("استحداث", "يستحدث" and
// "مستحدث" give "استحدث", "اقتراح" and "مقترح" give "اقترح"), and drops the prefix of a
// three-letter imperfect.
void StemInPlace(StemWord* word);

// The perfect of a derived verb by its pattern alone: "يستحدثون" gives "استحدث"; empty when the
// word fits no pattern that is safe without a lexicon.
std::string DerivedVerb(absl::string_view base);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TERMS_LIGHT_STEMMER_H_
