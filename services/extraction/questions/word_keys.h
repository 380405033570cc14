// Keys under which words of questions and words of lexicons meet, whatever their inflection.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_WORD_KEYS_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_WORD_KEYS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace isnad::extraction {

// Possible dictionary forms of a lower-case English word, the word itself first, then the
// likeliest: "bought" -> "bought", "buy"; "criticised" -> ..., "criticise", "criticize". Forms that
// are no words do no harm: they meet nothing. Thread-safe.
std::vector<std::string> EnglishKeys(absl::string_view word);

// Keys of a folded Arabic word without clitics: itself, without the article, without endings, and
// as a verb without the marks of person and tense ("ستسرح" and "سرح" share a key). Thread-safe.
std::vector<std::string> ArabicKeys(absl::string_view folded);

// Keys of one word of a lexicon phrase, in either script.
std::vector<std::string> LexiconWordKeys(absl::string_view word);

// Whether the two lists share a key.
bool ShareKey(const std::vector<std::string>& a, const std::vector<std::string>& b);

// Whether the word begins with an Arabic letter.
bool StartsArabic(absl::string_view word);

// Number of characters of valid UTF-8.
int CharacterCount(absl::string_view word);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_WORD_KEYS_H_
