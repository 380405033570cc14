// From raw text to index terms in one pass.

#ifndef ISNAD_SERVICES_EXTRACTION_TERMS_TERM_READER_H_
#define ISNAD_SERVICES_EXTRACTION_TERMS_TERM_READER_H_

#include "absl/strings/string_view.h"
#include "services/extraction/terms/index_stemmer.h"
#include "services/extraction/terms/index_terms.h"

namespace isnad::extraction {

// Cleans, cuts into words, folds and stems at once, for whoever wants the index terms of a text and
// nothing else. Gives exactly what Tokenizer and IndexStemmer give for a passage of that text (its
// words, numbers and links; no marks), which a test holds it to.
//
// Plain Arabic words, ASCII words and plain digits run through tables without allocation, and need
// no normalisation: folding takes the marks away that normalisation would compose. Any other word
// takes the tokeniser's way, word by word, ICU included.
//
// Survives any bytes, linear. Thread-safe; the stemmer must outlive it.
class TermReader {
 public:
  explicit TermReader(const IndexStemmer* stemmer) : stemmer_(*stemmer) {}

  // Replaces `terms` by those of `text`, which is shorter than 1 GiB.
  void Read(absl::string_view text, IndexTerms* terms) const;

 private:
  class Pass;

  const IndexStemmer& stemmer_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TERMS_TERM_READER_H_
