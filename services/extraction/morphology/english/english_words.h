// English words: stems and stop words. The only place that uses the Snowball library.

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_ENGLISH_ENGLISH_WORDS_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_ENGLISH_ENGLISH_WORDS_H_

#include <string>

#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// Snowball stem (Porter 2) of a lower-case English word: "layoffs" gives "layoff". Words with
// anything but a-z come back unchanged. Thread-safe; each thread keeps a stemmer of its own.
std::string StemEnglish(absl::string_view lower_case);

// Dictionary form: irregular verbs ("left" gives "leave", "paid" gives "pay"), else regular endings
// taken off ("acquired" gives "acquire", "companies" gives "company"). Best effort. Thread-safe.
std::string LemmaOfEnglish(absl::string_view lower_case);

// Articles, prepositions, pronouns, auxiliaries, question words.
bool IsEnglishStopWord(absl::string_view lower_case);

// Part of speech of function words; kUnknown for all others.
PartOfSpeech EnglishFunctionWord(absl::string_view lower_case);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_ENGLISH_ENGLISH_WORDS_H_
