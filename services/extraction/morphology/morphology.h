// Takes words apart: clitics, base, stem, dictionary form, part of speech, inflection.

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_MORPHOLOGY_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_MORPHOLOGY_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_file.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/model/shared_cache.h"
#include "services/extraction/morphology/form_analyzer.h"
#include "services/extraction/morphology/word_model.h"
#include "services/extraction/morphology/word_table.h"
#include "services/extraction/terms/index_stemmer.h"

namespace isnad::extraction {

// The third stage: fills base, listed, stem, lemma, citation, part_of_speech, features, score,
// proclitics, enclitic, definite and stop_word of every token.
//
// Clitics are chosen by a learned ranker of candidates (clitic_ranker.h), parts of speech by a
// sequence model over clitics and hosts (pos_tagger.h). The lexicon has the last word where it is
// sure: names keep their letters, and a form that can only be a verb is one.
//
// Immutable after Create but for a cache of frequent forms, which changes no result; thread-safe.
class Morphology {
 public:
  // Reads the "words_*" files (see word_table.h); `words` is the model that `morphology` was
  // trained with. INVALID_ARGUMENT when a file breaks its scheme; errors of WordModel.
  static absl::StatusOr<std::unique_ptr<Morphology>> Create(const LexiconFiles& files,
                                                            const ModelFile& morphology,
                                                            const ModelFile& words);
  // With the models "morphology" and "words" of a set. Errors as above and of ModelSet.
  static absl::StatusOr<std::unique_ptr<Morphology>> Create(const LexiconFiles& files,
                                                            const ModelSet& models);
  // With the models that were built into the binary.
  static absl::StatusOr<std::unique_ptr<Morphology>> Create(const LexiconFiles& files);

  // The learned part, for evaluation.
  const WordModel& model() const { return *model_; }

  // Analyses all tokens, each passage a sentence of its own.
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
  Morphology(WordTable table, IndexStemmer stemmer, std::unique_ptr<WordModel> model);

  // Analyses of the forms of one text.
  class FormMemo;

  // What does not depend on the neighbours: for a new form, and for each of its tokens.
  void AnalyzeForm(const Token& token, FormAnalysis* form) const;
  void FillArabic(const FormAnalysis& form, Token* token) const;
  void FillLatin(Token* token) const;
  // What does.
  void FillReading(Tag tag, float tag_score, const Token* previous, const FormAnalysis& form,
                   FormReadings* readings, Token* token) const;

  WordTable table_;
  IndexStemmer stemmer_;
  std::unique_ptr<WordModel> model_;
  FormAnalyzer forms_;
  mutable SharedCache<std::string, FormAnalysis> cache_;  // of frequent forms
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_MORPHOLOGY_H_
