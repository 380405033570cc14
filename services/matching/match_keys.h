// Keys under which spellings of a name meet, within a script and across.

#ifndef ISNAD_SERVICES_MATCHING_MATCH_KEYS_H_
#define ISNAD_SERVICES_MATCHING_MATCH_KEYS_H_

#include <string>
#include <vector>

#include "services/matching/name.h"

namespace isnad::matching {

// Consonant classes of a word, vowels and weak consonants dropped, after the tables of ASOUNDEX and
// Metaphone and what Latin digraphs stand for: "زوكربيرغ", "زوكربيرج" and "Zuckerberg" all have
// "skrbrk". A Latin word whose letters have several sounds has several keys, at most kMostKeys,
// likeliest first; so has an Arabic word that may begin with the article.
constexpr size_t kMostKeys = 24;
std::vector<std::string> WordKeys(const NameWord& word);

// Keys of all words written together, particles and designators left out, and behind them the codes
// of the name: "GPT-4" has "kbt#4". Names that are one have a key in common in nine cases of ten
// and more; names that have a key in common still need comparing.
std::vector<std::string> WholeKeys(const NameWords& name);

}  // namespace isnad::matching

#endif  // ISNAD_SERVICES_MATCHING_MATCH_KEYS_H_
