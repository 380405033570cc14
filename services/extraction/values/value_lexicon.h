// The closed vocabulary of figures, currencies, counted nouns and dates.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_VALUE_LEXICON_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_VALUE_LEXICON_H_

#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "services/extraction/values/word_sense.h"

namespace isnad::extraction {

// Clitics that were taken off a word to find it.
struct Peeled {
  const WordSense* sense = nullptr;  // never null after Find: an empty sense when unknown
  bool conjunction = false;          // و or ف
  char preposition = 0;              // 'b', 'k', 'l' or 0
  bool article = false;
  bool possessive = false;  // an enclitic pronoun was taken off
};

// Maps folded word forms to their senses.
//
// Inflection is generated when it is built: article and prefixes are taken off at lookup, duals,
// sound plurals, construct forms and accusative alef are entries. Building takes a few
// milliseconds; afterwards it is immutable and safe to share between threads.
class ValueLexicon {
 public:
  // The built-in vocabulary.
  ValueLexicon();

  ValueLexicon(const ValueLexicon&) = delete;
  ValueLexicon& operator=(const ValueLexicon&) = delete;

  // Looks up `folded`, first whole, then without proclitics, then without an enclitic pronoun.
  Peeled Find(absl::string_view folded) const;

  // The sense of exactly this folded form, or null.
  const WordSense* FindExact(absl::string_view folded) const;

 private:
  const WordSense* FindStem(absl::string_view folded) const;

  absl::flat_hash_map<std::string, WordSense> senses_;
};

// Collects senses by word; words are folded here.
class LexiconBuilder {
 public:
  explicit LexiconBuilder(absl::flat_hash_map<std::string, WordSense>* senses) : senses_(senses) {}

  // The sense of `word`, to be added to; created empty at first.
  WordSense& At(absl::string_view word);

 private:
  absl::flat_hash_map<std::string, WordSense>* senses_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_VALUE_LEXICON_H_
