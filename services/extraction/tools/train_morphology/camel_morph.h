// Reads the lexicon tables of Camel Morph MSA (Khairallah et al. 2024, CC BY 4.0) for training.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_CAMEL_MORPH_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_CAMEL_MORPH_H_

#include <cstdint>
#include <functional>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// A written word form that the tables license.
struct LexicalForm {
  std::string form;    // without vowel marks
  std::string lemma;   // without vowel marks; empty when unknown
  uint16_t flags = 0;  // lexical::*
  WordFeatures features;
};

// Calls `visit` with the inflected forms of all verbs, adjectives, proper nouns, numerals and
// function words below `directory`. The inflection is simplified: conditions between stems and
// endings are only followed where they change many words. NOT_FOUND names a table that is missing.
absl::Status VisitCamelMorph(const std::string& directory,
                             const std::function<void(const LexicalForm&)>& visit);

// Arabic letters of a Buckwalter transliteration; vowel marks are dropped.
std::string LettersOfBuckwalter(absl::string_view buckwalter);

// Calls `visit` with the nouns and verbs of a hunspell-ar dictionary ("ar.dic"), without clitics.
absl::Status VisitHunspell(const std::string& path,
                           const std::function<void(const LexicalForm&)>& visit);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_CAMEL_MORPH_H_
