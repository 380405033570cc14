// Takes words apart: clitics, base, stem, dictionary form, part of speech.

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_MORPHOLOGY_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_MORPHOLOGY_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/morphology/clitics.h"
#include "services/extraction/morphology/word_table.h"
#include "services/extraction/terms/index_stemmer.h"

namespace isnad::extraction {

// The third stage: fills base, stem, lemma, part_of_speech, proclitics, enclitic, definite and
// stop_word of every token. Immutable after Create, thread-safe.
class Morphology {
 public:
  // Reads the "words_*" files (see word_table.h). INVALID_ARGUMENT when one breaks its scheme.
  static absl::StatusOr<std::unique_ptr<Morphology>> Create(const LexiconFiles& files);

  // Analyses all tokens. Context is used to tell verbs from nouns of the same spelling.
  void Analyze(Analysis* analysis) const;

  // The key in which a lexicon trigger and a token meet, whatever their inflection: a lexicon
  // writes "غادر" or "مغادرة", the token is "ستغادر", all have the lemma "غادر". `word` is a single
  // Arabic or English word in any spelling, without clitics.
  std::string Lemma(absl::string_view word) const;

  // The index stem of a single word in any spelling, as in Token::stem; for query expansion.
  std::string Stem(absl::string_view word) const;

  // What the table knows of a word without clitics, in any spelling; null when unknown.
  const WordInfo* Find(absl::string_view word) const;

 private:
  Morphology(WordTable table, IndexStemmer stemmer);

  void AnalyzeArabic(Token* token) const;
  void AnalyzeLatin(Token* token) const;

  WordTable table_;
  CliticSplitter splitter_;
  IndexStemmer stemmer_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_MORPHOLOGY_H_
